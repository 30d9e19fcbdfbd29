import { customFieldId, fieldKey, typeOf, type CustomField, type SystemField } from '@fake-jira/world';
import type { View } from './call.js';
import { inForm } from './forms.js';

/** The `schema` of a custom field. */
export function customFieldSchema(field: CustomField) {
  return { ...typeOf(field).schema, custom: field.type, customId: field.id };
}

/** A custom field as lists and creates show it (`FieldDetails`). */
export function renderCustomField(field: CustomField, { behaviour }: Pick<View, 'behaviour'>) {
  const parts = {
    id: customFieldId(field.id),
    key: fieldKey(field),
    name: field.name,
    untranslatedName: field.name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: field.searcherKey !== null,
    clauseNames: [`cf[${field.id}]`, field.name],
    schema: customFieldSchema(field),
  };
  return inForm(parts, behaviour.forms.field);
}

export function renderSystemField(field: SystemField, { behaviour }: Pick<View, 'behaviour'>) {
  const parts = { ...field, key: field.id, custom: false, clauseNames: [...field.clauseNames] };
  return inForm(parts, behaviour.forms.systemField);
}
