import type { JiraCloudOperations } from '@fake-jira/openapi';
import { requireIssueType, type IssueType } from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Call, Handlers } from '../../http/call.js';
import { HttpError } from '../../http/wire-error.js';

type Operations = Pick<JiraCloudOperations, 'getIssueAllTypes' | 'getIssueType'>;

export const issueTypes: Handlers<Operations> = {
  getIssueAllTypes: ({ root, links }) =>
    ok([...root.issueTypes.values()].map((type) => renderIssueType(type, { links }))),

  getIssueType({ root, path, links }) {
    // Jira's Field API, get issue type: 400 for an id that is not valid, 404 for one that nothing has.
    if (!/^\d+$/.test(path.id))
      throw new HttpError('request-invalid', { reason: `"${path.id}" is no ID of an issue type.` });
    return ok(renderIssueType(requireIssueType(root, path.id), { links }));
  },
};

/** An issue type (`IssueTypeDetails`). */
export function renderIssueType({ id, name, description, subtask }: IssueType, { links }: Pick<Call, 'links'>) {
  return {
    self: links.rest(`/issuetype/${id}`),
    id: String(id),
    description,
    iconUrl: links.to(`/secure/viewavatar?size=medium&avatarId=${id}&avatarType=issuetype`),
    name,
    subtask,
    avatarId: id,
    hierarchyLevel: subtask ? -1 : 0,
  };
}
