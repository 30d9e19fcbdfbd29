import type { Issue, Project, Root } from '../core/root.js';
import type { Transaction } from '../core/transaction.js';
import { noteChange } from '../issues/history.js';

/** The issues of a project, by number. */
export function issuesOfProject(root: Root, { id }: Pick<Project, 'id'>): Issue[] {
  const range = root.issuesOfProject.getRange([id, 0], [id, Infinity]);
  return range.map(([[, issueId]]) => root.issues.get(issueId) as Issue);
}

/** Writes an issue that a change of its project has changed, and notes that in its history. */
export function changeIssue(tx: Transaction, before: Issue, changed: Issue, by: string): void {
  const after = { ...changed, updated: tx.now };
  tx.put('issues', before.id, after);
  noteChange(tx, before, after, by, 'issue_updated');
}

/** Ids in which one has become another, or is gone; each once. */
export function swappedIds(ids: readonly number[], id: number, to: number | undefined): number[] {
  return [...new Set(ids.flatMap((one) => (one === id ? (to ?? []) : one)))];
}
