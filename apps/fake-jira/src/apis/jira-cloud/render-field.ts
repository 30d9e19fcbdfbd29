import { customFieldId, fieldKey, typeOf, type CustomField, type SystemField } from '@fake-jira/world';

/** The `schema` of a custom field. */
export function customFieldSchema(field: CustomField) {
  return { ...typeOf(field).schema, custom: field.type, customId: field.id };
}

/** A custom field as lists and creates show it (`FieldDetails`). */
export function renderCustomField(field: CustomField) {
  const id = customFieldId(field.id);
  return {
    id,
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
}

export function renderSystemField({ id, name, schema, clauseNames, orderable, navigable, searchable }: SystemField) {
  return { id, key: id, name, custom: false, orderable, navigable, searchable, clauseNames: [...clauseNames], schema };
}
