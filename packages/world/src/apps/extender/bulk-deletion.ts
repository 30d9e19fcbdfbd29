import { findField, findFieldByReference, type FieldIdForm } from '../../fields/fields.js';
import { customFieldId, idNumber, type Id } from '../../core/ids.js';
import { deleteOption } from '../../options/option-deletion.js';
import type { CustomField, Option, Root } from '../../core/root.js';
import { RuleError, type RuleCode } from '../../core/rule-error.js';
import type { Transaction } from '../../core/transaction.js';
import { removeField } from '../../fields/trash.js';

/*
 * Deleting what a list names, as far as it is there: the rest is skipped and reported.
 */

export interface BulkDeletion<Deleted> {
  readonly deleted: readonly Deleted[];
  /** As they were given. */
  readonly skipped: readonly string[];
}

export interface BulkOptionRules {
  /** What becomes of an option with others below it: it takes them along, or it is skipped. */
  readonly children: 'delete' | 'skip';
  /** What becomes of an option that issues have: they lose it, or it is skipped. */
  readonly used: 'clear' | 'skip';
}

/** Deletes options of whichever contexts, by id. One that went with the option above it counts as deleted. */
export function deleteOptions(
  tx: Transaction,
  ids: readonly Id[],
  { children, used }: BulkOptionRules,
): BulkDeletion<Option> {
  const deleted: Option[] = [];
  const skipped: string[] = [];
  const named = new Map(ids.map((id) => [String(id), tx.root.options.get(idNumber(id))]));
  for (const [id, option] of named) {
    const gone = option && (!tx.root.options.has(option.id) || tryToDelete(tx, option, { children, used }));
    if (gone) deleted.push(option);
    else skipped.push(id);
  }
  return { deleted, skipped };
}

function tryToDelete(tx: Transaction, option: Option, { children, used }: BulkOptionRules): boolean {
  if (tx.root.fields.get(option.fieldId)?.trashed) return false;
  try {
    deleteOption(tx, option.fieldId, option.contextId, option.id, {
      children: children === 'delete' ? 'delete' : 'refuse',
      used: used === 'clear' ? 'clear' : 'refuse',
    });
    return true;
  } catch (error) {
    // It is refused before anything is written.
    if (!(error instanceof RuleError)) throw error;
    const code = error.code as RuleCode;
    if (code === 'option-has-children' || code === 'option-in-use') return false;
    throw error;
  }
}

export interface BulkFieldRules {
  /** What becomes of a name that several fields have. */
  readonly ambiguousName: 'skip' | 'delete-all';
  readonly idForm: FieldIdForm;
}

/** Deletes fields for good, by name or id. Locked ones, and those in the trash, are skipped. */
export function deleteFields(
  tx: Transaction,
  references: readonly Id[],
  rules: BulkFieldRules,
): BulkDeletion<CustomField> {
  const deleted: CustomField[] = [];
  const skipped: string[] = [];
  for (const reference of new Set(references.map(String))) {
    const named = fieldsNamed(tx.root, reference, rules);
    const ambiguous = named.length > 1 && rules.ambiguousName === 'skip';
    const free = ambiguous ? [] : named.filter((field) => !field.locked);
    for (const field of free) removeField(tx, field);
    deleted.push(...free);
    const known = deleted.some((field) => isNamed(field, reference, rules));
    if (free.length === 0 && !known) skipped.push(reference);
  }
  return { deleted, skipped };
}

/** Why a field was not deleted. */
export interface KeptField {
  readonly id: string;
  readonly reason: 'not-found' | 'locked';
}

/** Deletes fields for good, by their ids in addresses; those that cannot be deleted stay, each with the reason. */
export function deleteFieldsById(
  tx: Transaction,
  ids: readonly string[],
): { readonly deleted: string[]; readonly kept: KeptField[] } {
  const deleted: string[] = [];
  const kept: KeptField[] = [];
  for (const id of new Set(ids)) {
    const field = findField(tx.root, id);
    if (!field || field.locked) kept.push({ id, reason: field ? 'locked' : 'not-found' });
    else {
      removeField(tx, field);
      deleted.push(id);
    }
  }
  return { deleted, kept };
}

/** An id goes before a name. */
function fieldsNamed(root: Root, reference: string, rules: BulkFieldRules): CustomField[] {
  const byId = findFieldByReference(root, reference, rules.idForm);
  if (byId) return byId.trashed ? [] : [byId];
  const lower = reference.toLowerCase();
  return root.fieldsByName
    .getRange([lower, 0], [lower, Infinity])
    .map(([[, id]]) => root.fields.get(id) as CustomField)
    .filter(({ name, trashed }) => name === reference && !trashed);
}

/** Whether a reference is that of a field which is gone now: the same one may come by name and by id. */
function isNamed({ id, name }: CustomField, reference: string, { idForm }: BulkFieldRules): boolean {
  return reference === String(id) || reference === name || (idForm !== 'number' && reference === customFieldId(id));
}
