import { findUser, issueTypesOfProject, type Project, type ProjectVersion } from '@fake-jira/world';
import type { Call } from '../../http/call.js';
import { avatarUrls } from './avatars.js';
import { renderIssueType } from './issue-types.js';
import { renderUser } from './render-user.js';

/** A project where something else names it. */
export function renderProjectName(project: Project, { links }: Pick<Call, 'links'>) {
  return {
    self: links.rest(`/project/${project.id}`),
    id: String(project.id),
    key: project.key,
    name: project.name,
    projectTypeKey: project.projectTypeKey,
    simplified: false,
    avatarUrls: projectAvatars(project, { links }),
  };
}

/** Pictures of a project. */
export function projectAvatars({ id }: Project, { links }: Pick<Call, 'links'>) {
  return avatarUrls(links, `/secure/projectavatar?pid=${id}`);
}

type View = Pick<Call, 'root' | 'links' | 'versions'>;

/** What a list tells of a project, and what it tells with `expand`. */
export function renderProject(project: Project, expand: readonly string[], view: View) {
  const lead = findUser(view.root, project.lead);
  return {
    ...renderProjectName(project, view),
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    style: 'classic' as const,
    isPrivate: false,
    properties: {},
    ...(expand.includes('description') && { description: project.description }),
    ...(expand.includes('lead') && lead && { lead: renderUser(lead, view) }),
    ...(expand.includes('issueTypes') && {
      issueTypes: issueTypesOfProject(view.root, project).map((type) => renderIssueType(type, view)),
    }),
    ...(expand.includes('url') && { url: view.links.to(`/browse/${project.key}`) }),
    ...(expand.includes('projectKeys') && { projectKeys: [project.key] }),
  };
}

/** A project with its description, lead, issue types and versions. */
export function renderProjectInFull(project: Project, expand: readonly string[], view: View) {
  return {
    ...renderProject(project, [...expand, 'description', 'lead', 'issueTypes'], view),
    assigneeType: 'UNASSIGNED' as const,
    components: [],
    versions: project.versions.map((version) => renderVersion(version, view)),
    roles: {},
  };
}

/** A version of a project. */
export function renderVersion({ id, name, archived, released }: ProjectVersion, { links }: Pick<Call, 'links'>) {
  return { self: links.rest(`/version/${id}`), id: String(id), name, archived, released };
}
