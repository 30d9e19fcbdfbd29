import { isMultiLevel } from '../../fields/field-types.js';
import { typeOf } from '../../fields/fields.js';
import { customFieldId } from '../../core/ids.js';
import type { CustomField, Root } from '../../core/root.js';
import { RuleError } from '../../core/rule-error.js';

/** Whether Customfield Editor edits a field: its type is one with options. */
export function isEditable(field: CustomField): boolean {
  return typeOf(field).optionLevels > 0;
}

/** @throws RuleError `field-type-not-supported` for a field that Customfield Editor does not edit */
export function requireEditable(field: CustomField): void {
  if (isEditable(field)) return;
  throw new RuleError('field-type-not-supported', { fieldId: customFieldId(field.id), type: field.type });
}

/** Whether somebody may delete options and default values through Customfield Editor. */
export function isDeleteAllowed(root: Root, administrator: boolean): boolean {
  return administrator || !root.settings.onlyAdministratorsDeleteOptions;
}

/** @throws RuleError `delete-setting-active` where only administrators may delete, and this is none */
export function requireDeleteAllowed(root: Root, administrator: boolean): void {
  if (!isDeleteAllowed(root, administrator)) throw new RuleError('delete-setting-active', {});
}

/**
 * The default value of a multi-level cascading select is read-only while the app of that type has no licence.
 *
 * @throws RuleError `multi-level-not-licensed`
 */
export function requireMultiLevelLicence(root: Root, field: CustomField): void {
  if (!isMultiLevel(typeOf(field)) || root.settings.multiLevelCascadingLicence) return;
  throw new RuleError('multi-level-not-licensed', { fieldId: customFieldId(field.id) });
}
