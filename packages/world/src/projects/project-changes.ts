import type { Id } from '../core/ids.js';
import type { Issue, Project, Root } from '../core/root.js';
import { RuleError, together } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';
import { findUser } from '../people/people.js';
import { issuesOfProject } from './issues-of-project.js';
import { addProject, requireProject, type NewProject } from './projects.js';

/** Most characters of the name and of the key of a project, as Jira is installed. */
export const projectNameLimit = 80;
export const projectKeyLimit = 10;

/** What a request says of a project. */
export interface ProjectInput {
  readonly key?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** Account id or name. */
  readonly lead?: string | undefined;
  readonly projectTypeKey?: string | undefined;
  readonly assigneeType?: Project['assigneeType'];
  readonly screenId?: number | undefined;
}

/** Adds a project as a request describes it. @throws RuleError `project-…-…` with everything that is wrong */
export function createProject(tx: Transaction, input: ProjectInput): Project {
  const { root } = tx;
  const [key, name, lead, projectTypeKey] = together(
    () => checkKey(root, undefined, input.key ?? ''),
    () => checkName(root, undefined, input.name ?? ''),
    () => checkLead(root, input.lead ?? ''),
    () => checkType(input.projectTypeKey ?? ''),
  );
  const { description, assigneeType, screenId } = input;
  const given: NewProject = {
    key,
    name,
    lead,
    projectTypeKey,
    ...(description !== undefined && { description }),
    ...(assigneeType !== undefined && { assigneeType }),
    ...(screenId !== undefined && { screenId }),
  };
  const project = addProject(tx, given);
  tx.announce({ type: 'project-created', after: project });
  return project;
}

/**
 * Changes what is given of a project. With another key its issues have other keys, and are found by the old ones.
 *
 * @throws RuleError `project-not-found`, `project-…-…` with everything that is wrong
 */
export function editProject(tx: Transaction, idOrKey: Id, input: ProjectInput): Project {
  const { root } = tx;
  const before = requireProject(root, idOrKey);
  const [key, name, lead, projectTypeKey] = together(
    () => (input.key === undefined ? before.key : checkKey(root, before, input.key)),
    () => (input.name === undefined ? before.name : checkName(root, before, input.name)),
    () => (input.lead === undefined ? before.lead : checkLead(root, input.lead)),
    () => (input.projectTypeKey === undefined ? before.projectTypeKey : checkType(input.projectTypeKey)),
  );
  const assigneeType = input.assigneeType ?? before.assigneeType;
  const after: Project = {
    ...before,
    key,
    name,
    lead,
    projectTypeKey,
    description: input.description ?? before.description,
    screenId: input.screenId ?? before.screenId,
    ...(assigneeType !== undefined && { assigneeType }),
    ...(key !== before.key && { formerKeys: keysBefore(before, key) }),
  };
  tx.put('projects', before.id, after);
  if (key !== before.key) renameIssues(tx, before, key);
  tx.announce({ type: 'project-updated', before, after });
  return after;
}

/**
 * Puts a project away: it is in no list, no query finds its issues, and none of them can be changed.
 *
 * @param by - account id
 * @throws RuleError `project-not-found`, `project-archived`
 */
export function archiveProject(tx: Transaction, idOrKey: Id, by: string): Project {
  const before = requireProject(tx.root, idOrKey);
  requireInUse(before);
  const after: Project = { ...before, archived: { at: tx.now, by } };
  tx.put('projects', before.id, after);
  tx.announce({ type: 'project-updated', before, after });
  return after;
}

/** Takes a project out of the archive. @throws RuleError `project-not-found`, `project-not-archived` */
export function unarchiveProject(tx: Transaction, idOrKey: Id): Project {
  const before = requireProject(tx.root, idOrKey);
  const { archived, ...after } = before;
  if (!archived) throw new RuleError('project-not-archived', { project: before.key });
  tx.put('projects', before.id, after);
  tx.announce({ type: 'project-updated', before, after });
  return after;
}

/** @throws RuleError `project-archived` */
export function requireInUse({ key, archived }: Project): void {
  if (archived) throw new RuleError('project-archived', { project: key });
}

/** The keys that a project has had, without one that it has again. */
function keysBefore({ key, formerKeys = [] }: Project, next: string): string[] {
  return [...formerKeys, key].filter((one) => one !== next);
}

function renameIssues(tx: Transaction, before: Project, key: string): void {
  for (const issue of issuesOfProject(tx.root, before)) {
    const renamed: Issue = { ...issue, key: `${key}-${issue.key.slice(before.key.length + 1)}` };
    tx.put('issues', issue.id, renamed);
  }
}

function checkKey(root: Root, before: Project | undefined, key: string): string {
  if (!/^[A-Z][A-Z0-9]+$/.test(key) || key.length > projectKeyLimit) {
    throw new RuleError('project-key-invalid', { key, limit: projectKeyLimit });
  }
  const owner = root.projects.get(root.projectIdsByKey.get(key) ?? 0);
  const trashed = [...root.trashedProjects.values()].find(({ project }) => project.key === key)?.project;
  const taken = owner ?? trashed;
  if (taken && taken.id !== before?.id) throw new RuleError('project-key-taken', { project: taken.name });
  return key;
}

function checkName(root: Root, before: Project | undefined, given: string): string {
  const name = given.trim();
  if (name === '') throw new RuleError('project-name-empty', {});
  if (name.length > projectNameLimit) {
    throw new RuleError('project-name-too-long', { length: name.length, limit: projectNameLimit });
  }
  const others = [...root.projects.values()].filter(({ id }) => id !== before?.id);
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    throw new RuleError('project-name-taken', { name });
  }
  return name;
}

function checkLead(root: Root, given: string): string {
  const user = given === '' ? undefined : findUser(root, given);
  if (!user?.active) throw new RuleError('project-lead-invalid', { user: given });
  return user.accountId;
}

function checkType(given: string): Project['projectTypeKey'] {
  if (given === 'software' || given === 'business' || given === 'service_desk') return given;
  throw new RuleError('project-type-unknown', { type: given });
}
