import { isDeepStrictEqual } from 'node:util';
import type { FieldValue } from '../core/field-values.js';
import type { Id } from '../core/ids.js';
import {
  addRequired,
  checkParent,
  checkParts,
  checkPlace,
  checkScreen,
  checkValues,
  defaultsFor,
  findIssue,
  problemsOfReading,
  type IssueParts,
  type ValueRules,
} from './issue-check.js';
import { checkDetails } from './issue-details.js';
import { commentsOf } from './comments.js';
import { linksOf } from './issue-links.js';
import { noteChange } from './history.js';
import { replaceValue, touchField } from './issue-values.js';
import { findIssueTypeOfProject } from '../projects/projects.js';
import type { Issue, IssueType, Moment, Project, Root } from '../core/root.js';
import { RuleError, type IssueProblem } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';

export { findIssue, type IssueParts, type ValueRules } from './issue-check.js';
export { issueCountOfField } from './issue-values.js';

export interface NewIssue extends IssueParts {
  /** By id or key. */
  readonly project?: Id | undefined;
  /** Given by a world file; else the next of the project. */
  readonly key?: string;
  readonly id?: number;
  readonly created?: Moment;
  readonly updated?: Moment;
}

export interface CreateRules extends ValueRules {
  /** Whether fields for which nothing is given get the default of their context. */
  readonly applyDefaults: boolean;
  /** Account id of who creates the issue: the reporter, unless one is given. Absent: the project's lead. */
  readonly by?: string;
}

/**
 * Creates an issue.
 *
 * @throws RuleError `issue-invalid` with everything that is wrong
 * @throws Error for a key that is taken or not of the project
 */
export function createIssue(tx: Transaction, input: NewIssue, rules: CreateRules): Issue {
  const problems = problemsOfReading(input);
  const place = checkPlace(tx.root, input, problems);
  const parts = checkParts(tx.root, { ...input, summary: input.summary ?? null }, problems);
  if (place && !rules.overrideScreen) checkScreen(tx.root, place.project, input, problems);
  const details = place && input.details ? checkDetails(place.project, input.details, problems) : undefined;
  const values = place
    ? checkValues(tx.root, place, input.values ?? {}, rules, problems)
    : new Map<number, FieldValue | null>();
  if (!place || problems.length > 0) throw new RuleError('issue-invalid', { problems });
  const given = [...values].flatMap(([fieldId, value]): [number, FieldValue][] => (value ? [[fieldId, value]] : []));
  const defaults = rules.applyDefaults ? defaultsFor(tx.root, place, values, tx.now) : [];
  const key = takeKey(tx, place.project, input.key);
  const id = input.id ?? tx.nextId('issue');
  tx.reserveId('issue', id);
  const issue: Issue = {
    id,
    key,
    projectId: place.project.id,
    issueTypeId: place.issueType.id,
    parentId: place.parentId,
    summary: parts.summary ?? '',
    description: parts.description ?? null,
    reporter: parts.reporter ?? rules.by ?? place.project.lead,
    assignee: parts.assignee ?? null,
    labels: parts.labels ?? [],
    created: input.created ?? tx.now,
    updated: input.updated ?? tx.now,
    ...(details && { details }),
    values: Object.fromEntries([...given, ...defaults]),
  };
  tx.put('issues', id, issue);
  for (const [fieldId] of [...given, ...defaults]) touchField(tx, fieldId);
  tx.announce({ type: 'issue-created', after: issue, by: rules.by ?? issue.reporter });
  return issue;
}

function takeKey(tx: Transaction, project: Project, given: string | undefined): string {
  const next = tx.root.issueNumbers.get(project.id) ?? 1;
  const key = given ?? `${project.key}-${next}`;
  const digits = key.startsWith(`${project.key}-`) ? key.slice(project.key.length + 1) : '';
  if (!/^[1-9]\d{0,9}$/.test(digits)) throw new Error(`"${key}" is not a key of the project ${project.key}.`);
  if (tx.root.issueIdsByKey.has(key.toUpperCase())) throw new Error(`There is an issue ${key} already.`);
  tx.put('issueNumbers', project.id, Math.max(next, Number(digits) + 1));
  return key;
}

/** Who edits an issue, beside the rules for its values. */
export interface EditRules extends ValueRules {
  /** Account id of who does it. Absent: the reporter. */
  readonly by?: string;
}

/**
 * Changes what is given of an issue, and notes it in its history. An option that it has already may stay, though disabled since.
 *
 * @throws RuleError `issue-not-found`, `project-archived`, `issue-invalid` with everything that is wrong
 */
export function editIssue(tx: Transaction, idOrKey: Id, input: IssueParts, rules: EditRules = {}): Issue {
  const before = requireIssue(tx.root, idOrKey);
  const edited = applyEdit(tx, before.id, input, rules);
  noteChange(tx, before, edited, rules.by ?? edited.reporter, 'issue_updated');
  return edited;
}

/** An edit without its history. @throws RuleError as {@link editIssue} */
export function applyEdit(tx: Transaction, idOrKey: Id, input: IssueParts, rules: ValueRules = {}): Issue {
  const issue = requireIssue(tx.root, idOrKey);
  const project = tx.root.projects.get(issue.projectId) as Project;
  if (project.archived) throw new RuleError('project-archived', { project: project.key });
  const problems = problemsOfReading(input);
  const issueType = checkNewType(tx.root, issue, project, input.issueType, problems);
  const parentId = checkNewParent(tx.root, issue, project, input.parent, problems);
  const parts = checkParts(tx.root, input, problems);
  if (!rules.overrideScreen) checkScreen(tx.root, project, input, problems);
  const details = input.details && {
    ...issue.details,
    ...checkDetails(project, input.details, problems, issue.details),
  };
  if (input.reporter === null) addRequired(problems, 'reporter');
  const values = checkValues(tx.root, { project, issueType }, input.values ?? {}, rules, problems, issue.values);
  if (problems.length > 0) throw new RuleError('issue-invalid', { problems });
  let edited: Issue = {
    ...issue,
    ...parts,
    issueTypeId: issueType.id,
    parentId,
    ...(details && { details }),
    updated: tx.now,
  };
  tx.put('issues', edited.id, edited);
  for (const [fieldId, value] of values) {
    if (isDeepStrictEqual(edited.values[fieldId] ?? null, value)) continue;
    edited = replaceValue(tx, edited, fieldId, value);
    touchField(tx, fieldId);
  }
  return edited;
}

function checkNewType(
  root: Root,
  issue: Issue,
  project: Project,
  given: Id | undefined,
  problems: IssueProblem[],
): IssueType {
  const before = root.issueTypes.get(issue.issueTypeId) as IssueType;
  if (given === undefined) return before;
  const issueType = findIssueTypeOfProject(root, project, given);
  if (issueType?.subtask === before.subtask) return issueType;
  problems.push({ field: 'issuetype', problem: 'unknown-issue-type', detail: String(given) });
  return before;
}

function checkNewParent(
  root: Root,
  issue: Issue,
  project: Project,
  given: Id | undefined,
  problems: IssueProblem[],
): number | null {
  if (given === undefined) return issue.parentId;
  if (issue.parentId !== null) return checkParent(root, project, given, problems);
  problems.push({ field: 'parent', problem: 'parent-not-allowed' });
  return null;
}

export interface DeleteRules {
  readonly deleteSubtasks: boolean;
  /** Account id of who does it. Absent: the reporter. */
  readonly by?: string;
}

/**
 * Deletes an issue.
 *
 * @throws RuleError `issue-not-found`, `issue-has-subtasks` unless they are to be deleted with it
 */
export function deleteIssue(tx: Transaction, idOrKey: Id, { deleteSubtasks, by }: DeleteRules): void {
  const issue = requireIssue(tx.root, idOrKey);
  const subtasks = subtasksOf(tx.root, issue.id);
  if (subtasks.length > 0 && !deleteSubtasks) throw new RuleError('issue-has-subtasks', { issue: issue.key });
  for (const one of [...subtasks, issue]) removeIssue(tx, one, by ?? one.reporter);
}

function removeIssue(tx: Transaction, issue: Issue, by: string): void {
  for (const { id } of commentsOf(tx.root, issue.id)) tx.remove('comments', id);
  for (const { id } of linksOf(tx.root, issue.id)) tx.remove('issueLinks', id);
  tx.remove('issues', issue.id);
  if (tx.root.issueChanges.has(issue.id)) tx.remove('issueChanges', issue.id);
  tx.announce({ type: 'issue-deleted', before: issue, by });
}

/** @throws RuleError `issue-not-found` */
export function requireIssue(root: Root, idOrKey: Id): Issue {
  const issue = findIssue(root, idOrKey);
  if (!issue) throw new RuleError('issue-not-found', { issue: String(idOrKey) });
  return issue;
}

/** {@link requireIssue} where issues go by their keys alone. */
export function requireIssueByKey(root: Root, key: string): Issue {
  if (/^\d+$/.test(key)) throw new RuleError('issue-not-found', { issue: key });
  return requireIssue(root, key);
}

/** The sub-tasks of an issue, by number. */
export function subtasksOf(root: Root, issueId: number): Issue[] {
  return root.subtasks
    .getRange([issueId, 0], [issueId, Infinity])
    .map(([[, subtaskId]]) => root.issues.get(subtaskId) as Issue);
}
