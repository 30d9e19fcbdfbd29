import { requireFieldContext } from './contexts.js';
import { aboutContext, logEvent } from '../apps/customfield-editor/events.js';
import { removeGrants } from '../apps/customfield-editor/grants.js';
import type { Id } from '../core/ids.js';
import { removeOptionsOfContext } from '../options/option-deletion.js';
import type { Context } from '../core/root.js';
import type { Transaction } from '../core/transaction.js';

/** Deletes a context with its options and its default; issues lose the options they had from it. */
export function deleteContext(tx: Transaction, fieldId: Id, contextId: Id): void {
  const [, context] = requireFieldContext(tx.root, fieldId, contextId);
  removeContext(tx, context);
  logEvent(tx, 'CustomFieldContextDeletedEvent', aboutContext(context));
}

/** {@link deleteContext} for a context that is known to be there. */
export function removeContext(tx: Transaction, context: Context): void {
  removeOptionsOfContext(tx, context);
  removeGrants(tx, context.fieldId, context.id);
  for (const projectId of context.projectIds) tx.edit('contextOfProject').delete([context.fieldId, projectId]);
  tx.edit('contextsOfField').delete([context.fieldId, context.id]);
  tx.edit('contexts').delete(context.id);
}
