import { isMultiLevel } from '../../fields/field-types.js';
import { typeOf } from '../../fields/fields.js';
import { customFieldId } from '../../core/ids.js';
import type { CustomField, Root } from '../../core/root.js';
import { RuleError } from '../../core/rule-error.js';

export interface EditingRules {
  /** Full keys of the types whose fields are edited; absent: of every type with options. */
  readonly types?: ReadonlySet<string> | 'all';
}

/** Whether Customfield Editor edits a field. */
export function isEditable(field: CustomField, { types }: EditingRules = {}): boolean {
  if (types === undefined) return typeOf(field).optionLevels > 0;
  return types === 'all' || types.has(field.type);
}

/** As what a field that is not edited is refused: as a whole, or because it has not what is asked for. */
export type NotEditable = 'field-type-not-supported' | 'options-not-supported' | 'cascading-not-supported';

/** @throws RuleError `code` for a field that Customfield Editor does not edit */
export function requireEditable(
  field: CustomField,
  rules: EditingRules = {},
  code: NotEditable = 'field-type-not-supported',
): void {
  if (!isEditable(field, rules)) throw new RuleError(code, { fieldId: customFieldId(field.id), type: field.type });
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
