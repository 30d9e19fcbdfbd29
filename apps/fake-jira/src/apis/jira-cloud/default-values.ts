import {
  contextsOfField,
  defaultValues as defaultValuesOf,
  requireCustomField,
  setDefaultValues,
} from '@fake-jira/world';
import { noContent } from '../../http/response.js';
import { okPage, type JiraHandlers } from './call.js';
import { readDefaultValue, renderDefaultValue } from './default-value-forms.js';

export const defaultValues = {
  getDefaultValues(call) {
    const field = requireCustomField(call.root, call.path.fieldId);
    const asked = call.query.contextId;
    const found = [...defaultValuesOf(call.root, field)].filter(({ context }) => !asked || asked.includes(context.id));
    return okPage(found, call, ({ context, value }) => renderDefaultValue(context, value, call.behaviour));
  },

  getContextDefaultValues(call) {
    const { root, query, behaviour } = call;
    const field = requireCustomField(root, call.path.fieldId);
    const values = new Map([...defaultValuesOf(root, field)].map(({ context, value }) => [context.id, value]));
    const found = [...contextsOfField(root, field.id)].filter(
      ({ id }) =>
        (behaviour.listsContextsWithoutDefault || values.has(id)) && (!query.contextId || query.contextId.includes(id)),
    );
    return okPage(found, call, (context) => {
      const value = values.get(context.id);
      const shown = value && { isAnyIssueType: true, value: renderDefaultValue(context, value, behaviour) };
      return { contextId: context.id, defaultValues: shown ? [shown] : [] };
    });
  },

  setDefaultValues({ world, path, body }) {
    const changes = (body.defaultValues ?? []).map((json) => ({
      contextId: json.contextId,
      type: json.type,
      value: readDefaultValue(json),
    }));
    world.write((tx) => setDefaultValues(tx, path.fieldId, changes));
    return noContent();
  },
} satisfies Partial<JiraHandlers>;
