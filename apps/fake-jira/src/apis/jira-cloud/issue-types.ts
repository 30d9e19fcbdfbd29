import type { JiraCloudOperations } from '@fake-jira/openapi';
import { requireIssueType, type IssueType } from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Call, Handlers } from '../../http/call.js';

type Operations = Pick<JiraCloudOperations, 'getIssueAllTypes' | 'getIssueType'>;

export const issueTypes: Handlers<Operations> = {
  getIssueAllTypes: ({ root, links }) =>
    ok([...root.issueTypes.values()].map((type) => renderIssueType(type, { links }))),

  getIssueType: ({ root, path, links }) => ok(renderIssueType(requireIssueType(root, path.id), { links })),
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
