import { configuredFields, fieldConfigurations } from '@fake-jira/world';
import { okPage, type JiraHandlers } from './call.js';

export const fieldConfigurationHandlers = {
  getAllFieldConfigurations(call) {
    const { id: ids = [], isDefault = false, query: part = '' } = call.query;
    const text = part.toLowerCase();
    const found = fieldConfigurations.filter(
      (one) =>
        (ids.length === 0 || ids.includes(one.id)) &&
        (!isDefault || one.isDefault) &&
        [one.name, one.description].some((said) => said.toLowerCase().includes(text)),
    );
    return okPage(found, call, (one) => ({ ...one }));
  },

  getFieldConfigurationItems: (call) =>
    okPage(configuredFields(call.root, call.path.id), call, (field) => ({ ...field })),
} satisfies Partial<JiraHandlers>;
