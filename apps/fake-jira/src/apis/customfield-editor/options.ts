import {
  createOptions,
  deleteOption,
  moveOptions,
  requireDeleteAllowed,
  sequenced,
  sequenceOf,
  sortOptions,
  updateOption,
  type Move,
  type Option,
  type Root,
  type SortOrder,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import { levelTarget, optionOf, type OptionCall, type Scope } from './option-target.js';
import { requestInvalid } from './dialect.js';

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

interface SortBody {
  readonly locale: string;
  readonly strength?: string | null;
  readonly order?: string | null;
}

export const listOptions = (scope: Scope) => (call: OptionCall) => {
  const { context, parentId } = levelTarget(call, scope);
  return ok(renderLevel(call.root, context.id, parentId));
};

export const createOption = (scope: Scope) => (call: Body<OptionBody | undefined>) => {
  const { field, context, parentId } = levelTarget(call, scope);
  const { world, body, behaviour } = call;
  const { optionvalue: value = '', sequence } = body ?? {};
  const input = { value, disabled: flagOf(body?.disabled), parentId: parentId === 0 ? undefined : parentId };
  const option = world.write((tx) => {
    const [made] = createOptions(tx, field.id, context.id, [input], behaviour.optionRules) as [Option];
    if (!behaviour.newOptionsTakeSequence || sequence == null) return made;
    return updateOption(tx, field, context, made, { sequence }, behaviour.optionRules);
  });
  return ok(renderOption(world.root, option));
};

export const changeOption = (scope: Scope) => (call: Body<OptionBody | undefined>) => {
  const target = levelTarget(call, scope);
  const { field, context } = target;
  const option = optionOf(call, target, scope);
  const { world, body, behaviour } = call;
  const { optionvalue: value, sequence, disabled } = body ?? {};
  const change = { value, disabled: flagOf(disabled), sequence: sequence ?? undefined };
  const changed = world.write((tx) => updateOption(tx, field, context, option, change, behaviour.optionRules));
  return ok(renderOption(world.root, changed));
};

export const removeOption = (scope: Scope) => (call: OptionCall) => {
  const target = levelTarget(call, scope);
  const { root, world, caller, behaviour } = call;
  if (behaviour.deleteSettingCounts) requireDeleteAllowed(root, caller.administrator);
  const { id } = optionOf(call, target, scope);
  world.write((tx) => deleteOption(tx, target.field.id, target.context.id, id, behaviour.optionDeletion));
  return ok({ id });
};

export const moveOption = (scope: Scope) => (call: Body<MoveBody>) => {
  const target = levelTarget(call, scope, 'move');
  const option = optionOf(call, target, scope);
  const { world, body, behaviour } = call;
  const move: Move = { optionIds: [option.id], ...destinationOf(body) };
  world.write((tx) => moveOptions(tx, target.field.id, target.context.id, move, behaviour.optionMove));
  return ok(renderOption(world.root, option));
};

/** Orders one level by the alphabet of a locale, which also repairs its sequences. */
export const sortLevel = (scope: Scope) => (call: Body<SortBody>) => {
  const { context, parentId } = levelTarget(call, scope, 'sort');
  call.world.write((tx) => sortOptions(tx, context, parentId, orderOf(call.body)));
  return ok({});
};

/** `after` is an id or a path that ends in one; with a position it does not count. */
function destinationOf({ after, position }: MoveBody): Pick<Move, 'after' | 'position'> {
  if (position != null) return { position: 'First' };
  if (after == null) return {};
  const id = /(?:^|\/)(\d+)\/?$/.exec(after)?.[1];
  if (id === undefined)
    throw requestInvalid([{ name: 'after', message: `"${after}" does not end in the ID of an option.` }]);
  return { after: id };
}

/** What is left out: Java's default strength. */
function orderOf({ locale, strength, order }: SortBody): SortOrder {
  return {
    locale,
    strength: (strength ?? 'TERTIARY') as SortOrder['strength'],
    descending: order === 'DESCENDING',
  };
}

/** Public clients send the strings. */
function flagOf(disabled: OptionBody['disabled']): boolean | undefined {
  return disabled === undefined ? undefined : disabled === true || disabled === 'true';
}

export interface RenderedOption {
  optionvalue: string;
  id: number;
  sequence: number;
  disabled: boolean;
}

/** One option as it stands in a root; `sequence` where it is known already. */
export function renderOption(root: Root, option: Option, sequence = sequenceOf(root, option)): RenderedOption {
  const { id, value, disabled } = option;
  return { optionvalue: value, id, sequence, disabled };
}

/** The options of one level, in their order: `parentId` 0 for the first level. */
export function renderLevel(root: Root, contextId: number, parentId: number): RenderedOption[] {
  return [...sequenced(root, contextId, parentId)].map(({ option, sequence }) => renderOption(root, option, sequence));
}
