import {
  contextNameLimit,
  createContext,
  createField,
  systemFields,
  updateField,
  visibleFields,
} from '@fake-jira/world';
import { created, noContent, ok } from '../../http/response.js';
import type { JiraHandlers } from './call.js';
import { renderCustomField, renderSystemField } from './render-field.js';

/** The name that Jira gives to the context with which a new field starts; a long one is cut. */
function firstContextName(fieldName: string): string {
  return `Default Configuration Scheme for ${fieldName}`.slice(0, contextNameLimit);
}

export const fields = {
  getFields: (call) =>
    ok([
      ...systemFields().map((field) => renderSystemField(field, call)),
      ...[...visibleFields(call.root, call.caller)].map((field) => renderCustomField(field, call)),
    ]),

  createCustomField(call) {
    const { fieldRules, contextRules, newFieldHasContext } = call.behaviour;
    const field = call.world.write((tx) => {
      const made = createField(tx, call.body, fieldRules);
      if (newFieldHasContext) createContext(tx, made.id, { name: firstContextName(made.name) }, contextRules);
      return made;
    });
    return created(renderCustomField(field, call));
  },

  updateCustomField({ world, path, body, behaviour }) {
    world.write((tx) => updateField(tx, path.fieldId, body, behaviour.fieldRules));
    return noContent();
  },
} satisfies Partial<JiraHandlers>;
