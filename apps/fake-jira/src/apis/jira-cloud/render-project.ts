import { findUser, issueTypesOfProject, type Project, type TrashedProject } from '@fake-jira/world';
import { projectAvatars } from './avatars.js';
import type { View } from './call.js';
import { inForm } from './forms.js';
import { renderIssueType } from './issue-types.js';
import { renderComponentOfProject } from './render-component.js';
import { renderUser } from './render-user.js';
import { renderVersion } from './render-version.js';
import { timestamp } from './timestamp.js';

/** A project where something else names it. */
export function renderProjectName(project: Project, view: View) {
  return inForm(projectParts(project, view), view.behaviour.forms.projectName);
}

/** What a list tells of a project, and what it tells with `expand`. */
export function renderProject(project: Project, expand: readonly string[], view: View) {
  return inForm(detailedParts(project, expand, view), view.behaviour.forms.project);
}

/** What a list tells of a project in the trash. */
export function renderTrashedProject(
  { project, at, by, deleteAt }: TrashedProject,
  expand: readonly string[],
  view: View,
) {
  const parts = {
    ...detailedParts(project, expand, view),
    deleted: true,
    retentionTillDate: timestamp(deleteAt),
    deletedDate: timestamp(at),
    deletedBy: personNamed(by, view),
  };
  return inForm(parts, view.behaviour.forms.project);
}

/** A project with its description, lead, issue types and versions. */
export function renderProjectInFull(project: Project, expand: readonly string[], view: View) {
  const parts = {
    ...detailedParts(project, [...expand, 'description', 'lead', 'issueTypes'], view),
    assigneeType: project.assigneeType ?? ('UNASSIGNED' as const),
    components: project.components.map((component) => renderComponentOfProject(component, view)),
    versions: project.versions.map((version) => renderVersion(version, project, view)),
    roles: {},
  };
  return inForm(parts, view.behaviour.forms.projectInFull);
}

/** What every answer can say of a project. */
export function projectParts(project: Project, view: View) {
  const { id, key, name, projectTypeKey, teamManaged = false } = project;
  return {
    self: view.links.rest(`/project/${id}`),
    id: String(id),
    key,
    name,
    projectTypeKey,
    simplified: teamManaged,
    avatarUrls: projectAvatars(project, view),
  };
}

function detailedParts(project: Project, expand: readonly string[], view: View) {
  const expanded = <Part>(name: string, part: () => Part) => (expand.includes(name) ? part() : undefined);
  return {
    ...projectParts(project, view),
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    style: project.teamManaged ? ('next-gen' as const) : ('classic' as const),
    isPrivate: false,
    properties: {},
    description: expanded('description', () => project.description),
    lead: expanded('lead', () => personNamed(project.lead, view)),
    issueTypes: expanded('issueTypes', () =>
      issueTypesOfProject(view.root, project).map((type) => renderIssueType(type, view)),
    ),
    url: expanded('url', () => view.links.to(`/browse/${project.key}`)),
    projectKeys: expanded('projectKeys', () => [project.key, ...(project.formerKeys ?? [])]),
    ...archivedParts(project, view),
  };
}

function archivedParts({ archived }: Project, view: View) {
  return {
    archived: archived && true,
    archivedDate: archived && timestamp(archived.at),
    archivedBy: archived && personNamed(archived.by, view),
  };
}

function personNamed(accountId: string, view: View) {
  const user = findUser(view.root, accountId);
  return user && renderUser(user, view);
}
