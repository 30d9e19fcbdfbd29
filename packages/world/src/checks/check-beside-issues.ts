import type { Root } from '../core/root.js';
import { issueLinkTypes } from '../issues/issue-links.js';

/** Comments of issues and links between them. */
export function* checkBesideIssues(root: Root): Iterable<string> {
  for (const { id, issueId, author, updateAuthor } of root.comments.values()) {
    if (!root.issues.has(issueId)) yield `Comment ${id} is of the unknown issue ${issueId}.`;
    for (const accountId of [author, updateAuthor]) {
      if (!root.users.has(accountId)) yield `Comment ${id} names the unknown user ${accountId}.`;
    }
  }
  for (const { id, typeId, fromId, toId } of root.issueLinks.values()) {
    if (!issueLinkTypes.some((type) => type.id === typeId)) yield `Link ${id} has the unknown type ${typeId}.`;
    for (const issueId of [fromId, toId]) {
      if (!root.issues.has(issueId)) yield `Link ${id} names the unknown issue ${issueId}.`;
    }
    if (fromId === toId) yield `Link ${id} links the issue ${fromId} to itself.`;
  }
}
