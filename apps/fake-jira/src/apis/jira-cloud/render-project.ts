import { findUser, issueTypesOfProject, type Project } from '@fake-jira/world';
import { projectAvatars } from './avatars.js';
import type { View } from './call.js';
import { inForm } from './forms.js';
import { renderIssueType } from './issue-types.js';
import { renderComponentOfProject } from './render-component.js';
import { renderUser } from './render-user.js';
import { renderVersion } from './render-version.js';

/** A project where something else names it. */
export function renderProjectName(project: Project, view: View) {
  return inForm(projectParts(project, view), view.behaviour.forms.projectName);
}

/** What a list tells of a project, and what it tells with `expand`. */
export function renderProject(project: Project, expand: readonly string[], view: View) {
  return inForm(detailedParts(project, expand, view), view.behaviour.forms.project);
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
    lead: expanded('lead', () => {
      const lead = findUser(view.root, project.lead);
      return lead && renderUser(lead, view);
    }),
    issueTypes: expanded('issueTypes', () =>
      issueTypesOfProject(view.root, project).map((type) => renderIssueType(type, view)),
    ),
    url: expanded('url', () => view.links.to(`/browse/${project.key}`)),
    projectKeys: expanded('projectKeys', () => [project.key]),
  };
}
