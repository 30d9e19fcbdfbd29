import { removeGrants, wholeField } from './grants.js';
import type { Transaction } from '../../core/transaction.js';

/** Deletes what is granted on fields and contexts that are gone: leftovers of states from elsewhere. */
export function cleanUpGrants(tx: Transaction): void {
  const { fields, contexts, grants } = tx.root;
  for (const [fieldId, contextId] of [...grants.keys()]) {
    const there = fields.has(fieldId) && (contextId === wholeField || contexts.get(contextId)?.fieldId === fieldId);
    if (!there) removeGrants(tx, fieldId, contextId);
  }
}
