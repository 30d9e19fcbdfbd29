import { requireFieldContext, requireMayGo, type GlobalContextRules } from './contexts.js';
import type { Id } from '../core/ids.js';
import { removeOptionsOfContext } from '../options/option-deletion.js';
import type { Context } from '../core/root.js';
import type { Transaction } from '../core/transaction.js';

/**
 * Deletes a context with its options and its default; issues lose the options they had from it.
 *
 * @throws RuleError `global-context-stays`
 */
export function deleteContext(tx: Transaction, fieldId: Id, contextId: Id, rules: GlobalContextRules = {}): void {
  const [, context] = requireFieldContext(tx.root, fieldId, contextId);
  requireMayGo(context, rules);
  removeContext(tx, context);
}

/** {@link deleteContext} for a context that is known to be there. */
export function removeContext(tx: Transaction, context: Context, { withField = false } = {}): void {
  removeOptionsOfContext(tx, context);
  tx.remove('contexts', context.id);
  tx.announce({ type: 'context-deleted', before: context, withField });
}
