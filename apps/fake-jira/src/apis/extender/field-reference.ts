import { findFieldByReference, RuleError, type CustomField } from '@fake-jira/world';
import type { Call } from '../../http/call.js';
import { fieldReferences } from './rules.js';

/**
 * The field that an address names, by its number or, where this instance takes that, its long ID.
 *
 * @throws RuleError `field-not-found`, also for one in the trash; `field-id-invalid`
 */
export function fieldOf({ root, profile }: Pick<Call, 'root' | 'profile'>, reference: string): CustomField {
  const rules = fieldReferences(profile);
  const field = findFieldByReference(root, reference, rules);
  if (field && !field.trashed) return field;
  const isLong = /^customfield_\d+$/.test(reference);
  throw new RuleError(isLong && !rules.longIds ? 'field-id-invalid' : 'field-not-found', { fieldId: reference });
}
