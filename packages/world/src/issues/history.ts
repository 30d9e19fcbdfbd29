import type { Issue, IssueChange, Root } from '../core/root.js';
import type { Transaction } from '../core/transaction.js';
import { changedFields } from './changed-fields.js';

/** Notes what a change has made of an issue; nothing where all stayed as it was. */
export function noteChange(tx: Transaction, before: Issue, after: Issue, by: string): void {
  const fields = changedFields(tx.root, before, after);
  if (fields.length === 0) return;
  const change: IssueChange = { id: tx.nextId('issueChange'), at: tx.now, by, fields };
  tx.put('issueChanges', after.id, [...changesOfIssue(tx.root, after.id), change]);
}

/** What was changed of an issue, the oldest first. */
export function changesOfIssue(root: Root, issueId: number): readonly IssueChange[] {
  return root.issueChanges.get(issueId) ?? [];
}
