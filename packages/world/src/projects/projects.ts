import { idNumber, type Id } from '../core/ids.js';
import { findUser, requireUser } from '../people/people.js';
import type { Component, ComponentAssigneeType, IssueType, Project, ProjectVersion, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import { addScreen, requireScreen } from '../screens/screens.js';
import type { Transaction } from '../core/transaction.js';

export interface NewIssueType {
  readonly name: string;
  readonly description?: string;
  readonly subtask?: boolean;
  readonly id?: number;
}

export function addIssueType(tx: Transaction, input: NewIssueType): IssueType {
  const id = input.id ?? tx.nextId('issueType');
  tx.reserveId('issueType', id);
  const issueType: IssueType = {
    id,
    name: input.name,
    description: input.description ?? '',
    subtask: input.subtask ?? false,
  };
  tx.put('issueTypes', id, issueType);
  return issueType;
}

export interface NewVersion {
  readonly name: string;
  readonly description?: string;
  readonly archived?: boolean;
  readonly released?: boolean;
  readonly startDate?: string;
  readonly releaseDate?: string;
  readonly id?: number;
}

export interface NewComponent {
  readonly name: string;
  readonly description?: string;
  /** Account id or name. */
  readonly lead?: string;
  readonly assigneeType?: ComponentAssigneeType;
  readonly id?: number;
}

export interface NewProject {
  readonly key: string;
  readonly name?: string;
  readonly description?: string;
  /** Account id or name; else the first user by name. */
  readonly lead?: string;
  readonly projectTypeKey?: Project['projectTypeKey'];
  readonly assigneeType?: Project['assigneeType'];
  /** Absent or null: every issue type. */
  readonly issueTypeIds?: readonly Id[] | null;
  readonly versions?: readonly NewVersion[];
  readonly components?: readonly NewComponent[];
  readonly teamManaged?: boolean;
  /** Absent: the first screen; where there is none, one is made. */
  readonly screenId?: Id;
  readonly id?: number;
}

/**
 * Adds a project; one with the same id is replaced.
 *
 * @throws RuleError `issue-type-not-found`, `screen-not-found`, `user-not-found`
 * @throws Error where another project has the key: no API of Jira's adds projects here
 */
export function addProject(tx: Transaction, input: NewProject): Project {
  const owner = tx.root.projectIdsByKey.get(input.key);
  if (owner !== undefined && owner !== input.id) throw new Error(`Another project has the key "${input.key}".`);
  const issueTypeIds = input.issueTypeIds?.map((id) => requireIssueType(tx.root, id).id) ?? null;
  const screenId = input.screenId === undefined ? defaultScreen(tx) : requireScreen(tx.root, input.screenId).id;
  const lead = input.lead === undefined ? firstUser(tx.root) : requireUser(tx.root, input.lead).accountId;
  const id = input.id ?? tx.nextId('project');
  tx.reserveId('project', id);
  const project: Project = {
    id,
    key: input.key,
    name: input.name ?? input.key,
    description: input.description ?? '',
    lead,
    projectTypeKey: input.projectTypeKey ?? 'software',
    ...(input.assigneeType !== undefined && { assigneeType: input.assigneeType }),
    issueTypeIds,
    versions: (input.versions ?? []).map((version) => newVersion(tx, version)),
    components: byName((input.components ?? []).map((component) => newComponent(tx, component))),
    ...(input.teamManaged && { teamManaged: true }),
    screenId,
  };
  tx.put('projects', id, project);
  return project;
}

function defaultScreen(tx: Transaction): number {
  return tx.root.screens.minKey() ?? addScreen(tx, { name: 'Default Screen' }).id;
}

function firstUser(root: Root): string {
  const name = root.accountIdsByName.minKey();
  return (name === undefined ? undefined : findUser(root, name)?.accountId) ?? '';
}

/** Adds versions behind those that a project has. */
export function addVersions(tx: Transaction, projectIdOrKey: Id, inputs: readonly NewVersion[]): ProjectVersion[] {
  const project = requireProject(tx.root, projectIdOrKey);
  const versions = inputs.map((input) => newVersion(tx, input));
  tx.put('projects', project.id, { ...project, versions: [...project.versions, ...versions] });
  return versions;
}

/** Adds components behind those that a project has. */
export function addComponents(tx: Transaction, projectIdOrKey: Id, inputs: readonly NewComponent[]): Component[] {
  const project = requireProject(tx.root, projectIdOrKey);
  const components = inputs.map((input) => newComponent(tx, input));
  putComponents(tx, project, [...project.components, ...components]);
  return components;
}

/** Writes the components of a project. They are listed by their names (recorded of Server 5). */
export function putComponents(tx: Transaction, { id }: Project, components: readonly Component[]): void {
  tx.put('projects', id, { ...requireProject(tx.root, id), components: byName(components) });
}

function byName(components: readonly Component[]): Component[] {
  const key = ({ name }: Component) => name.toLowerCase();
  return components.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id));
}

function newVersion(tx: Transaction, input: NewVersion): ProjectVersion {
  const id = input.id ?? tx.nextId('version');
  tx.reserveId('version', id);
  return {
    id,
    name: input.name,
    ...(input.description !== undefined && { description: input.description }),
    archived: input.archived ?? false,
    released: input.released ?? false,
    ...(input.startDate !== undefined && { startDate: input.startDate }),
    ...(input.releaseDate !== undefined && { releaseDate: input.releaseDate }),
  };
}

function newComponent(tx: Transaction, input: NewComponent): Component {
  const lead = input.lead === undefined ? undefined : requireUser(tx.root, input.lead).accountId;
  const id = input.id ?? tx.nextId('component');
  tx.reserveId('component', id);
  return {
    id,
    name: input.name,
    description: input.description ?? '',
    ...(lead !== undefined && { lead }),
    ...(input.assigneeType !== undefined && { assigneeType: input.assigneeType }),
  };
}

/** A project by id or by key; keys are case-sensitive (Jira's Field API, get project). */
export function findProject(root: Root, idOrKey: Id): Project | undefined {
  const byKey = root.projectIdsByKey.get(String(idOrKey));
  return root.projects.get(byKey ?? idNumber(idOrKey));
}

/** @throws RuleError `project-not-found` */
export function requireProject(root: Root, idOrKey: Id): Project {
  const project = findProject(root, idOrKey);
  if (!project) throw new RuleError('project-not-found', { project: String(idOrKey) });
  return project;
}

/** @throws RuleError `issue-type-not-found` */
export function requireIssueType(root: Root, id: Id): IssueType {
  const issueType = root.issueTypes.get(idNumber(id));
  if (!issueType) throw new RuleError('issue-type-not-found', { issueTypeId: String(id) });
  return issueType;
}

/** The issue types of a project, in its own order: without some of its own, every one that is no other project's. */
export function issueTypesOfProject(root: Root, project: Project): IssueType[] {
  if (project.issueTypeIds === null) {
    return [...root.issueTypes.values()].filter(({ ofProject = project.id }) => ofProject === project.id);
  }
  return project.issueTypeIds.map((id) => root.issueTypes.get(id) as IssueType);
}

/** The issue types of which a project can get a new issue: no sub-tasks while they are switched off. */
export function creatableIssueTypes(root: Root, project: Project): IssueType[] {
  const issueTypes = issueTypesOfProject(root, project);
  return root.settings.subtasks ? issueTypes : issueTypes.filter((issueType) => !issueType.subtask);
}

/** @throws RuleError `issue-type-not-found` where the project can get no issue of the type */
export function requireCreatableIssueType(root: Root, project: Project, id: Id): IssueType {
  const issueType = creatableIssueTypes(root, project).find((candidate) => candidate.id === idNumber(id));
  if (!issueType) throw new RuleError('issue-type-not-found', { issueTypeId: String(id) });
  return issueType;
}

/** An issue type of a project by its id, else by its name. */
export function findIssueTypeOfProject(root: Root, project: Project, idOrName: Id): IssueType | undefined {
  const issueTypes = issueTypesOfProject(root, project);
  const id = idNumber(idOrName);
  return issueTypes.find((type) => type.id === id) ?? issueTypes.find((type) => type.name === String(idOrName));
}

export interface ProjectSearch {
  /** Part of the key or the name, in any case. */
  readonly query?: string | undefined;
  readonly ids?: readonly Id[] | undefined;
  readonly keys?: readonly string[] | undefined;
  /** Whether those in the trash are searched, too. */
  readonly trashed?: boolean;
}

/** Projects that fit everything asked for, by id. */
export function searchProjects(root: Root, { query, ids, keys, trashed = false }: ProjectSearch): Project[] {
  const wanted = query?.toLowerCase() ?? '';
  const wantedIds = ids && new Set(ids.map(idNumber));
  const gone = trashed ? [...root.trashedProjects.values()].map(({ project }) => project) : [];
  return [...root.projects.values(), ...gone].filter(
    (project) =>
      (!wantedIds || wantedIds.has(project.id)) &&
      (!keys || keys.includes(project.key)) &&
      (project.key.toLowerCase().includes(wanted) || project.name.toLowerCase().includes(wanted)),
  );
}
