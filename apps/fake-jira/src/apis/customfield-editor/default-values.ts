import {
  isMultiLevel,
  requireContext,
  requireDeleteAllowed,
  requireMultiLevelLicence,
  setDefault as setDefaultOf,
  setOptionDefault,
  typeOf,
  type Context,
  type CustomField,
  type Option,
  type OptionDefault,
  type Root,
} from '@fake-jira/world';
import { noContent, ok } from '../../http/response.js';
import type { EditorBehaviour } from './behaviour.js';
import { contextTarget, type OptionCall, type Scope } from './option-target.js';
import { renderOption, type RenderedOption } from './options.js';

type ContextScope = Pick<Scope, 'context'>;

export const getDefault = (scope: ContextScope) => (call: OptionCall) => {
  const { field, context } = contextTarget(call, scope);
  return ok(renderDefaultValue(call.root, field, context, call.behaviour));
};

export const setDefault = (scope: ContextScope) => (call: OptionCall & { readonly body: OptionDefault }) => {
  const { field, context } = contextTarget(call, scope);
  const { world, body, behaviour } = call;
  requireMultiLevelLicence(call.root, field);
  world.write((tx) => setOptionDefault(tx, field, context, body, behaviour.optionDefault));
  const { root } = world;
  return ok(renderDefaultValue(root, field, requireContext(root, field.id, context.id), behaviour));
};

export const removeDefault = (scope: ContextScope) => (call: OptionCall) => {
  const { field, context } = contextTarget(call, scope);
  const { root, world, caller, behaviour } = call;
  if (behaviour.deleteSettingCounts) requireDeleteAllowed(root, caller.administrator);
  if (behaviour.defaultDeletionNeedsLicence) requireMultiLevelLicence(root, field);
  world.write((tx) => setDefaultOf(tx, context, undefined));
  return noContent();
};

/** Stands in a multi-level chain for an option that was deleted (001:2717). */
const deletedOption = { optionvalue: 'none', id: -2 } as const;

interface Members {
  defaultOption?: RenderedOption | null;
  defaultChildOption?: RenderedOption | null;
  defaultOptions?: (RenderedOption | typeof deletedOption)[] | null;
}

/** The default of a context, in the form of its field's type; without members where there is none. */
export function renderDefaultValue(
  root: Root,
  field: CustomField,
  { defaultValue: value }: Context,
  { defaultsHaveNulls }: EditorBehaviour,
): Members {
  const render = (id: number) => renderOption(root, root.options.get(id) as Option);
  // What does not apply is left out or null.
  const others: Members = defaultsHaveNulls
    ? { defaultOption: null, defaultChildOption: null, defaultOptions: null }
    : {};
  switch (value?.type) {
    case 'option.single':
      return { ...others, defaultOption: render(value.optionId) };
    case 'option.multiple':
      return { ...others, defaultOptions: value.optionIds.map(render) };
    case 'option.cascading': {
      const options = value.optionIds.map(render);
      if (isMultiLevel(typeOf(field))) {
        const deleted = Array.from({ length: value.deleted ?? 0 }, () => deletedOption);
        return { ...others, defaultOptions: [...options, ...deleted] };
      }
      const [defaultOption, defaultChildOption] = options;
      if (!defaultOption) return {};
      return { ...others, defaultOption, ...(defaultChildOption ? { defaultChildOption } : {}) };
    }
    default:
      return {};
  }
}
