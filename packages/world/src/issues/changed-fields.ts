import { isDeepStrictEqual } from 'node:util';
import { customFieldId } from '../core/ids.js';
import { plainText } from '../core/plain-text.js';
import type { ChangedField, Issue, Project, Root } from '../core/root.js';
import { typeOf } from '../fields/fields.js';
import { findUser } from '../people/people.js';
import { priorities, resolutionOf, statusOf, usualPriority } from './issue-classes.js';
import { dayText, historyValue, type HistoryValue } from './history-values.js';

/** A field of the system as the history tells it, where it has one value. */
interface SystemPart {
  readonly field: string;
  readonly fieldId: string;
  readonly of: (issue: Issue, root: Root) => HistoryValue;
  readonly people?: true;
}

const nothing: HistoryValue = { id: null, text: null };
const named = (one: { readonly id: number; readonly name: string } | undefined): HistoryValue =>
  one ? { id: String(one.id), text: one.name } : nothing;
const text = (value: string | null): HistoryValue => ({ id: null, text: value });
const seconds = (given: number | undefined): HistoryValue =>
  given === undefined ? nothing : { id: String(given), text: String(given) };
const person = (accountId: string | null, root: Root): HistoryValue =>
  accountId === null ? nothing : { id: accountId, text: findUser(root, accountId)?.displayName ?? null };

/** In the order in which a change lists them. Names as Jira's history has them, which are not those of its fields. */
const systemParts: readonly SystemPart[] = [
  { field: 'issuetype', fieldId: 'issuetype', of: ({ issueTypeId }, root) => named(root.issueTypes.get(issueTypeId)) },
  { field: 'summary', fieldId: 'summary', of: ({ summary }) => text(summary) },
  {
    field: 'description',
    fieldId: 'description',
    of: ({ description }) => text(description && plainText(description)),
  },
  {
    field: 'environment',
    fieldId: 'environment',
    of: ({ details }) => text(details?.environment ? plainText(details.environment) : null),
  },
  { field: 'assignee', fieldId: 'assignee', of: ({ assignee }, root) => person(assignee, root), people: true },
  { field: 'reporter', fieldId: 'reporter', of: ({ reporter }, root) => person(reporter, root), people: true },
  {
    field: 'priority',
    fieldId: 'priority',
    of: ({ details }) => named(priorities.find(({ id }) => id === details?.priority) ?? usualPriority),
  },
  {
    field: 'duedate',
    fieldId: 'duedate',
    of: ({ details }) => (details?.duedate ? { id: details.duedate, text: dayText(details.duedate) } : nothing),
  },
  {
    field: 'timeoriginalestimate',
    fieldId: 'timeoriginalestimate',
    of: ({ details }) => seconds(details?.timetracking?.original),
  },
  { field: 'timeestimate', fieldId: 'timeestimate', of: ({ details }) => seconds(details?.timetracking?.remaining) },
  { field: 'labels', fieldId: 'labels', of: ({ labels }) => ({ id: '', text: labels.join(' ') }) },
  {
    field: 'Parent',
    fieldId: 'parent',
    of: ({ parentId }, root) =>
      parentId === null ? nothing : { id: String(parentId), text: root.issues.get(parentId)?.key ?? null },
  },
  { field: 'resolution', fieldId: 'resolution', of: (issue) => named(resolutionOf(issue)) },
  { field: 'status', fieldId: 'status', of: (issue) => named(statusOf(issue)) },
];

/** Lists of which the history tells what came and what went, one by one. */
const lists = [
  { field: 'Component', fieldId: 'components', of: ({ components }: Project) => components },
  { field: 'Fix Version', fieldId: 'fixVersions', of: ({ versions }: Project) => versions },
  { field: 'Version', fieldId: 'versions', of: ({ versions }: Project) => versions },
] as const;

/** What differs between an issue as it was and as it is. Of protected fields the history keeps nothing. */
export function changedFields(root: Root, before: Issue, after: Issue): ChangedField[] {
  const system = systemParts.flatMap(({ field, fieldId, of, people }): ChangedField[] => {
    const [from, to] = [of(before, root), of(after, root)];
    if (isDeepStrictEqual(from, to)) return [];
    return [{ ...change(field, fieldId, from, to), ...(people && { people }) }];
  });
  return [...system, ...listChanges(root, before, after), ...customChanges(root, before, after)];
}

function change(field: string, fieldId: string, from: HistoryValue, to: HistoryValue, custom = false): ChangedField {
  return { field, fieldId, custom, from: from.id, fromText: from.text, to: to.id, toText: to.text };
}

function listChanges(root: Root, before: Issue, after: Issue): ChangedField[] {
  const project = root.projects.get(after.projectId);
  if (!project) return [];
  return lists.flatMap(({ field, fieldId, of }) => {
    const [had, has] = [before.details?.[fieldId] ?? [], after.details?.[fieldId] ?? []];
    const one = (id: number) => named(of(project).find((entry) => entry.id === id));
    return [
      ...had.filter((id) => !has.includes(id)).map((id) => change(field, fieldId, one(id), nothing)),
      ...has.filter((id) => !had.includes(id)).map((id) => change(field, fieldId, nothing, one(id))),
    ];
  });
}

function customChanges(root: Root, before: Issue, after: Issue): ChangedField[] {
  if (before.values === after.values) return [];
  const ids = new Set([...Object.keys(before.values), ...Object.keys(after.values)].map(Number));
  return [...ids].flatMap((id): ChangedField[] => {
    const field = root.fields.get(id);
    const [had, has] = [before.values[id], after.values[id]];
    if (!field || typeOf(field).protection !== undefined || isDeepStrictEqual(had, has)) return [];
    const [from, to] = [had, has].map((value) => (value ? historyValue(value, id, after, root) : nothing));
    const people = (has ?? had)?.kind === 'user' && { people: true as const };
    return [{ ...change(field.name, customFieldId(id), from!, to!, true), ...people }];
  });
}
