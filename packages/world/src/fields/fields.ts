import type { FieldType } from './field-type.js';
import { findFieldType, fieldType } from './field-types.js';
import { customFieldId, idNumber, type Id } from '../core/ids.js';
import type { CustomField, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import { findSystemField } from './system-fields.js';
import type { Transaction } from '../core/transaction.js';

/** Longest name of a field (Jira's Field API, create custom field). */
export const fieldNameLimit = 255;
/** Longest description of a field (Jira's Field API, update custom field). */
export const fieldDescriptionLimit = 40_000;

/** A custom field by its number or its id in addresses, trashed or not. */
export function findField(root: Root, id: Id): CustomField | undefined {
  const number = fieldNumber(root, id);
  return number === undefined ? undefined : root.fields.get(number);
}

/** The number that an id in addresses stands for, whether or not there is such a field. */
export function fieldNumber({ appFieldIds }: Pick<Root, 'appFieldIds'>, id: Id): number | undefined {
  if (typeof id === 'number') return id;
  const digits = /^customfield_(\d+)$/.exec(id)?.[1];
  return digits === undefined ? appFieldIds.get(id) : idNumber(digits);
}

/**
 * The custom field that an address names, in the trash or not.
 *
 * @throws RuleError `field-not-custom`, `field-id-invalid` (not of the form `customfield_10000`), `field-not-found`
 */
export function requireFieldEvenTrashed(root: Root, id: Id): CustomField {
  const field = findField(root, id);
  if (field) return field;
  const fieldId = String(id);
  if (findSystemField(fieldId)) throw new RuleError('field-not-custom', { fieldId });
  if (typeof id === 'string' && /^\d+$/.test(id)) throw new RuleError('field-id-invalid', { fieldId });
  throw new RuleError('field-not-found', { fieldId });
}

/** The custom field that an address names; one in the trash counts as not there. */
export function requireCustomField(root: Root, id: Id): CustomField {
  const field = requireFieldEvenTrashed(root, id);
  if (field.trashed) throw new RuleError('field-not-found', { fieldId: String(id) });
  return field;
}

/**
 * The custom field that an address names, of which the contexts can be configured: not so of a field of a team-managed
 * project, which counts as not there.
 */
export function requireConfigurableField(root: Root, id: Id): CustomField {
  const field = requireCustomField(root, id);
  if (field.ofProject !== undefined) throw new RuleError('field-not-found', { fieldId: String(id) });
  return field;
}

/** How a field can be named: by 10000, by `customfield_10000`, or by both. */
export type FieldIdForm = 'number' | 'long' | 'both';

/** A custom field by one form of its id or another, in the trash or not. */
export function findFieldByReference(root: Root, reference: string, form: FieldIdForm): CustomField | undefined {
  const [, prefix, digits = ''] = /^(customfield_)?(\d+)$/.exec(reference) ?? [];
  const given = prefix === undefined ? 'number' : 'long';
  return form === 'both' || form === given ? root.fields.get(idNumber(digits)) : undefined;
}

/**
 * The custom field that an address names by one form of its id or another; one in the trash counts as not there.
 *
 * @throws RuleError `field-id-invalid` for the long form where only the number is one, and for anything but the long
 *   form where only that is one; `field-not-found`
 */
export function requireFieldByReference(root: Root, reference: string, form: FieldIdForm): CustomField {
  const field = findFieldByReference(root, reference, form);
  if (field && !field.trashed) return field;
  const isLong = /^customfield_\d+$/.test(reference);
  const isInvalid = (form === 'number' && isLong) || (form === 'long' && !isLong);
  throw new RuleError(isInvalid ? 'field-id-invalid' : 'field-not-found', { fieldId: reference });
}

/** Custom fields that are not in the trash, by number. */
export function* liveFields(root: Root): Iterable<CustomField> {
  for (const field of root.fields.values()) if (!field.trashed) yield field;
}

/** Key of a field: that of its app where it has one, else its id. */
export function fieldKey(field: CustomField): string {
  return field.appFieldKey ?? customFieldId(field.id);
}

export function typeOf(field: CustomField): FieldType {
  return fieldType(field.type);
}

export interface FieldRules {
  /** Whether two fields may have one name. */
  readonly uniqueNames: boolean;
  /** Whether a type of field is there; absent: each is. */
  readonly hasType?: (type: FieldType) => boolean;
}

export interface NewField {
  readonly name: string;
  /** Full or short key of the type. */
  readonly type: string;
  readonly description?: string | undefined;
  /** Absent or null: a field that cannot be searched by value. */
  readonly searcherKey?: string | null | undefined;
  readonly locked?: boolean;
  readonly appFieldKey?: string;
  /** The team-managed project that it is of. */
  readonly ofProject?: number;
  readonly id?: number;
}

/**
 * Makes a custom field, without a context.
 *
 * @throws RuleError `field-name-empty`, `field-name-too-long`, `field-description-too-long`, `field-type-unknown`,
 *   `searcher-not-for-type`, `field-name-taken`
 */
export function createField(tx: Transaction, input: NewField, rules: FieldRules = { uniqueNames: false }): CustomField {
  const type = findFieldType(input.type);
  if (!type || rules.hasType?.(type) === false) {
    throw new RuleError('field-type-unknown', { type: input.type });
  }
  const details = checkDetails(type, input);
  if (rules.uniqueNames) requireNameFree(tx.root, details.name);
  const id = input.id ?? tx.nextId('field');
  tx.reserveId('field', id);
  const field: CustomField = {
    id,
    name: details.name,
    description: details.description ?? '',
    type: type.key,
    searcherKey: details.searcherKey ?? null,
    locked: input.locked ?? false,
    ...(input.appFieldKey === undefined ? {} : { appFieldKey: input.appFieldKey }),
    ...(input.ofProject === undefined ? {} : { ofProject: input.ofProject }),
  };
  tx.put('fields', id, field);
  tx.announce({ type: 'field-created', after: field });
  return field;
}

export interface FieldChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly searcherKey?: string | null | undefined;
}

/**
 * Changes what is given and leaves the rest.
 *
 * @throws RuleError as {@link createField}, and `field-locked`
 */
export function updateField(
  tx: Transaction,
  id: Id,
  change: FieldChange,
  rules: FieldRules = { uniqueNames: false },
): CustomField {
  const field = requireCustomField(tx.root, id);
  requireUnlocked(field);
  const details = checkDetails(typeOf(field), { ...change, name: change.name ?? field.name });
  if (rules.uniqueNames && details.name !== field.name) requireNameFree(tx.root, details.name);
  const updated: CustomField = {
    ...field,
    name: details.name,
    description: details.description ?? field.description,
    searcherKey: details.searcherKey === undefined ? field.searcherKey : details.searcherKey,
  };
  tx.put('fields', field.id, updated);
  tx.announce({ type: 'field-updated', before: field, after: updated });
  return updated;
}

export function requireUnlocked(field: CustomField): void {
  if (field.locked) throw new RuleError('field-locked', { fieldId: customFieldId(field.id) });
}

/** What is given; throws where Jira would refuse it. Blanks around a name stay (a Cloud has names that end in one). */
function checkDetails(type: FieldType, input: FieldChange & { readonly name: string }) {
  const { name } = input;
  if (name.trim() === '') throw new RuleError('field-name-empty', {});
  checkLength('field-name-too-long', name, fieldNameLimit);
  if (input.description !== undefined) {
    checkLength('field-description-too-long', input.description, fieldDescriptionLimit);
  }
  const { searcherKey } = input;
  if (searcherKey != null && !type.searcherKeys.includes(searcherKey)) {
    throw new RuleError('searcher-not-for-type', { searcherKey, type: type.key });
  }
  return { name, description: input.description, searcherKey };
}

function requireNameFree(root: Root, name: string): void {
  const lower = name.toLowerCase();
  for (const [key] of root.fieldsByName.entries([lower, 0])) {
    if (key[0] !== lower) return;
    if (root.fields.get(key[1])?.name === name) throw new RuleError('field-name-taken', { name });
  }
}

type TooLong = 'field-name-too-long' | 'field-description-too-long' | 'context-name-too-long' | 'option-value-too-long';

/** @throws RuleError `code`, where the text is longer than `limit` UTF-16 units, as Java counts them */
export function checkLength(code: TooLong, text: string, limit: number): void {
  if (text.length > limit) throw new RuleError(code, { length: text.length, limit });
}
