import { defaultValues as defaultValuesOf, requireCustomField, setDefaultValues } from '@fake-jira/world';
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
