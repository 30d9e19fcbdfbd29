import type { ExtenderOperations } from '@fake-jira/openapi';
import { answer } from '@fake-jira/profile';
import {
  addOptionValues,
  deleteOptions,
  levelOf,
  optionsOfLevel,
  positionOf,
  requireContextById,
  requireOption,
  requireOptionOfLevel,
  requireOptionsSupported,
  RuleError,
  setOptionPosition,
  sortOptions,
  typeOf,
  updateOptions,
  type Context,
  type CustomField,
  type Option,
  type Root,
  type SortOrder,
} from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Call, Handlers } from '../../http/call.js';
import { pageOf } from './paging.js';
import { renderValue } from './render-value.js';
import { valueDeletion, valueRules } from './rules.js';

type Operations = Pick<
  ExtenderOperations,
  | 'extenderGetValues'
  | 'extenderAddValues'
  | 'extenderEditValue'
  | 'extenderRemoveValues'
  | 'extenderSortValues'
  | 'extenderSortChildValues'
>;

/** Alphabetical, in the language that a server starts with: no document says by whose alphabet. */
const alphabetical: SortOrder = { descending: false, locale: 'en-US', strength: 'TERTIARY' };

export const values: Handlers<Operations> = {
  extenderGetValues(call) {
    const { root, path, profile } = call;
    const [field, context] = requireContextById(root, path.configSchemeId);
    if (answer(profile, 'extender.values-without-options') === 'refused') requireOptionsSupported(field);
    const placed = [...optionsOfLevel(root, context.id)].map((option, i) => [option, i + 1] as const);
    const view = { ...call, field };
    const { entries, envelope } = pageOf(call, placed, ([option, position]) => renderValue(option, position, view));
    return ok({ schemeOptions: entries, ...envelope });
  },

  extenderAddValues({ root, world, path, body, profile }) {
    const [field, context] = requireContextById(root, path.configSchemeId);
    // Before 2.20 the parent goes by one of the other names.
    const parentId = body.parentId ?? body.parentOptionId ?? body.parent_id;
    const addition = { values: body.optionName, parentId };
    const added = world.write((tx) => addOptionValues(tx, field, context, addition, valueRules(profile)));
    const names = added.map(({ value }) => `'${value}'`).join(', ');
    return ok({ message: `values ${names} added to ${context.id} config scheme id`, status: 'done' });
  },

  extenderEditValue(call) {
    const { root, world, path, body, profile } = call;
    const [field, context] = requireContextById(root, path.configSchemeId);
    requireOptionsSupported(field);
    const option = valueToEdit(call, context);
    const { ignoreCase, duplicates } = valueRules(profile);
    const edited = world.write((tx) => {
      const change = { id: option.id, value: body.name, disabled: body.disabled };
      const uniqueIn = duplicates === 'add' ? 'nowhere' : 'level';
      const [changed = option] = updateOptions(tx, field.id, context.id, [change], { ignoreCase, uniqueIn });
      const beyondEnd = answer(profile, 'extender.position-beyond-end') === 'refused' ? 'refuse' : 'clamp';
      if (body.position !== undefined) setOptionPosition(tx, changed, body.position, { beyondEnd });
      return changed;
    });
    return ok({ message: `option '${edited.id}' changed (${stateOf(world.root, edited)})`, status: 'done' });
  },

  extenderRemoveValues({ world, body, profile }) {
    const { deleted, skipped } = world.write((tx) => deleteOptions(tx, body.optionId, valueDeletion(profile)));
    return ok({
      message: skipped.length === 0 ? 'all options deleted' : 'options deleted, some options skipped',
      skipped: [...skipped],
      deleted: deleted.map(({ id }) => String(id)),
    });
  },

  extenderSortValues({ root, world, path }) {
    const [field, context] = requireContextById(root, path.configSchemeId);
    requireOptionsSupported(field);
    world.write((tx) => sortOptions(tx, context, 0, alphabetical));
    return ok({ message: 'done' });
  },

  extenderSortChildValues({ root, world, path }) {
    const [field, context] = requireContextById(root, path.configSchemeId);
    requireOptionsSupported(field);
    const parent = requireOption(root, context.id, path.parentOptionId);
    requireLevelBelow(root, field, parent);
    world.write((tx) => sortOptions(tx, context, parent.id, alphabetical));
    return ok({ message: 'done' });
  },
};

interface EditCall extends Pick<Call, 'root' | 'profile'> {
  readonly path: { readonly optionId: number };
  readonly body: { readonly parentId?: number };
}

/** The option that is to be changed: below the parent that is given, or on the first level where none may be missing. */
function valueToEdit({ root, path, body, profile }: EditCall, context: Context): Option {
  if (body.parentId !== undefined) {
    const parent = requireOption(root, context.id, body.parentId);
    return requireOptionOfLevel(root, context.id, parent.id, path.optionId);
  }
  if (answer(profile, 'extender.child-edit-without-parent') === 'accepted')
    return requireOption(root, context.id, path.optionId);
  return requireOptionOfLevel(root, context.id, 0, path.optionId);
}

function stateOf(root: Root, option: Option): string {
  const state = option.disabled ? 'disabled' : 'enabled';
  return `state: ${state}, name: ${option.value}, position: ${positionOf(root, option)}`;
}

/** @throws RuleError `cascading-not-supported` where nothing can stand below an option */
function requireLevelBelow(root: Root, field: CustomField, option: Option): void {
  if (levelOf(root, option) < typeOf(field).optionLevels) return;
  throw new RuleError('cascading-not-supported', { fieldId: `customfield_${field.id}` });
}
