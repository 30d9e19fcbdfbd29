import { addComment, commentsOf, deleteComment, editComment, requireComment, requireIssue } from '@fake-jira/world';
import { created, noContent, ok } from '../../http/response.js';
import { userOf } from '../../http/request-context.js';
import type { JiraHandlers } from './call.js';
import { readComment, renderComment } from './comment-forms.js';

/** The comments of an issue. */
export const comments = {
  getComments(call) {
    const { root, path, query, behaviour } = call;
    const issue = requireIssue(root, path.issueIdOrKey);
    const all = commentsOf(root, issue.id);
    if (query.orderBy === '-created') all.reverse();
    const startAt = Math.max(0, query.startAt ?? 0);
    const maxResults = Math.max(0, query.maxResults ?? behaviour.commentsPage ?? all.length);
    const page = all.slice(startAt, startAt + maxResults);
    const shown = page.map((comment) => renderComment(comment, call));
    return ok({ startAt, maxResults, total: all.length, comments: shown });
  },

  addComment(call) {
    const { world, path, body, restVersion } = call;
    const comment = world.write((tx) => {
      const issue = requireIssue(tx.root, path.issueIdOrKey);
      return addComment(tx, issue, { body: readComment(body.body, restVersion), by: userOf(call).accountId });
    });
    return created(renderComment(comment, { ...call, root: world.root }));
  },

  getComment(call) {
    const { root, path } = call;
    return ok(renderComment(requireComment(root, requireIssue(root, path.issueIdOrKey), path.id), call));
  },

  updateComment(call) {
    const { world, path, body, restVersion } = call;
    const comment = world.write((tx) => {
      const issue = requireIssue(tx.root, path.issueIdOrKey);
      requireComment(tx.root, issue, path.id);
      const given = { body: readComment(body.body, restVersion), by: userOf(call).accountId };
      return editComment(tx, issue, path.id, given);
    });
    return ok(renderComment(comment, { ...call, root: world.root }));
  },

  deleteComment(call) {
    const { world, path } = call;
    const by = userOf(call).accountId;
    world.write((tx) => deleteComment(tx, requireIssue(tx.root, path.issueIdOrKey), path.id, by));
    return noContent();
  },
} satisfies Partial<JiraHandlers>;
