import { replaceContext } from '../contexts/contexts.js';
import { optionIdsOf, type FieldValue } from '../core/field-values.js';
import { idNumber, type Id } from '../core/ids.js';
import type { Issue, Project, Root, TrashedProject } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';
import { commentsOf } from '../issues/comments.js';
import { changesOfIssue } from '../issues/history.js';
import { linksOf } from '../issues/issue-links.js';
import { deleteProject } from './delete-project.js';
import { issuesOfProject } from './issues-of-project.js';
import { findProject, requireProject } from './projects.js';

/** How long a project can be restored: 60 days. */
export const projectRetention = 60 * 24 * 60 * 60 * 1000;

/**
 * Moves a project to the trash, with its issues. Meanwhile it is as if it were deleted; what the trash keeps, a restore
 * brings back.
 *
 * @param by - account id
 * @throws RuleError `project-not-found`
 */
export function trashProject(tx: Transaction, idOrKey: Id, by: string): Project {
  const { root } = tx;
  const project = requireProject(root, idOrKey);
  const issues = issuesOfProject(root, project);
  const links = new Map(issues.flatMap(({ id }) => linksOf(root, id)).map((link) => [link.id, link]));
  const kept: TrashedProject = {
    project,
    at: tx.now,
    by,
    deleteAt: tx.now + projectRetention,
    issues,
    comments: issues.flatMap(({ id }) => commentsOf(root, id)),
    links: [...links.values()],
    changes: issues.map(({ id }) => [id, changesOfIssue(root, id)] as const).filter(([, all]) => all.length > 0),
    nextNumber: root.issueNumbers.get(project.id) ?? 1,
    contextIds: [...root.contexts.values()]
      .filter(({ projectIds }) => projectIds.includes(project.id))
      .map(({ id }) => id),
  };
  deleteProject(tx, project.id);
  tx.put('trashedProjects', project.id, kept);
  return project;
}

/** A project in the trash, by id or key. */
export function findTrashedProject(root: Root, idOrKey: Id): TrashedProject | undefined {
  const byId = root.trashedProjects.get(idNumber(idOrKey));
  return byId ?? [...root.trashedProjects.values()].find(({ project }) => project.key === String(idOrKey));
}

/**
 * Takes a project out of the trash. What its issues name that has gone meanwhile is gone from them.
 *
 * @throws RuleError `project-not-found`
 */
export function restoreProject(tx: Transaction, idOrKey: Id): Project {
  const trashed = findTrashedProject(tx.root, idOrKey);
  if (!trashed) throw new RuleError('project-not-found', { project: String(idOrKey) });
  const { project } = trashed;
  tx.remove('trashedProjects', project.id);
  tx.put('projects', project.id, withoutGone(tx.root, project));
  tx.put('issueNumbers', project.id, trashed.nextNumber);
  for (const issue of trashed.issues) tx.put('issues', issue.id, issueNow(tx.root, issue, project));
  for (const comment of trashed.comments) {
    if (tx.root.users.has(comment.author)) tx.put('comments', comment.id, comment);
  }
  for (const link of trashed.links) {
    if (tx.root.issues.has(link.fromId) && tx.root.issues.has(link.toId)) tx.put('issueLinks', link.id, link);
  }
  for (const [issueId, changes] of trashed.changes) tx.put('issueChanges', issueId, changes);
  for (const contextId of trashed.contextIds) rejoin(tx, contextId, project.id);
  tx.announce({ type: 'project-created', after: project });
  return project;
}

/** Deletes a project for good, be it in the trash. @throws RuleError `project-not-found` */
export function deleteProjectForGood(tx: Transaction, idOrKey: Id): void {
  const trashed = findProject(tx.root, idOrKey) ? undefined : findTrashedProject(tx.root, idOrKey);
  if (trashed) tx.remove('trashedProjects', trashed.project.id);
  else deleteProject(tx, idOrKey);
}

/** Deletes what has been in the trash for its whole time. */
export function emptyProjectTrash(tx: Transaction): void {
  for (const [id, { deleteAt }] of [...tx.root.trashedProjects.entries()]) {
    if (deleteAt <= tx.now) tx.remove('trashedProjects', id);
  }
}

/** When the next project in the trash is deleted for good. */
export function nextProjectDeletion(root: Root): number {
  return [...root.trashedProjects.values()].reduce((next, { deleteAt }) => Math.min(next, deleteAt), Infinity);
}

/** A context that is there, and has not the project through another one meanwhile, has it again. */
function rejoin(tx: Transaction, contextId: number, projectId: number): void {
  const context = tx.root.contexts.get(contextId);
  if (!context || context.global || tx.root.contextOfProject.has([context.fieldId, projectId])) return;
  replaceContext(tx, { ...context, projectIds: [...context.projectIds, projectId] });
}

function withoutGone(root: Root, project: Project): Project {
  const issueTypeIds = project.issueTypeIds?.filter((id) => root.issueTypes.has(id)) ?? null;
  const lead = root.users.has(project.lead) ? project.lead : (root.users.minKey() ?? '');
  const screenId = root.screens.has(project.screenId) ? project.screenId : (root.screens.minKey() ?? 0);
  const components = project.components.map(({ lead: its, ...component }) => ({
    ...component,
    ...(its !== undefined && root.users.has(its) && { lead: its }),
  }));
  return { ...project, issueTypeIds, lead, screenId, components };
}

function issueNow(root: Root, issue: Issue, { lead }: Project): Issue {
  const values = Object.entries(issue.values).filter(([fieldId, value]) => isThere(root, Number(fieldId), value));
  return {
    ...issue,
    reporter: root.users.has(issue.reporter) ? issue.reporter : lead,
    assignee: issue.assignee !== null && root.users.has(issue.assignee) ? issue.assignee : null,
    values: Object.fromEntries(values),
  };
}

/** Whether there still is all that a value names. */
function isThere(root: Root, fieldId: number, value: FieldValue): boolean {
  if (!root.fields.has(fieldId)) return false;
  if (value.kind === 'app-option') return root.appOptions.has([fieldId, value.optionId]);
  const people = 'accountIds' in value ? value.accountIds : 'accountId' in value ? [value.accountId] : [];
  const groups = value.kind === 'group' ? [value.name] : value.kind === 'groups' ? value.names : [];
  return (
    optionIdsOf(value).every((id) => root.options.has(id)) &&
    people.every((id) => root.users.has(id)) &&
    groups.every((name) => root.groups.has(name)) &&
    (value.kind !== 'project' || root.projects.has(value.projectId))
  );
}
