import {
  findUser,
  issueTypesOfProject,
  requireProject,
  searchProjects,
  statuses,
  type Project,
  type Root,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import { HttpError } from '../../http/wire-error.js';
import { commaList, orderOf } from '../../http/comma-list.js';
import { okPage, type JiraHandlers } from './call.js';
import { renderStatus } from './issue-classes.js';
import { renderProject, renderProjectInFull, renderTrashedProject } from './render-project.js';

/** Most ids, and most keys, that a search can name (Jira's Field API, search projects). */
const namesLimit = 50;

export const projects = {
  searchProjects(call) {
    const { root, query } = call;
    for (const [name, given] of [
      ['id', query.id],
      ['keys', query.keys],
    ] as const) {
      if (given && given.length > namesLimit) {
        throw new HttpError('request-invalid', {
          reason: `'${name}' names ${given.length} projects, ${namesLimit} are allowed.`,
        });
      }
    }
    const found = searchProjects(root, { query: query.query, ids: query.id, keys: query.keys, trashed: true });
    const types = commaList(query.typeKey);
    const statuses = query.status?.length ? query.status : ['live'];
    // None has a category.
    const fitting = found.filter(
      (project) =>
        statuses.includes(statusOf(root, project)) &&
        query.categoryId === undefined &&
        (types.length === 0 || types.includes(project.projectTypeKey)),
    );
    const expand = commaList(query.expand);
    const inOrder = sorted(root, fitting, query.orderBy ?? 'key');
    return okPage(inOrder, call, (project) => {
      const trashed = root.trashedProjects.get(project.id);
      return trashed ? renderTrashedProject(trashed, expand, call) : renderProject(project, expand, call);
    });
  },

  getAllProjects(call) {
    const expand = commaList(call.query.expand);
    const found = searchProjects(call.root, {}).filter(({ archived }) => !archived || call.query.includeArchived);
    return ok(found.map((project) => renderProject(project, expand, call)));
  },

  // One workflow for all: every issue type has every status.
  getAllStatuses(call) {
    const { root, path, links } = call;
    const project = requireProject(root, path.projectIdOrKey);
    return ok(
      issueTypesOfProject(root, project).map(({ id, name, subtask }) => ({
        self: links.rest(`/issuetype/${id}`),
        id: String(id),
        name,
        subtask,
        statuses: statuses.map((status) => renderStatus(status, call)),
      })),
    );
  },

  getProject: (call) =>
    ok(renderProjectInFull(requireProject(call.root, call.path.projectIdOrKey), commaList(call.query.expand), call)),
} satisfies Partial<JiraHandlers>;

/** Projects in the order asked for; those that are equal in it by key. */
function sorted(root: Root, found: readonly Project[], orderBy: string): Project[] {
  const { by, direction } = orderOf(orderBy);
  const value = sortValues[by] ?? (() => '');
  const order = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  return found.toSorted((a, b) => direction * (order(value(root, a), value(root, b)) || order(a.key, b.key)));
}

/** Where a project is, as a search asks for it. */
function statusOf(root: Root, { id, archived }: Project): 'live' | 'archived' | 'deleted' {
  if (root.trashedProjects.has(id)) return 'deleted';
  return archived ? 'archived' : 'live';
}

// No project has a category: in that order all are equal.
const sortValues: Readonly<Record<string, (root: Root, project: Project) => string | number>> = {
  key: (_, project) => project.key,
  name: (_, project) => project.name.toLowerCase(),
  owner: (root, project) => findUser(root, project.lead)?.displayName.toLowerCase() ?? '',
  issueCount: (root, project) => issuesOf(root, project).length,
  archivedDate: (_, { archived }) => archived?.at ?? 0,
  deletedDate: (root, { id }) => root.trashedProjects.get(id)?.at ?? 0,
  lastIssueUpdatedDate: (root, project) =>
    issuesOf(root, project).reduce((latest, id) => Math.max(latest, root.issues.get(id)?.updated ?? 0), 0),
};

function issuesOf(root: Root, { id }: Project): number[] {
  return root.issuesOfProject.getRange([id, 0], [id, Infinity]).map(([[, issueId]]) => issueId);
}
