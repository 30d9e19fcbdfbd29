import type { JiraCloudOperations } from '@fake-jira/openapi';
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
import { noContent, ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { pageOf } from '../../http/paging.js';
import { optionDeletion, optionRules, pageCap } from './rules.js';

type Operations = Pick<
  JiraCloudOperations,
  | 'getOptionsForContext'
  | 'createCustomFieldOption'
  | 'updateCustomFieldOption'
  | 'reorderCustomFieldOptions'
  | 'deleteCustomFieldOption'
>;

export const options: Handlers<Operations> = {
  getOptionsForContext({ root, path, query, links, profile }) {
    const [, context] = requireOptionContext(root, path.fieldId, path.contextId);
    return ok(pageOf(optionsAsked(root, context, query), query, { links, cap: pageCap(profile) }, renderOption));
  },

  createCustomFieldOption({ world, path, body, profile }) {
    const inputs = (body.options ?? []).map(({ value, disabled, optionId }) => ({
      value,
      disabled,
      parentId: optionId,
    }));
    const made = world.write((tx) => createOptions(tx, path.fieldId, path.contextId, inputs, optionRules(profile)));
    return ok({ options: made.map(renderOption) });
  },

  updateCustomFieldOption({ world, path, body, profile }) {
    const changed = world.write((tx) =>
      updateOptions(tx, path.fieldId, path.contextId, body.options ?? [], optionRules(profile)),
    );
    return ok({ options: changed.map(({ id, value, disabled }) => ({ id: String(id), value, disabled })) });
  },

  reorderCustomFieldOptions({ world, path, body }) {
    const { customFieldOptionIds: optionIds, after, position } = body;
    world.write((tx) => moveOptions(tx, path.fieldId, path.contextId, { optionIds, after, position }));
    return noContent();
  },

  deleteCustomFieldOption({ world, path, profile }) {
    world.write((tx) => deleteOption(tx, path.fieldId, path.contextId, path.optionId, optionDeletion(profile)));
    return noContent();
  },
};

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
