import { linksOf, resolutionOf, statusOf, subtasksOf, type Issue, type Project } from '@fake-jira/world';
import type { View } from './call.js';
import { renderComments } from './comment-forms.js';
import { renderRichText } from './document-format.js';
import { renderIssueType } from './issue-types.js';
import { renderPriority, renderResolution, renderStatus, renderStatusCategory } from './issue-classes.js';
import { renderLink } from './render-link.js';
import { renderComponent } from './render-component.js';
import { renderProjectName } from './render-project.js';
import { issueTypeOf, priorityOf, renderRelative } from './render-relative.js';
import { renderUserNamed } from './render-value.js';
import { renderVersionOfIssue } from './render-version.js';
import { timeValues } from './time-values.js';
import { timestamp } from './timestamp.js';

/** Values of system fields. What the world does not keep is empty, like in an issue in which nobody has set it. */
export function systemValues(issue: Issue, project: Project, view: View): Readonly<Record<string, () => unknown>> {
  const { links } = view;
  const { details = {} } = issue;
  const versionsNamed = (ids: readonly number[] | undefined) =>
    named(project.versions, ids).map((version) => renderVersionOfIssue(version, view));
  return {
    summary: () => issue.summary,
    description: () => issue.description && renderRichText(issue.description, view.restVersion),
    issuetype: () => renderIssueType(issueTypeOf(issue, view), view),
    project: () => renderProjectName(project, view),
    status: () => renderStatus(statusOf(issue), view),
    resolution: () => {
      const resolution = resolutionOf(issue);
      return resolution ? renderResolution(resolution, view) : null;
    },
    resolutiondate: () => (issue.workflow?.resolved === undefined ? null : timestamp(issue.workflow.resolved)),
    labels: () => issue.labels,
    assignee: () => (issue.assignee === null ? null : renderUserNamed(issue.assignee, view)),
    reporter: () => renderUserNamed(issue.reporter, view),
    creator: () => renderUserNamed(issue.reporter, view),
    fixVersions: () => versionsNamed(details.fixVersions),
    versions: () => versionsNamed(details.versions),
    components: () => named(project.components, details.components).map((one) => renderComponent(one, view)),
    environment: () => (details.environment ? renderRichText(details.environment, view.restVersion) : null),
    duedate: () => details.duedate ?? null,
    created: () => timestamp(issue.created),
    updated: () => timestamp(issue.updated),
    parent: () => (issue.parentId === null ? null : renderRelative(issue.parentId, view)),
    subtasks: () => subtasksOf(view.root, issue.id).map(({ id }) => renderRelative(id, view)),
    priority: () => renderPriority(priorityOf(issue), view),
    statusCategory: () => renderStatusCategory(statusOf(issue).category, view),
    statuscategorychangedate: () => timestamp(issue.workflow?.categoryChanged ?? issue.created),
    workratio: () => (details.timetracking?.original ? 0 : -1),
    issuelinks: () => linksOf(view.root, issue.id).map((link) => renderLink(link, issue, view)),
    attachment: () => [],
    ...timeValues(issue, view),
    issuerestriction: () => ({ issuerestrictions: {}, shouldDisplay: project.teamManaged ?? false }),
    watches: () => ({ self: links.rest(`/issue/${issue.key}/watchers`), watchCount: 0, isWatching: false }),
    votes: () => ({ self: links.rest(`/issue/${issue.key}/votes`), votes: 0, hasVoted: false }),
    comment: () => renderComments(issue, view),
    worklog: () => ({ startAt: 0, maxResults: 20, total: 0, worklogs: [] }),
  };
}

/** The entries of a list that are named by their ids, in the order of the ids. */
function named<Entry extends { readonly id: number }>(
  known: readonly Entry[],
  ids: readonly number[] | undefined,
): Entry[] {
  return (ids ?? []).flatMap((id) => known.find((entry) => entry.id === id) ?? []);
}
