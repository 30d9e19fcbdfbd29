import { answer, type Profile } from '@fake-jira/profile';
import {
  isMultiLevel,
  requireContext,
  requireDeleteAllowed,
  requireMultiLevelLicence,
  setDefaultValues,
  setOptionDefault,
  typeOf,
  type Context,
  type CustomField,
  type Option,
  type OptionDefault,
  type Root,
} from '@fake-jira/world';
import { noContent, ok } from '../../http/answer.js';
import { contextTarget, type OptionCall, type Scope } from './option-target.js';
import { renderOne } from './render-option.js';
import { namingOptions } from './style.js';

type ContextScope = Pick<Scope, 'context'>;

export const getDefault = (scope: ContextScope) => (call: OptionCall) => {
  const { field, context } = contextTarget(call, scope);
  return ok(renderDefaultValue(field, context, call));
};

export const setDefault = (scope: ContextScope) => (call: OptionCall & { readonly body: OptionDefault }) => {
  const { field, context } = contextTarget(call, scope);
  const { world, body, profile } = call;
  const parentOnly = answer(profile, 'editor.default-parent-only') === '400' ? 'refuse' : 'accepted';
  requireMultiLevelLicence(call.root, field);
  namingOptions(
    (missing) => memberWith(missing, body),
    () => world.write((tx) => setOptionDefault(tx, field, context, body, { parentOnly })),
  );
  const { root } = world;
  return ok(renderDefaultValue(field, requireContext(root, field.id, context.id), { root, profile }));
};

/** The member of a default value that names options which are not there. */
function memberWith(missing: readonly string[], { optionId, optionIds }: OptionDefault): keyof OptionDefault {
  if (optionIds != null) return 'optionIds';
  return missing.includes(String(optionId)) ? 'optionId' : 'childOptionId';
}

export const removeDefault = (scope: ContextScope) => (call: OptionCall) => {
  const { field, context } = contextTarget(call, scope);
  const { root, world, caller, profile, versions } = call;
  if (versions.customfieldEditor.atLeast('2.4')) requireDeleteAllowed(root, caller.administrator);
  if (answer(profile, 'editor.unlicensed-default-delete') === 'refused') requireMultiLevelLicence(root, field);
  const type = typeOf(field).defaultValueType as string;
  world.write((tx) => setDefaultValues(tx, field.id, [{ contextId: context.id, type, value: null }]));
  return noContent();
};

type Rendered = ReturnType<typeof renderOne>;

/** Stands in a multi-level chain for an option that was deleted (001:2717). */
const deletedOption = { optionvalue: 'none', id: -2 } as Rendered;

/** The default of a context, in the form of its field's type; without members where there is none. */
export function renderDefaultValue(
  field: CustomField,
  { defaultValue: value }: Context,
  { root, profile }: { readonly root: Root; readonly profile: Profile },
) {
  const render = (id: number) => renderOne(root.options.get(id) as Option, { root, field, legacy: false });
  switch (value?.type) {
    case 'option.single':
      return withNulls({ defaultOption: render(value.optionId) }, profile);
    case 'option.multiple':
      return withNulls({ defaultOptions: value.optionIds.map(render) }, profile);
    case 'option.cascading': {
      const options = value.optionIds.map(render);
      if (isMultiLevel(typeOf(field))) {
        const deleted = Array.from({ length: value.deleted ?? 0 }, () => deletedOption);
        return withNulls({ defaultOptions: [...options, ...deleted] }, profile);
      }
      const [defaultOption, defaultChildOption] = options;
      if (!defaultOption) return {};
      return withNulls({ defaultOption, ...(defaultChildOption ? { defaultChildOption } : {}) }, profile);
    }
    default:
      return {};
  }
}

interface Members {
  defaultOption?: Rendered;
  defaultChildOption?: Rendered;
  defaultOptions?: Rendered[];
}

/** What does not apply is left out, or null where this instance says so: only then its schema has that. */
function withNulls(members: Members, profile: Profile): Members {
  if (answer(profile, 'editor.default-null-members') === 'left-out') return members;
  return { ...({ defaultOption: null, defaultChildOption: null, defaultOptions: null } as object), ...members };
}
