import {
  addComment,
  deleteIssueLink,
  issueLinkTypes,
  linkIssues,
  requireIssue,
  requireIssueLink,
  requireIssueLinkType,
  requireIssueLinkTypeNamed,
} from '@fake-jira/world';
import { createdNothing, noContent, ok } from '../../http/response.js';
import { userOf } from '../../http/request-context.js';
import type { JiraHandlers } from './call.js';
import { readComment } from './comment-forms.js';
import { renderLinkInFull, renderLinkType } from './render-link.js';

/** Links between issues, and their types. */
export const issueLinks = {
  getIssueLinkTypes: (call) => ok({ issueLinkTypes: issueLinkTypes.map((type) => renderLinkType(type, call)) }),

  getIssueLinkType: (call) => ok(renderLinkType(requireIssueLinkType(call.path.issueLinkTypeId), call)),

  linkIssues(call) {
    const { world, body, restVersion } = call;
    world.write((tx) => {
      const type = requireIssueLinkTypeNamed(body.type);
      const [from, to] = [body.inwardIssue, body.outwardIssue].map(({ id, key = '' }) =>
        requireIssue(tx.root, id ?? key),
      ) as [ReturnType<typeof requireIssue>, ReturnType<typeof requireIssue>];
      const by = userOf(call).accountId;
      linkIssues(tx, type, from, to, { by });
      if (!body.comment) return;
      addComment(tx, from, { body: readComment(body.comment.body, restVersion), by });
    });
    return createdNothing();
  },

  getIssueLink(call) {
    return ok(renderLinkInFull(requireIssueLink(call.root, call.path.linkId), call));
  },

  deleteIssueLink(call) {
    const { world, path } = call;
    world.write((tx) => deleteIssueLink(tx, path.linkId, userOf(call).accountId));
    return noContent();
  },
} satisfies Partial<JiraHandlers>;
