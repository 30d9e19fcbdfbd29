import { contextFor } from '../contexts/context-mapping.js';
import { defaultFieldValue } from '../default-values/default-to-value.js';
import { offeredContext, offeredWithDefault, systemFieldsOnScreen } from '../fields/field-layout.js';
import type { FieldValue, RichText } from '../core/field-values.js';
import { findField, typeOf } from '../fields/fields.js';
import { customFieldId, idNumber, type Id } from '../core/ids.js';
import { findUser } from '../people/people.js';
import { findIssueTypeOfProject, findProject } from '../projects/projects.js';
import type { CustomField, Issue, IssueType, Moment, Project, Root } from '../core/root.js';
import type { IssueProblem } from '../core/rule-error.js';
import type { IssueDetailsInput } from './issue-details.js';
import { checkValue, shortTextLimit, type FieldValueInput, type UserName } from './value-check.js';

/** What a create and an edit of an issue may both say. What is absent stays, or gets its default. */
export interface IssueParts {
  readonly summary?: string | null | undefined;
  readonly description?: RichText | null | undefined;
  readonly labels?: readonly string[] | null | undefined;
  /** `null`: nobody. */
  readonly assignee?: UserName | null | undefined;
  readonly reporter?: UserName | null | undefined;
  /** By id or key. */
  readonly parent?: Id | undefined;
  readonly details?: IssueDetailsInput | undefined;
  /** By id or name. */
  readonly issueType?: Id | undefined;
  /** Values of custom fields by id as in addresses, or by key; `null`: no value, not even the default. */
  readonly values?: Readonly<Record<string, FieldValueInput | null>> | undefined;
  /** Names in the request that are no field at all. */
  readonly unknownFields?: readonly string[] | undefined;
  /** What the reader of the request has found wrong already. */
  readonly problems?: readonly IssueProblem[] | undefined;
}

/** The system fields that were given, checked. */
export type CheckedParts = Partial<Pick<Issue, 'summary' | 'description' | 'labels' | 'assignee' | 'reporter'>>;

export interface Place {
  readonly project: Project;
  readonly issueType: IssueType;
  readonly parentId: number | null;
}

/** The problems that reading the request has left. */
export function problemsOfReading({ problems = [], unknownFields = [] }: IssueParts): IssueProblem[] {
  return [...problems, ...unknownFields.map((field): IssueProblem => ({ field, problem: 'not-on-screen' }))];
}

/** An issue by its number, else by its key in any case. */
export function findIssue(root: Root, idOrKey: Id): Issue | undefined {
  const key = String(idOrKey).toUpperCase();
  const id = root.issueIdsByKey.get(key) ?? root.issueIdsByKey.get(keyNow(root, key) ?? '');
  return root.issues.get(id ?? idNumber(idOrKey));
}

/** The key of an issue whose project has had another one. */
function keyNow(root: Root, key: string): string | undefined {
  const at = key.lastIndexOf('-');
  const project = at > 0 ? root.projects.get(root.projectIdsByKey.get(key.slice(0, at)) ?? 0) : undefined;
  return project && `${project.key}${key.slice(at)}`;
}

/** Where a new issue goes; `null` where its project or type is not known, which is a problem by then. */
export function checkPlace(
  root: Root,
  { project: given, issueType: type, parent }: IssueParts & { readonly project?: Id | undefined },
  problems: IssueProblem[],
): Place | null {
  const project = given === undefined ? undefined : findProject(root, given);
  if (given === undefined) addRequired(problems, 'project');
  else if (!project || project.archived)
    problems.push({ field: 'project', problem: 'unknown-project', detail: String(given) });
  if (type === undefined) addRequired(problems, 'issuetype');
  if (!project || type === undefined) return null;
  const issueType = findIssueTypeOfProject(root, project, type);
  if (!issueType) {
    problems.push({ field: 'issuetype', problem: 'unknown-issue-type', detail: String(type) });
    return null;
  }
  if (issueType.subtask && !root.settings.subtasks) problems.push({ field: 'issuetype', problem: 'subtasks-disabled' });
  if (parent === undefined) {
    if (issueType.subtask) problems.push({ field: 'issuetype', problem: 'parent-required' });
    return { project, issueType, parentId: null };
  }
  if (!issueType.subtask) problems.push({ field: 'parent', problem: 'parent-not-allowed' });
  return { project, issueType, parentId: checkParent(root, project, parent, problems) };
}

/** The number of a parent: an issue of the same project that is no sub-task itself. */
export function checkParent(root: Root, project: Project, parent: Id, problems: IssueProblem[]): number | null {
  const issue = findIssue(root, parent);
  if (issue?.projectId === project.id && issue.parentId === null) return issue.id;
  if (issue && issue.projectId !== project.id) problems.push({ field: 'pid', problem: 'parent-elsewhere' });
  else problems.push({ field: 'parent', problem: 'unknown-parent', detail: String(parent) });
  return null;
}

/** Reports a field that must have a value, unless something is known to be wrong with it. */
export function addRequired(problems: IssueProblem[], field: string): void {
  if (!problems.some((known) => known.field === field)) problems.push({ field, problem: 'required' });
}

/** Reports the system fields that are given though the screen of the project does not show them. */
export function checkScreen(root: Root, project: Project, input: IssueParts, problems: IssueProblem[]): void {
  const shown = systemFieldsOnScreen(root, project);
  const { summary, description, labels, assignee, reporter, details } = input;
  const given = { summary, description, labels, assignee, reporter, ...details };
  for (const [field, value] of Object.entries(given)) {
    if (value !== undefined && !shown.has(field)) problems.push({ field, problem: 'not-on-screen' });
  }
}

/** Checks the system fields that are given. */
export function checkParts(root: Root, input: IssueParts, problems: IssueProblem[]): CheckedParts {
  const { summary, description, labels, assignee, reporter } = input;
  return {
    ...(summary === undefined ? {} : { summary: checkSummary(summary, problems) }),
    ...(description === undefined ? {} : { description: isEmptyText(description) ? null : description }),
    ...(labels === undefined ? {} : { labels: checkLabels(labels ?? [], problems) }),
    ...(assignee === undefined ? {} : { assignee: assignee && checkUser(root, 'assignee', assignee, problems) }),
    ...(reporter == null ? {} : { reporter: checkUser(root, 'reporter', reporter, problems) ?? '' }),
  };
}

function checkSummary(given: string | null, problems: IssueProblem[]): string {
  const summary = given?.trim() ?? '';
  if (summary === '') addRequired(problems, 'summary');
  else if (summary.length > shortTextLimit) {
    problems.push({ field: 'summary', problem: 'too-long', detail: String(summary.length) });
  } else if (/[\r\n]/.test(summary)) problems.push({ field: 'summary', problem: 'line-break' });
  return summary;
}

function isEmptyText(text: RichText | null): boolean {
  return text === null || ('text' in text && text.text === '');
}

function checkLabels(labels: readonly string[], problems: IssueProblem[]): string[] {
  for (const label of labels) {
    if (label === '' || /\s/.test(label))
      problems.push({ field: 'labels', problem: 'label-with-space', detail: label });
    else if (label.length > shortTextLimit) problems.push({ field: 'labels', problem: 'too-long', detail: label });
  }
  return [...new Set(labels)];
}

function checkUser(root: Root, field: string, { accountId, name }: UserName, problems: IssueProblem[]): string | null {
  const user = accountId === undefined ? findUser(root, name ?? '') : root.users.get(accountId);
  if (!user) problems.push({ field, problem: 'unknown-user', detail: accountId ?? name ?? '' });
  return user?.accountId ?? null;
}

export interface ValueRules {
  /** Accepts fields that do not stand on the project's screen, though a context of theirs must apply. */
  readonly overrideScreen?: boolean;
}

/**
 * Checks the values of custom fields that are given, for an issue of a project and type.
 *
 * @returns by number of the field; `null` takes the value away
 */
export function checkValues(
  root: Root,
  { project, issueType }: Pick<Place, 'project' | 'issueType'>,
  given: NonNullable<IssueParts['values']>,
  { overrideScreen = false }: ValueRules,
  problems: IssueProblem[],
  current: Issue['values'] = {},
): Map<number, FieldValue | null> {
  const checked = new Map<number, FieldValue | null>();
  if (Object.keys(given).length === 0) return checked;
  const contextOf = (field: CustomField) =>
    overrideScreen && !field.trashed && !typeOf(field).protection
      ? contextFor(root, field.id, project.id, issueType.id)
      : offeredContext(root, project, issueType, field);
  for (const [fieldId, input] of Object.entries(given)) {
    const field = findField(root, fieldId);
    const context = field && contextOf(field);
    if (!field || !context) {
      problems.push({ field: field ? customFieldId(field.id) : fieldId, problem: 'not-on-screen' });
      continue;
    }
    const value = input && checkValue(root, field, context, project.id, input, problems, current[field.id]);
    checked.set(field.id, value);
  }
  return checked;
}

/** The defaults of the fields that an issue offers and for which nothing is given. */
export function defaultsFor(
  root: Root,
  { project, issueType }: Place,
  given: ReadonlyMap<number, unknown>,
  now: Moment,
): [number, FieldValue][] {
  const defaults: [number, FieldValue][] = [];
  for (const { field, context } of offeredWithDefault(root, project, issueType)) {
    if (given.has(field.id)) continue;
    const value = defaultFieldValue(root, field, context, project, () => now);
    if (value) defaults.push([field.id, value]);
  }
  return defaults;
}
