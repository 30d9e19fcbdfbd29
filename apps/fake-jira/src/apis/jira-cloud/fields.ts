import type { JiraCloudOperations } from '@fake-jira/openapi';
import { answer } from '@fake-jira/profile';
import {
  contextNameLimit,
  createContext,
  createField,
  findFieldType,
  RuleError,
  systemFields,
  updateField,
  visibleFields,
} from '@fake-jira/world';
import { created, noContent, ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { contextRules, fieldRules } from './rules.js';
import { renderCustomField, renderSystemField } from './render-field.js';

type Operations = Pick<JiraCloudOperations, 'getFields' | 'createCustomField' | 'updateCustomField'>;

/** The name that Jira gives to the context with which a new field starts; a long one is cut. */
function firstContextName(fieldName: string): string {
  return `Default Configuration Scheme for ${fieldName}`.slice(0, contextNameLimit);
}

export const fields: Handlers<Operations> = {
  getFields: (call) =>
    ok([
      ...systemFields().map((field) => renderSystemField(field, call)),
      ...[...visibleFields(call.root, call.caller)].map((field) => renderCustomField(field, call)),
    ]),

  createCustomField(call) {
    const { world, body, profile, versions } = call;
    if (findFieldType(body.type)?.protection && !versions.protectedFields.installed) {
      throw new RuleError('field-type-unknown', { type: body.type });
    }
    const field = world.write((tx) => {
      const made = createField(tx, body, fieldRules(profile));
      if (answer(profile, 'jira.new-field-context') === 'one-global') {
        createContext(tx, made.id, { name: firstContextName(made.name) }, contextRules(profile));
      }
      return made;
    });
    return created(renderCustomField(field, call));
  },

  updateCustomField({ world, path, body, profile }) {
    world.write((tx) => updateField(tx, path.fieldId, body, fieldRules(profile)));
    return noContent();
  },
};
