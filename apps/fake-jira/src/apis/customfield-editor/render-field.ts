import type { CustomField } from '@fake-jira/world';
import { fieldTypeName, type TypeView } from './field-types.js';

/** A custom field as every list of the app begins it. */
export function renderField(field: CustomField, view: TypeView) {
  return {
    fieldId: field.id,
    fieldName: field.name,
    fieldType: fieldTypeName(field, view),
    fieldDescription: field.description,
  };
}
