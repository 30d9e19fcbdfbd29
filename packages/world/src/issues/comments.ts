import type { RichText } from '../core/field-values.js';
import { idNumber, type Id } from '../core/ids.js';
import type { Comment, Issue, Moment, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';

/** Most characters of a comment, as Jira is installed. */
export const commentLimit = 32_767;

export interface NewComment {
  readonly body: RichText | null;
  /** Account id of who writes it. */
  readonly by: string;
  readonly id?: number;
  readonly created?: Moment | undefined;
  readonly updated?: Moment | undefined;
  readonly updatedBy?: string | undefined;
}

/**
 * Adds a comment behind those that an issue has.
 *
 * @throws RuleError `comment-empty`, `comment-too-long`
 */
export function addComment(tx: Transaction, issue: Issue, input: NewComment): Comment {
  const body = checkBody(input.body);
  const id = input.id ?? tx.nextId('comment');
  tx.reserveId('comment', id);
  const created = input.created ?? tx.now;
  const comment: Comment = {
    id,
    issueId: issue.id,
    author: input.by,
    body,
    created,
    updateAuthor: input.updatedBy ?? input.by,
    updated: input.updated ?? created,
  };
  tx.put('comments', id, comment);
  // One that a world file has was written when the file says.
  if (input.created === undefined) touchIssue(tx, issue);
  tx.announce({ type: 'comment-created', comment, by: input.by });
  return comment;
}

/**
 * Gives a comment another text.
 *
 * @throws RuleError `comment-not-found`, `comment-empty`, `comment-too-long`
 */
export function editComment(
  tx: Transaction,
  issue: Issue,
  commentId: Id,
  { body, by }: Pick<NewComment, 'body' | 'by'>,
): Comment {
  const before = requireComment(tx.root, issue, commentId);
  const comment: Comment = { ...before, body: checkBody(body), updateAuthor: by, updated: tx.now };
  tx.put('comments', before.id, comment);
  touchIssue(tx, issue);
  tx.announce({ type: 'comment-updated', comment, by });
  return comment;
}

/**
 * Deletes a comment.
 *
 * @param by - account id of who does it
 * @throws RuleError `comment-not-found`
 */
export function deleteComment(tx: Transaction, issue: Issue, commentId: Id, by: string): void {
  const comment = requireComment(tx.root, issue, commentId);
  tx.remove('comments', comment.id);
  touchIssue(tx, issue);
  tx.announce({ type: 'comment-deleted', comment, by });
}

/** Says that something of an issue has changed now. */
export function touchIssue(tx: Transaction, { id }: Issue): void {
  const issue = tx.root.issues.get(id);
  if (issue && issue.updated !== tx.now) tx.put('issues', id, { ...issue, updated: tx.now });
}

/** A comment of an issue. @throws RuleError `comment-not-found` where the issue has none of the id */
export function requireComment(root: Root, issue: Issue, commentId: Id): Comment {
  const comment = root.comments.get(idNumber(commentId));
  if (comment?.issueId !== issue.id) throw new RuleError('comment-not-found', { commentId: String(commentId) });
  return comment;
}

/** The comments of an issue, the oldest first. */
export function commentsOf(root: Root, issueId: number): Comment[] {
  return root.commentsOfIssue
    .getRange([issueId, 0], [issueId, Infinity])
    .map(([[, id]]) => root.comments.get(id) as Comment);
}

function checkBody(body: RichText | null): RichText {
  if (body === null || ('text' in body && body.text.trim() === '')) throw new RuleError('comment-empty', {});
  const length = 'text' in body ? body.text.length : JSON.stringify(body.document).length;
  if (length > commentLimit) throw new RuleError('comment-too-long', { length, limit: commentLimit });
  return body;
}
