import { customFieldId, fieldKey, typeOf, type CustomField, type FieldType, type SystemField } from '@fake-jira/world';
import type { View } from './call.js';
import { inForm } from './forms.js';
import { scopeOf } from './scope.js';

/** The `schema` of a custom field. */
export function customFieldSchema(field: CustomField) {
  const known = schemas.get(field) ?? { ...typeOf(field).schema, custom: field.type, customId: field.id };
  schemas.set(field, known);
  return known;
}

/** By record, which outlives the roots that it is in. */
const schemas = new WeakMap<
  CustomField,
  FieldType['schema'] & { readonly custom: string; readonly customId: number }
>();

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
    searchable: behaviour.everyFieldIsSearchable || field.searcherKey !== null,
    clauseNames: behaviour.clauseNamesOf(field),
    scope: scopeOf(field.ofProject),
    schema: customFieldSchema(field),
  };
  return inForm(parts, behaviour.forms.field);
}

export function renderSystemField(field: SystemField, { behaviour }: Pick<View, 'behaviour'>) {
  const clauseNames = [...field.clauseNames];
  // The list alone does not tell the schema of the parent, which metadata has.
  const schema = field.id === 'parent' ? undefined : field.schema;
  const parts = { ...field, key: field.id, custom: false, clauseNames, schema };
  return inForm(parts, behaviour.forms.systemField);
}
