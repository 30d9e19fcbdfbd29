import { isDeepStrictEqual } from 'node:util';
import { idNumber, type Id } from '../core/ids.js';
import type { FieldValue } from '../core/field-values.js';
import type { Issue, IssueDetails, Project, ProjectVersion, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';
import { setDefault } from '../default-values/default-values.js';
import { resolutionOf } from '../issues/issue-classes.js';
import { changeIssue, issuesOfProject, swappedIds } from './issues-of-project.js';
import { putVersions, requireVersion, type VersionOfProject } from './versions.js';

/** What takes the place of a version that goes; where nothing is said, nothing does. */
export interface VersionReplacements {
  readonly fixVersions?: Id | undefined;
  readonly versions?: Id | undefined;
  /** Of custom fields, by their number. */
  readonly customFields?: ReadonlyMap<number, Id>;
}

/**
 * Deletes a version. Issues get another one in its place, or none.
 *
 * @param by - account id of who does it, for the history of the issues
 * @throws RuleError `version-not-found`, `version-replacement-invalid`
 */
export function deleteVersion(tx: Transaction, versionId: Id, replacements: VersionReplacements, by: string): void {
  const { project, version } = requireVersion(tx.root, versionId);
  const custom = new Map(
    [...(replacements.customFields ?? [])].map(([fieldId, id]) => [fieldId, replacement(project, version, id)]),
  );
  const fixVersions = replacement(project, version, replacements.fixVersions);
  const versions = replacement(project, version, replacements.versions);
  replaceInIssues(tx, { project, version }, { fixVersions, versions, custom: (id) => custom.get(id) }, by);
  replaceInDefaults(tx, version.id, undefined);
  remove(tx, project, version);
}

/**
 * Merges a version into another of its project: whatever names it names the other one, and it goes.
 *
 * @throws RuleError `version-not-found`, `version-replacement-invalid`
 */
export function mergeVersions(tx: Transaction, versionId: Id, intoId: Id, by: string): void {
  const { project, version } = requireVersion(tx.root, versionId);
  const into = requireVersion(tx.root, intoId).version;
  const id = replacement(project, version, into.id);
  replaceInIssues(tx, { project, version }, { fixVersions: id, versions: id, custom: () => id }, by);
  replaceInDefaults(tx, version.id, id);
  remove(tx, project, version, into);
}

/** Gives the issues that are not resolved, and were to be so in a version, another one. @throws RuleError */
export function moveUnresolved(tx: Transaction, versionId: Id, toId: Id, by: string): void {
  const { project, version } = requireVersion(tx.root, versionId);
  const to = replacement(project, version, toId);
  for (const issue of issuesOfProject(tx.root, project)) {
    const { fixVersions } = issue.details ?? {};
    if (!fixVersions?.includes(version.id) || resolutionOf(issue)) continue;
    changeIssue(
      tx,
      issue,
      { ...issue, details: { ...issue.details, fixVersions: swappedIds(fixVersions, version.id, to) } },
      by,
    );
  }
}

export interface VersionUse {
  readonly fixed: readonly Issue[];
  readonly affected: readonly Issue[];
  /** By the number of the custom field; a field without an issue has no entry. */
  readonly custom: ReadonlyMap<number, number>;
  /** In how many issues any custom field has it. */
  readonly customIssues: number;
}

/** The issues that name a version. */
export function useOfVersion(root: Root, versionId: Id): VersionUse {
  const { project, version } = requireVersion(root, versionId);
  const custom = new Map<number, number>();
  const [fixed, affected]: Issue[][] = [[], []];
  let customIssues = 0;
  for (const issue of issuesOfProject(root, project)) {
    if (issue.details?.fixVersions?.includes(version.id)) fixed!.push(issue);
    if (issue.details?.versions?.includes(version.id)) affected!.push(issue);
    const fields = Object.entries(issue.values).filter(([, value]) => versionIdsOf(value).includes(version.id));
    if (fields.length > 0) customIssues++;
    for (const [id] of fields) custom.set(Number(id), (custom.get(Number(id)) ?? 0) + 1);
  }
  return { fixed: fixed!, affected: affected!, custom, customIssues };
}

function replacement(project: Project, version: ProjectVersion, given: Id | undefined): number | undefined {
  if (given === undefined) return undefined;
  const id = idNumber(given);
  if (id === version.id || !project.versions.some((one) => one.id === id)) {
    throw new RuleError('version-replacement-invalid', { versionId: String(given) });
  }
  return id;
}

interface Swaps {
  readonly fixVersions: number | undefined;
  readonly versions: number | undefined;
  readonly custom: (fieldId: number) => number | undefined;
}

function replaceInIssues(tx: Transaction, { project, version: { id } }: VersionOfProject, swaps: Swaps, by: string) {
  for (const issue of issuesOfProject(tx.root, project)) {
    const details = issue.details && {
      ...issue.details,
      ...swappedDetail(issue.details, 'fixVersions', id, swaps.fixVersions),
      ...swappedDetail(issue.details, 'versions', id, swaps.versions),
    };
    const values = Object.fromEntries(
      Object.entries(issue.values).flatMap(([fieldId, value]) => {
        const kept = swappedValue(value, id, swaps.custom(Number(fieldId)));
        return kept ? [[fieldId, kept]] : [];
      }),
    );
    const after = { ...issue, ...(details && { details }), values };
    if (!isDeepStrictEqual(after, issue)) changeIssue(tx, issue, after, by);
  }
}

function swappedDetail(details: IssueDetails, name: 'fixVersions' | 'versions', id: number, to: number | undefined) {
  const ids = details[name];
  return ids?.includes(id) ? { [name]: swappedIds(ids, id, to) } : {};
}

function swappedValue(value: FieldValue, id: number, to: number | undefined): FieldValue | null {
  if (value.kind === 'version' && value.versionId === id) return to === undefined ? null : { ...value, versionId: to };
  if (value.kind !== 'versions' || !value.versionIds.includes(id)) return value;
  const versionIds = swappedIds(value.versionIds, id, to);
  return versionIds.length === 0 ? null : { ...value, versionIds };
}

function versionIdsOf(value: FieldValue): readonly number[] {
  return value.kind === 'version' ? [value.versionId] : value.kind === 'versions' ? value.versionIds : [];
}

function replaceInDefaults(tx: Transaction, id: number, to: number | undefined): void {
  for (const context of [...tx.root.contexts.values()]) {
    const { defaultValue } = context;
    if (defaultValue?.type === 'version.single' && defaultValue.versionId === id) {
      setDefault(tx, context, to === undefined ? undefined : { ...defaultValue, versionId: to });
    } else if (defaultValue?.type === 'version.multiple' && defaultValue.versionIds.includes(id)) {
      const versionIds = swappedIds(defaultValue.versionIds, id, to);
      setDefault(tx, context, versionIds.length === 0 ? undefined : { ...defaultValue, versionIds });
    }
  }
}

function remove(tx: Transaction, { id }: Project, version: ProjectVersion, mergedInto?: ProjectVersion): void {
  const project = tx.root.projects.get(id) as Project;
  putVersions(
    tx,
    project,
    project.versions.filter((one) => one.id !== version.id),
  );
  tx.announce({ type: 'version-deleted', projectId: id, before: version, ...(mergedInto && { mergedInto }) });
}
