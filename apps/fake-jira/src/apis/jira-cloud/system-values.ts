import { subtasksOf, type Issue, type IssueType, type Project } from '@fake-jira/world';
import type { View } from './call.js';
import { renderRichText } from './document-format.js';
import { renderIssueType } from './issue-types.js';
import { renderProjectName } from './render-project.js';
import { renderUserNamed } from './render-value.js';
import { timestamp } from './timestamp.js';

/** An issue where something else names it. */
export function renderIssueName({ id, key }: Issue, { links }: Pick<View, 'links'>) {
  return { id: String(id), key, self: links.rest(`/issue/${id}`) };
}

/** Values of system fields. What the world does not keep is empty, like in an issue in which nobody has set it. */
export function systemValues(issue: Issue, project: Project, view: View): Readonly<Record<string, () => unknown>> {
  const { links, behaviour } = view;
  return {
    summary: () => issue.summary,
    description: () => issue.description && renderRichText(issue.description, view.restVersion),
    issuetype: () => renderIssueType(issueTypeOf(issue, view), view),
    project: () => renderProjectName(project, view),
    status: () => toDo(view),
    labels: () => issue.labels,
    assignee: () => (issue.assignee === null ? null : renderUserNamed(issue.assignee, view)),
    reporter: () => renderUserNamed(issue.reporter, view),
    creator: () => renderUserNamed(issue.reporter, view),
    fixVersions: () => [],
    versions: () => [],
    components: () => [],
    created: () => timestamp(issue.created),
    updated: () => timestamp(issue.updated),
    parent: () => (issue.parentId === null ? null : renderRelative(issue.parentId, view)),
    subtasks: () => subtasksOf(view.root, issue.id).map(({ id }) => renderRelative(id, view)),
    priority: () => usualPriority(view),
    statusCategory: () => toDo(view).statusCategory,
    statuscategorychangedate: () => timestamp(issue.created),
    workratio: () => -1,
    issuelinks: () => [],
    attachment: () => [],
    timetracking: () => ({}),
    progress: () => ({ progress: 0, total: 0 }),
    aggregateprogress: () => ({ progress: 0, total: 0 }),
    issuerestriction: () => ({ issuerestrictions: {}, shouldDisplay: false }),
    watches: () => ({ self: links.rest(`/issue/${issue.key}/watchers`), watchCount: 0, isWatching: false }),
    votes: () => ({ self: links.rest(`/issue/${issue.key}/votes`), votes: 0, hasVoted: false }),
    comment: () => ({
      comments: [],
      ...(behaviour.commentsHaveAddress && { self: links.rest(`/issue/${issue.id}/comment`) }),
      maxResults: 0,
      total: 0,
      startAt: 0,
    }),
    worklog: () => ({ startAt: 0, maxResults: 20, total: 0, worklogs: [] }),
  };
}

function issueTypeOf({ issueTypeId }: Issue, { root }: Pick<View, 'root'>): IssueType {
  return root.issueTypes.get(issueTypeId) as IssueType;
}

/** A parent or a sub-task of an issue. */
function renderRelative(id: number, view: View) {
  const issue = view.root.issues.get(id);
  if (!issue) return null;
  return {
    ...renderIssueName(issue, view),
    fields: {
      summary: issue.summary,
      status: toDo(view),
      priority: usualPriority(view),
      issuetype: renderIssueType(issueTypeOf(issue, view), view),
    },
  };
}

/** The one priority that the issues of the fake have, which is that of a new issue. */
function usualPriority({ links, behaviour }: View) {
  const iconUrl = links.to(`/images/icons/priorities/${behaviour.icons.priority}`);
  return { self: links.rest('/priority/3'), iconUrl, name: 'Medium', id: '3' };
}

/** The one status that the issues of the fake have: workflows are none of its business. */
function toDo({ links, behaviour }: View) {
  return {
    self: links.rest('/status/10000'),
    description: '',
    iconUrl: links.to(`/images/icons/${behaviour.icons.status}`),
    name: 'To Do',
    id: '10000',
    statusCategory: { self: links.rest('/statuscategory/2'), id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  };
}
