import {
  createOptions,
  deleteOption,
  moveOptions,
  optionsOfContext,
  optionsOfLevel,
  requireOptionContext,
  updateOptions,
  type Context,
  type Option,
  type Root,
} from '@fake-jira/world';
import { noContent, ok } from '../../http/response.js';
import { fromRoot } from '../../http/from-root.js';
import { okPage, type JiraHandlers } from './call.js';

export const options = {
  getOptionsForContext: fromRoot((call) => {
    const [, context] = requireOptionContext(call.root, call.path.fieldId, call.path.contextId);
    return okPage(optionsAsked(call.root, context, call.query), call, renderOption);
  }),

  createCustomFieldOption({ world, path, body, behaviour }) {
    const inputs = (body.options ?? []).map(({ value, disabled, optionId }) => ({
      value,
      disabled,
      parentId: optionId,
    }));
    const made = world.write((tx) => createOptions(tx, path.fieldId, path.contextId, inputs, behaviour.optionRules));
    return ok({ options: made.map(renderOption) });
  },

  updateCustomFieldOption({ world, path, body, behaviour }) {
    const changed = world.write((tx) =>
      updateOptions(tx, path.fieldId, path.contextId, body.options ?? [], behaviour.optionRules),
    );
    return ok({ options: changed.map(({ id, value, disabled }) => ({ id: String(id), value, disabled })) });
  },

  reorderCustomFieldOptions({ world, path, body }) {
    const { customFieldOptionIds: optionIds, after, position } = body;
    world.write((tx) => moveOptions(tx, path.fieldId, path.contextId, { optionIds, after, position }));
    return noContent();
  },

  deleteCustomFieldOption({ world, path, behaviour }) {
    world.write((tx) => deleteOption(tx, path.fieldId, path.contextId, path.optionId, behaviour.optionDeletion));
    return noContent();
  },
} satisfies Partial<JiraHandlers>;

/** All options of a context, those of the first level, or one of them with those below it. */
function* optionsAsked(
  root: Root,
  context: Context,
  { optionId, onlyOptions }: { readonly optionId?: number; readonly onlyOptions?: boolean },
): Iterable<Option> {
  if (optionId === undefined) {
    yield* onlyOptions ? optionsOfLevel(root, context.id) : optionsOfContext(root, context.id);
    return;
  }
  const option = root.options.get(optionId);
  if (option?.contextId !== context.id) return;
  yield option;
  if (!onlyOptions) yield* optionsOfLevel(root, context.id, option.id);
}

const rendered = new WeakMap<Option, { id: string; value: string; disabled: boolean; optionId?: string }>();

/** An option as JSON. Remembered by record, which holds neither rank nor address. */
function renderOption(option: Option) {
  let json = rendered.get(option);
  if (!json) {
    const { id, value, disabled, parentId } = option;
    json = { id: String(id), value, disabled, ...(parentId === 0 ? {} : { optionId: String(parentId) }) };
    rendered.set(option, json);
  }
  return json;
}
