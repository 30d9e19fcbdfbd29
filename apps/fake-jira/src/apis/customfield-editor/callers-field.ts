import { answer } from '@fake-jira/profile';
import { requireCustomField, RuleError, type Asking, type CustomField, type Id } from '@fake-jira/world';
import { userOf, type Call } from '../../http/call.js';
import { isSupportedType, type TypeView } from './field-types.js';

/** Who asks, as the world wants to know it. */
export function askingOf(call: Pick<Call, 'caller'>): Asking {
  return { user: userOf(call), administrator: call.caller.administrator };
}

/** Whether the app deals with a field of this type. */
export function isServed(field: CustomField, view: TypeView & Pick<Call, 'versions'>): boolean {
  if (isSupportedType(field, view)) return true;
  // In 1.2.x it is known what becomes of other types (Swagger of 1.2.1).
  return (
    view.versions.customfieldEditor.atLeast('1.3') && answer(view.profile, 'editor.unsupported-type') === 'accepted'
  );
}

/**
 * The field that an address names, if the app deals with its type.
 *
 * @param refusal - what a field of another type is refused with
 * @throws RuleError `field-not-found`, and `refusal`
 */
export function servedField(
  call: TypeView & Pick<Call, 'root' | 'versions'>,
  id: Id,
  refusal: TypeRefusal = 'field-type-not-supported',
): CustomField {
  const field = requireCustomField(call.root, id);
  if (isServed(field, call)) return field;
  const fieldId = String(id);
  if (refusal === 'field-type-not-supported') throw new RuleError(refusal, { fieldId, type: field.type });
  throw new RuleError(refusal, { fieldId });
}

export type TypeRefusal = 'field-type-not-supported' | 'options-not-supported' | 'cascading-not-supported';
