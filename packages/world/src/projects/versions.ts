import { isDate } from '../core/dates.js';
import { idNumber, type Id } from '../core/ids.js';
import type { Project, ProjectVersion, Root } from '../core/root.js';
import { RuleError, together } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';
import { addVersions, requireProject } from './projects.js';

/** Most characters of the name of a version. */
export const versionNameLimit = 255;

/** What a request says of a version. `null` and an empty text: no such day. */
export interface VersionInput {
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly archived?: boolean | undefined;
  readonly released?: boolean | undefined;
  readonly startDate?: string | null | undefined;
  readonly releaseDate?: string | null | undefined;
}

export interface VersionOfProject {
  readonly project: Project;
  readonly version: ProjectVersion;
}

/** A version with its project. @throws RuleError `version-not-found` */
export function requireVersion(root: Root, versionId: Id): VersionOfProject {
  const id = idNumber(versionId);
  const project = root.projects.get(root.projectOfVersion.get(id) ?? 0);
  const version = project?.versions.find((one) => one.id === id);
  if (!project || !version) throw new RuleError('version-not-found', { versionId: String(versionId) });
  return { project, version };
}

/**
 * Adds a version behind those that a project has.
 *
 * @throws RuleError `project-not-found`, `version-name-…`, `version-…-date-invalid`, `version-dates-reversed`
 */
export function createVersion(tx: Transaction, projectIdOrKey: Id, input: VersionInput): ProjectVersion {
  const project = requireProject(tx.root, projectIdOrKey);
  const checked = checkVersion(project, undefined, { ...input, name: input.name ?? '' });
  const [version] = addVersions(tx, project.id, [checked]) as [ProjectVersion];
  tx.announce({ type: 'version-created', projectId: project.id, after: version });
  return version;
}

/**
 * Changes what is given of a version.
 *
 * @throws RuleError `version-not-found` and as {@link createVersion}
 */
export function editVersion(tx: Transaction, versionId: Id, input: VersionInput): ProjectVersion {
  const { project, version: before } = requireVersion(tx.root, versionId);
  const after: ProjectVersion = { id: before.id, ...checkVersion(project, before, input) };
  putVersions(
    tx,
    project,
    project.versions.map((one) => (one === before ? after : one)),
  );
  tx.announce({ type: 'version-updated', projectId: project.id, before, after });
  return after;
}

/** Where a version is to stand among those of its project. */
export type VersionPlace = { readonly after: Id } | { readonly position: 'Earlier' | 'Later' | 'First' | 'Last' };

/**
 * Gives a version another place in the order of its project.
 *
 * @throws RuleError `version-not-found`, `version-replacement-invalid` where it is to stand behind one of another
 *   project
 */
export function moveVersion(tx: Transaction, versionId: Id, place: VersionPlace): ProjectVersion {
  const { project, version } = requireVersion(tx.root, versionId);
  const at = project.versions.indexOf(version);
  const others = project.versions.toSpliced(at, 1);
  putVersions(tx, project, others.toSpliced(placeAmong(tx.root, others, at, place), 0, version));
  tx.announce({ type: 'version-moved', projectId: project.id, after: version });
  return version;
}

function placeAmong(root: Root, others: readonly ProjectVersion[], at: number, place: VersionPlace): number {
  if ('after' in place) {
    const { version } = requireVersion(root, place.after);
    const index = others.indexOf(version);
    if (index < 0) throw new RuleError('version-replacement-invalid', { versionId: String(place.after) });
    return index + 1;
  }
  switch (place.position) {
    case 'First':
      return 0;
    case 'Last':
      return others.length;
    case 'Earlier':
      return Math.max(0, at - 1);
    case 'Later':
      return Math.min(others.length, at + 1);
  }
}

/** Writes the versions of a project, in their order. */
export function putVersions(tx: Transaction, { id }: Project, versions: readonly ProjectVersion[]): void {
  tx.put('projects', id, { ...requireProject(tx.root, id), versions });
}

/** Whether a version should have been released by a day, `yyyy-MM-dd`; undefined where that is no question. */
export function isOverdue({ released, releaseDate }: ProjectVersion, today: string): boolean | undefined {
  return released || releaseDate === undefined ? undefined : releaseDate < today;
}

/** A version as it becomes, without its id. */
function checkVersion(project: Project, before: ProjectVersion | undefined, input: VersionInput) {
  const [name, startDate, releaseDate] = together(
    () => checkName(project, before, input.name),
    () => checkDay(input.startDate, before?.startDate, 'version-start-date-invalid'),
    () => checkDay(input.releaseDate, before?.releaseDate, 'version-release-date-invalid'),
  );
  if (startDate !== undefined && releaseDate !== undefined && startDate > releaseDate) {
    throw new RuleError('version-dates-reversed', { startDate, releaseDate });
  }
  const description = (input.description === undefined ? before?.description : input.description) ?? undefined;
  return {
    name,
    ...(description !== undefined && { description }),
    archived: input.archived ?? before?.archived ?? false,
    released: input.released ?? before?.released ?? false,
    ...(startDate !== undefined && { startDate }),
    ...(releaseDate !== undefined && { releaseDate }),
  };
}

function checkName({ versions }: Project, before: ProjectVersion | undefined, given: string | null | undefined) {
  if (given === undefined && before) return before.name;
  const name = given?.trim() ?? '';
  if (name === '') throw new RuleError('version-name-empty', {});
  if (name.length > versionNameLimit) {
    throw new RuleError('version-name-too-long', { length: name.length, limit: versionNameLimit });
  }
  const taken = versions.some((one) => one.id !== before?.id && one.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new RuleError('version-name-taken', { name });
  return name;
}

function checkDay(
  given: string | null | undefined,
  before: string | undefined,
  code: 'version-start-date-invalid' | 'version-release-date-invalid',
): string | undefined {
  if (given === undefined) return before;
  if (given === null || given === '') return undefined;
  if (!isDate(given)) throw new RuleError(code, { date: given });
  return given;
}
