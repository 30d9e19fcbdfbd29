import {
  addComment,
  commentsOf,
  deleteComment,
  editComment,
  RuleError,
  type Comment,
  type Issue,
  type RichText,
  type Transaction,
  type User,
} from '@fake-jira/world';
import type { View } from './call.js';
import { renderRichText } from './document-format.js';
import { inForm } from './forms.js';
import { readRichText, Unreadable } from './read-value.js';
import { renderUserOfIssue } from './render-user.js';
import { timestamp } from './timestamp.js';

/** The text of a comment, in the form of an API version; `null` where there is none. @throws RuleError */
export function readComment(json: unknown, restVersion: string): RichText | null {
  if (json === undefined || json === null) return null;
  try {
    return readRichText(json, restVersion);
  } catch (error) {
    if (error instanceof Unreadable) throw new RuleError('comment-invalid', {});
    throw error;
  }
}

/** Somebody who has written: no user goes of whom there is a comment. */
function person(accountId: string, view: View) {
  return renderUserOfIssue(view.root.users.get(accountId) as User, view);
}

export function renderComment(comment: Comment, view: View) {
  const { id, issueId, author, body, updateAuthor, created, updated } = comment;
  const parts = {
    self: view.links.rest(`/issue/${issueId}/comment/${id}`),
    id: String(id),
    author: person(author, view),
    body: renderRichText(body, view.restVersion),
    updateAuthor: person(updateAuthor, view),
    created: timestamp(created),
    updated: timestamp(updated),
    jsdPublic: true,
  };
  return inForm(parts, view.behaviour.forms.comment);
}

/** The comments of an issue, as its field `comment` has them. */
export function renderComments(issue: Issue, view: View) {
  const comments = commentsOf(view.root, issue.id).map((comment) => renderComment(comment, view));
  return {
    comments,
    ...(view.behaviour.commentsHaveAddress && { self: view.links.rest(`/issue/${issue.id}/comment`) }),
    maxResults: comments.length,
    total: comments.length,
    startAt: 0,
  };
}

type Operation = Readonly<Record<string, unknown>>;

interface Updates {
  readonly update?: Readonly<Record<string, readonly Operation[]>> | undefined;
}

/** What a create or an edit says of the comments, which are no value of the issue, and the rest of it. */
export function withoutComments<Request extends Updates>(request: Request) {
  const { comment = [], ...update } = request.update ?? {};
  return { comment, rest: request.update ? { ...request, update } : request };
}

/**
 * Does what an edit says of comments: adds, changes, deletes.
 *
 * @throws RuleError for a comment that is not there or has no text
 */
export function changeComments(
  tx: Transaction,
  issue: Issue,
  operations: readonly Operation[],
  { by, restVersion }: { readonly by: string; readonly restVersion: string },
): void {
  for (const operation of operations) {
    for (const [name, given] of Object.entries(operation)) {
      const { id = '', body } = (given ?? {}) as { readonly id?: string | number; readonly body?: unknown };
      if (name === 'add') addComment(tx, issue, { body: readComment(body, restVersion), by });
      else if (name === 'edit') editComment(tx, issue, id, { body: readComment(body, restVersion), by });
      else if (name === 'remove') deleteComment(tx, issue, id, by);
      else throw new RuleError('comment-invalid', {});
    }
  }
}
