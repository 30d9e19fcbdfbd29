import { answer } from '@fake-jira/profile';
import {
  createOptions,
  deleteOption,
  moveOptions,
  requireDeleteAllowed,
  RuleError,
  updateOption,
  type RuleCode,
  type Move,
} from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import { levelTarget, optionOf, typeRefusal, type OptionCall, type Scope, type Target } from './option-target.js';
import { renderLevel, renderOne, type OptionForm } from './render-option.js';
import { optionDeletion, optionRules } from './rules.js';
import { namingOptions, requestInvalid } from './style.js';

type Body<Json> = OptionCall & { readonly body: Json };

/** An option as it is sent. */
interface OptionBody {
  readonly optionvalue?: string;
  readonly sequence?: number | null;
  readonly disabled?: boolean | 'true' | 'false';
}

interface MoveBody {
  readonly after?: string | null;
  readonly position?: string | null;
}

export const listOptions = (scope: Scope) => (call: OptionCall) => {
  const target = levelTarget(call, scope, typeRefusal(call, scope, 'other'));
  return ok(renderLevel(target, formOf(call, target, scope)));
};

export const createOption = (scope: Scope) => (call: Body<OptionBody | undefined>) => {
  const target = levelTarget(call, scope, typeRefusal(call, scope, 'other'));
  const { field, context, parentId } = target;
  const { world, body, profile } = call;
  const { optionvalue: value = '', sequence } = body ?? {};
  const rules = optionRules(profile);
  const option = world.write((tx) => {
    const input = { value, disabled: flagOf(body?.disabled), parentId: parentId === 0 ? undefined : parentId };
    const [made] = createOptions(tx, field.id, context.id, [input], rules) as [never];
    // Since 1.2 a new option always stands at the end (001:2249).
    return scope.legacy && sequence != null ? updateOption(tx, field, context, made, { sequence }, rules) : made;
  });
  return ok(renderOne(option, formOf(call, target, scope)));
};

export const changeOption = (scope: Scope) => (call: Body<OptionBody | undefined>) => {
  const target = levelTarget(call, scope, typeRefusal(call, scope, 'other'));
  const { field, context } = target;
  const option = optionOf(call, target, scope);
  const { optionvalue: value, sequence, disabled } = call.body ?? {};
  const change = { value, disabled: flagOf(disabled), sequence: sequence ?? undefined };
  const changed = call.world.write((tx) => updateOption(tx, field, context, option, change, optionRules(call.profile)));
  return ok(renderOne(changed, formOf(call, target, scope)));
};

export const removeOption = (scope: Scope) => (call: OptionCall) => {
  const target = levelTarget(call, scope, typeRefusal(call, scope, 'other'));
  const { root, world, caller, profile, versions } = call;
  if (versions.customfieldEditor.atLeast('2.4')) requireDeleteAllowed(root, caller.administrator);
  const { id } = optionOf(call, target, scope);
  world.write((tx) => deleteOption(tx, target.field.id, target.context.id, id, optionDeletion(profile)));
  return ok({ id });
};

/** As {@link removeOption}, with the id as a string (Swagger of 1.1). */
export const removeLegacyOption = (scope: Scope) => (call: OptionCall) =>
  ok({ id: String(removeOption(scope)(call).body.id) });

export const moveOption = (scope: Scope) => (call: Body<MoveBody>) => {
  const target = levelTarget(call, scope, typeRefusal(call, scope, 'move'));
  const option = optionOf(call, target, scope);
  const { world, body, profile } = call;
  const move: Move = { optionIds: [option.id], ...destinationOf(body) };
  try {
    namingOptions(
      () => 'after',
      () => world.write((tx) => moveOptions(tx, target.field.id, target.context.id, move)),
    );
  } catch (error) {
    if (!isMoveToNowhere(error) || answer(profile, 'editor.move-edge') === '400') throw error;
  }
  return ok(renderOne(option, formOf(call, target, scope)));
};

function isMoveToNowhere(error: unknown): boolean {
  if (!(error instanceof RuleError)) return false;
  const code = error.code as RuleCode;
  return code === 'neither-after-nor-position' || code === 'options-not-siblings';
}

/** `after` is an id or a path that ends in one; with a position it does not count. */
function destinationOf({ after, position }: MoveBody): Pick<Move, 'after' | 'position'> {
  if (position != null) return { position: 'First' };
  if (after == null) return {};
  const id = /(?:^|\/)(\d+)\/?$/.exec(after)?.[1];
  if (id === undefined)
    throw requestInvalid([{ name: 'after', message: `"${after}" does not end in the ID of an option.` }]);
  return { after: id };
}

/** Public clients send the strings. */
function flagOf(disabled: OptionBody['disabled']): boolean | undefined {
  return disabled === undefined ? undefined : disabled === true || disabled === 'true';
}

function formOf({ world }: OptionCall, { field }: Pick<Target, 'field'>, { legacy = false }: Scope): OptionForm {
  return { root: world.root, field, legacy };
}
