import { customFieldId, fieldKey, typeOf, type CustomField, type SystemField } from '@fake-jira/world';
import type { Call } from '../../http/call.js';

/** The `schema` of a custom field. */
export function customFieldSchema(field: CustomField) {
  return { ...typeOf(field).schema, custom: field.type, customId: field.id };
}

/** A custom field as lists and creates show it (`FieldDetails`): on Data Center with neither key nor original name. */
export function renderCustomField(field: CustomField, { versions }: Pick<Call, 'versions'>) {
  const id = customFieldId(field.id);
  const cloud = versions.jira.has('cloud');
  return {
    id,
    ...(cloud && { key: fieldKey(field) }),
    name: field.name,
    ...(cloud && { untranslatedName: field.name }),
    custom: true,
    orderable: true,
    navigable: true,
    searchable: field.searcherKey !== null,
    clauseNames: [`cf[${field.id}]`, field.name],
    schema: customFieldSchema(field),
  };
}

export function renderSystemField(field: SystemField, { versions }: Pick<Call, 'versions'>) {
  const { id, name, schema, clauseNames, orderable, navigable, searchable } = field;
  const key = versions.jira.has('cloud') && { key: id };
  return { id, ...key, name, custom: false, orderable, navigable, searchable, clauseNames: [...clauseNames], schema };
}
