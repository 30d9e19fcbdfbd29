import type { IssueEventType } from '../core/events.js';
import type { ChangedField, Issue, IssueChange, Root } from '../core/root.js';
import type { Transaction } from '../core/transaction.js';
import { changedFields } from './changed-fields.js';

/** Notes what a change has made of an issue, and announces it; nothing where all stayed as it was. */
export function noteChange(tx: Transaction, before: Issue, after: Issue, by: string, as: IssueEventType): void {
  const fields = changedFields(tx.root, before, after);
  if (fields.length === 0) return;
  const change = note(tx, after.id, by, fields);
  const assigned = as === 'issue_updated' && before.assignee !== after.assignee;
  tx.announce({ type: 'issue-updated', before, after, change, by, as: assigned ? 'issue_assigned' : as });
}

/** Notes what somebody has changed of an issue. */
export function note(tx: Transaction, issueId: number, by: string, fields: readonly ChangedField[]): IssueChange {
  const change: IssueChange = { id: tx.nextId('issueChange'), at: tx.now, by, fields };
  tx.put('issueChanges', issueId, [...changesOfIssue(tx.root, issueId), change]);
  return change;
}

/** Gives an issue the history that a world file has of it. */
export function putChanges(tx: Transaction, { id }: Issue, changes: readonly IssueChange[]): void {
  tx.put('issueChanges', id, changes);
}

/** What was changed of an issue, the oldest first. */
export function changesOfIssue(root: Root, issueId: number): readonly IssueChange[] {
  return root.issueChanges.get(issueId) ?? [];
}
