import {
  archiveProject,
  createProject,
  deleteProjectForGood,
  editProject,
  findTrashedProject,
  issueTypeScreenSchemes,
  requireProject,
  restoreProject,
  trashProject,
  unarchiveProject,
  type Project,
  type ProjectInput,
  type Root,
} from '@fake-jira/world';
import { commaList } from '../../http/comma-list.js';
import { userOf } from '../../http/request-context.js';
import { created, noContent, ok } from '../../http/response.js';
import { HttpError } from '../../http/wire-error.js';
import type { JiraHandlers } from './call.js';
import { renderProjectInFull } from './render-project.js';

/** What administrators do with projects. */
export const projectChanges = {
  createProject({ world, body, links }) {
    const { id, key } = world.write((tx) => createProject(tx, inputOf(tx.root, body)));
    return created({ self: links.rest(`/project/${id}`), id, key });
  },

  updateProject(call) {
    const { world, path, query, body } = call;
    const { id } = world.write((tx) => editProject(tx, path.projectIdOrKey, inputOf(tx.root, body)));
    const view = { ...call, root: world.root };
    return ok(renderProjectInFull(requireProject(view.root, id), commaList(query.expand), view));
  },

  deleteProject(call) {
    const { world, path, query, behaviour } = call;
    const isTrashed = behaviour.deletedProjectsAreKept && (query.enableUndo ?? true);
    world.write((tx) => {
      if (isTrashed && !findTrashedProject(tx.root, path.projectIdOrKey))
        trashProject(tx, path.projectIdOrKey, userOf(call).accountId);
      else deleteProjectForGood(tx, path.projectIdOrKey);
    });
    return noContent();
  },

  archiveProject: (call) => archive(call),
  archiveProjectDataCenter: (call) => archive(call),

  restore(call) {
    const { world, path } = call;
    const { id } = world.write((tx): Project => {
      const isTrashed = findTrashedProject(tx.root, path.projectIdOrKey) !== undefined;
      return isTrashed ? restoreProject(tx, path.projectIdOrKey) : unarchiveProject(tx, path.projectIdOrKey);
    });
    const view = { ...call, root: world.root };
    return ok(renderProjectInFull(requireProject(view.root, id), [], view));
  },

  restoreProjectDataCenter({ world, path }) {
    world.write((tx) => unarchiveProject(tx, path.projectIdOrKey));
    return { status: 202 } as const;
  },
} satisfies Partial<JiraHandlers>;

type ArchiveCall = Parameters<NonNullable<JiraHandlers['archiveProject']>>[0];

function archive(call: Pick<ArchiveCall, 'world' | 'path' | 'caller'>) {
  call.world.write((tx) => archiveProject(tx, call.path.projectIdOrKey, userOf(call).accountId));
  return noContent();
}

interface Body extends Omit<ProjectInput, 'screenId'> {
  readonly leadAccountId?: string | undefined;
  readonly issueTypeScreenScheme?: number | undefined;
}

function inputOf(root: Root, { leadAccountId, issueTypeScreenScheme: scheme, ...body }: Body): ProjectInput {
  const { key, name, description, projectTypeKey, assigneeType } = body;
  return {
    key,
    name,
    description,
    projectTypeKey,
    assigneeType,
    lead: leadAccountId ?? body.lead,
    ...(scheme !== undefined && { screenId: screenOf(root, scheme) }),
  };
}

function screenOf(root: Root, scheme: number): number {
  const found = issueTypeScreenSchemes(root).find(({ id }) => id === scheme);
  if (found) return found.screenId;
  throw new HttpError('request-invalid', { reason: `There is no issue type screen scheme ${scheme}.` });
}
