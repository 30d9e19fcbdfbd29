import {
  customFieldId,
  fieldKey,
  requireIssueLinkType,
  typeOf,
  type Announcement,
  type Context,
  type CustomField,
  type Issue,
  type IssueLink,
  type Project,
  type ProjectVersion,
} from '@fake-jira/world';
import type { View } from './call.js';
import { renderComment } from './comment-forms.js';
import { renderChange } from './render-changelog.js';
import { renderIssue } from './render-issue.js';
import { projectParts } from './render-project.js';
import { renderVersion } from './render-version.js';
import { renderUserNamed } from './render-value.js';
import { renderUser, renderUserOfIssue } from './render-user.js';

/*
 * What webhooks are told, as receivers have seen and published it: issues, their changelog and links of either deployment.
 * The rest is assumed.
 */

/** The body of what a webhook is told. */
export function bodyOf(announcement: Announcement, view: View): object {
  const { event, name, at, as } = announcement;
  const head = { timestamp: at, webhookEvent: name };
  switch (event.type) {
    case 'issue-created':
      return ofIssue(event.after, event.by);
    case 'issue-updated': {
      const { id, items } = renderChange(event.change, view);
      return { ...ofIssue(event.after, event.by), changelog: { id, items } };
    }
    case 'issue-deleted':
      return ofIssue(event.before, event.by);
    case 'comment-created':
    case 'comment-updated':
    case 'comment-deleted': {
      const comment = renderComment(event.comment, view);
      const issue = view.root.issues.get(event.comment.issueId) as Issue;
      if (as !== undefined) return { ...ofIssue(issue, event.by), comment };
      const told = view.behaviour.commentEventsHaveIssue;
      return { ...head, comment, ...(told && { issue: shown(issue, briefly, view), eventType: 'primaryAction' }) };
    }
    case 'link-created':
    case 'link-deleted':
      return { ...head, issueLink: linkParts(event.link) };
    case 'project-created':
    case 'project-updated':
      return { ...head, project: projectOf(event.after, view) };
    case 'version-created':
    case 'version-moved':
    case 'version-updated':
      return { ...head, version: versionOf(event.projectId, event.after, view) };
    case 'version-deleted': {
      const { projectId, before, mergedInto } = event;
      const into = mergedInto && { mergedTo: versionOf(projectId, mergedInto, view) };
      return { ...head, version: versionOf(projectId, before, view), ...into };
    }
    case 'project-deleted':
      return { ...head, project: projectOf(event.before, view) };
    case 'user-updated':
      return { ...head, user: renderUser(event.after, view) };
    case 'user-deleted':
      return { ...head, user: renderUser(event.before, view) };
    case 'field-created':
    case 'field-updated':
    case 'field-trashed':
    case 'field-restored':
      return { eventType: name, ...fieldParts(event.after) };
    case 'field-deleted':
      return { eventType: name, ...fieldParts(event.before) };
    case 'context-created':
    case 'context-updated':
      return { eventType: name, ...contextParts(event.after, view) };
    case 'context-deleted':
      return { eventType: name, ...contextParts(event.before, view) };
    default:
      return head;
  }

  function ofIssue(issue: Issue, by: string) {
    const now = view.root.issues.get(issue.id) ?? issue;
    const user = view.root.users.get(by);
    return {
      ...head,
      issue_event_type_name: as,
      ...(user && { user: renderUserOfIssue(user, view) }),
      issue: shown(now, [], view),
    };
  }
}

const briefly = ['summary', 'issuetype', 'project', 'assignee', 'priority', 'status'];

/** An issue without what only its own address tells. */
function shown(issue: Issue, fields: readonly string[], view: View) {
  const { id, key, fields: values } = renderIssue(issue, { fields, fieldsByKeys: false, expand: [] }, view);
  // Of Cloud's webhooks the address lacks a part: so receivers have published it.
  const self = view.links.rest(view.behaviour.webhookIssuesWithoutPath ? `/${id}` : `/issue/${id}`);
  return { id, self, key, fields: values };
}

function linkParts({ id, typeId, fromId, toId }: IssueLink) {
  const { name, inward, outward } = requireIssueLinkType(typeId);
  return {
    id,
    sourceIssueId: fromId,
    destinationIssueId: toId,
    issueLinkType: {
      id: typeId,
      name,
      outwardName: outward,
      inwardName: inward,
      isSubTaskLinkType: false,
      isSystemLinkType: false,
    },
    systemLink: false,
  };
}

function projectOf(project: Project, view: View) {
  const { self, id, key, name, avatarUrls } = projectParts(project, view);
  return { self, id: Number(id), key, name, avatarUrls, projectLead: renderUserNamed(project.lead, view) };
}

function versionOf(projectId: number, version: ProjectVersion, view: View) {
  return renderVersion(version, view.root.projects.get(projectId) as Project, view);
}

/** What Forge apps are told of a field. */
function fieldParts(field: CustomField) {
  const { name: typeName, shortKey } = typeOf(field);
  return {
    id: customFieldId(field.id),
    key: fieldKey(field),
    type: field.type,
    typeName: typeName ?? shortKey,
    name: field.name,
    description: field.description,
  };
}

function contextParts({ id, fieldId, name, description, projectIds, issueTypeIds }: Context, { root }: View) {
  const field = root.fields.get(fieldId);
  return {
    id: String(id),
    fieldId: customFieldId(fieldId),
    fieldKey: field ? fieldKey(field) : customFieldId(fieldId),
    name,
    description,
    projectIds,
    issueTypeIds: issueTypeIds.map(String),
  };
}
