import { removeContext } from '../contexts/context-deletion.js';
import { contextsOfField } from '../contexts/contexts.js';
import { requireFieldEvenTrashed, requireUnlocked } from './fields.js';
import { customFieldId, type Id } from '../core/ids.js';
import { clearFieldFromIssues } from '../issues/issue-values.js';
import type { CustomField, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import { removeFieldFromAllScreens } from '../screens/screens.js';
import { runningTask, startTask } from '../core/tasks.js';
import type { Transaction } from '../core/transaction.js';
import type { Task, User } from '../core/root.js';

/** How long a field stays in the trash before it is deleted for good: 60 days (Jira's help on deleting fields). */
export const trashRetention = 60 * 24 * 60 * 60 * 1000;

/**
 * Moves a field to the trash.
 *
 * @throws RuleError `field-locked`, `field-delete-running`, `field-already-in-trash`
 */
export function trashField(tx: Transaction, id: Id, by: User): CustomField {
  const field = requireFieldEvenTrashed(tx.root, id);
  requireUnlocked(field);
  requireNotBeingDeleted(tx.root, field);
  if (field.trashed) throw new RuleError('field-already-in-trash', { fieldId: customFieldId(field.id) });
  const deleteAt = tx.now + trashRetention;
  const trashed: CustomField = { ...field, trashed: { at: tx.now, by: by.accountId, deleteAt } };
  tx.put('fields', field.id, trashed);
  tx.announce({ type: 'field-trashed', before: field, after: trashed });
  return trashed;
}

/** @throws RuleError `field-delete-running`, `field-not-in-trash` */
export function restoreField(tx: Transaction, id: Id): CustomField {
  const before = requireFieldEvenTrashed(tx.root, id);
  const { trashed, ...field } = before;
  requireNotBeingDeleted(tx.root, field);
  if (!trashed) throw new RuleError('field-not-in-trash', { fieldId: customFieldId(field.id) });
  tx.put('fields', field.id, field);
  tx.announce({ type: 'field-restored', before, after: field });
  return field;
}

export function* trashedFields(root: Root): Iterable<CustomField> {
  for (const [, fieldId] of root.trash.keys()) yield root.fields.get(fieldId) as CustomField;
}

/**
 * Begins to delete a field, in the trash or not. It is gone when the task is done.
 *
 * @throws RuleError `field-locked`, `field-delete-running`
 */
export function startDeletingField(tx: Transaction, id: Id, by: User): Task {
  const field = requireFieldEvenTrashed(tx.root, id);
  requireUnlocked(field);
  requireNotBeingDeleted(tx.root, field);
  return startTask(tx, by, `Delete custom field ${field.name} (${customFieldId(field.id)})`, {
    kind: 'delete-field',
    fieldId: field.id,
  });
}

function requireNotBeingDeleted(root: Root, field: Pick<CustomField, 'id'>): void {
  const running = runningTask(root, (work) => work.kind === 'delete-field' && work.fieldId === field.id);
  if (!running) return;
  throw new RuleError('field-delete-running', { fieldId: customFieldId(field.id), taskId: String(running.id) });
}

/** Deletes a field for good, with its contexts, options, values and its places on screens. */
export function removeField(tx: Transaction, field: CustomField): void {
  clearFieldFromIssues(tx, field.id);
  for (const context of [...contextsOfField(tx.root, field.id)]) removeContext(tx, context, { withField: true });
  for (const [key] of [...tx.root.appOptions.entries([field.id, 0])]) {
    if (key[0] !== field.id) break;
    tx.remove('appOptions', key);
  }
  removeFieldFromAllScreens(tx, customFieldId(field.id));
  tx.remove('fields', field.id);
  tx.announce({ type: 'field-deleted', before: field });
}
