import { priorities, statusOf, usualPriority, type Issue, type IssueType, type Priority } from '@fake-jira/world';
import type { View } from './call.js';
import { renderPriority, renderStatus } from './issue-classes.js';
import { renderIssueType } from './issue-types.js';

/** An issue where something else names it. */
export function renderIssueName({ id, key }: Issue, { links }: Pick<View, 'links'>) {
  return { id: String(id), key, self: links.rest(`/issue/${id}`) };
}

/** The priority of an issue; the usual one where none was given. */
export function priorityOf({ details }: Issue): Priority {
  return priorities.find(({ id }) => id === details?.priority) ?? usualPriority;
}

export function issueTypeOf({ issueTypeId }: Issue, { root }: Pick<View, 'root'>): IssueType {
  return root.issueTypes.get(issueTypeId) as IssueType;
}

/** A parent or a sub-task of an issue. */
export function renderRelative(id: number, view: View) {
  const issue = view.root.issues.get(id);
  return issue ? renderIssueInBrief(issue, view) : null;
}

/** An issue where another shows it. */
export function renderIssueInBrief(issue: Issue, view: View) {
  return {
    ...renderIssueName(issue, view),
    fields: {
      summary: issue.summary,
      status: renderStatus(statusOf(issue), view),
      priority: renderPriority(priorityOf(issue), view),
      issuetype: renderIssueType(issueTypeOf(issue, view), view),
    },
  };
}
