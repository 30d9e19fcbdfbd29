import {
  contextFor,
  customFieldId,
  fieldKey,
  liveFields,
  systemFields,
  type CustomField,
  type Issue,
  type IssueType,
  type Project,
} from '@fake-jira/world';
import type { View } from './call.js';
import { editMeta } from './create-meta.js';
import { renderRichText } from './document-format.js';
import { inForm } from './forms.js';
import { renderIssueType } from './issue-types.js';
import { customFieldSchema } from './render-field.js';
import { renderProjectName } from './render-project.js';
import { renderUserNamed, renderValue } from './render-value.js';
import { timestamp } from './timestamp.js';

export interface IssueQuery {
  /** `*all`, `*navigable`, names of fields, and with `-` those to leave out; none: all. */
  readonly fields: readonly string[];
  /** Whether `fields` has the keys of apps' fields instead of ids. */
  readonly fieldsByKeys: boolean;
  readonly expand: readonly string[];
}

/** One field of an issue: how it is called, what it has, and of which type. */
interface ShownField {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly navigable: boolean;
  readonly schema: {
    readonly type: string;
    readonly items?: string;
    readonly system?: string;
    readonly custom?: string;
  };
  readonly value: () => unknown;
}

/** An issue with the values of its fields (`Issue`). */
export function renderIssue(issue: Issue, query: IssueQuery, view: View) {
  const shown = selected(fieldsOf(issue, view), query);
  const byId = <Value>(value: (field: ShownField) => Value) =>
    Object.fromEntries(shown.map((field) => [field.id, value(field)]));
  const { expand } = query;
  const parts = {
    expand: 'names,schema,editmeta',
    ...renderIssueName(issue, view),
    fields: byId((field) => field.value()),
    names: expand.includes('names') ? byId((field) => field.name) : undefined,
    schema: expand.includes('schema') ? byId((field) => field.schema) : undefined,
    editmeta: expand.includes('editmeta') ? editMeta(issue, { everyField: false }, view) : undefined,
  };
  return inForm(parts, view.behaviour.forms.issue);
}

/** An issue where something else names it. */
export function renderIssueName({ id, key }: Issue, { links }: Pick<View, 'links'>) {
  return { id: String(id), self: links.rest(`/issue/${id}`), key };
}

function selected(fields: readonly ShownField[], { fields: asked, fieldsByKeys }: IssueQuery): ShownField[] {
  const wanted = new Set(asked.filter((name) => !name.startsWith('-')));
  const unwanted = new Set(asked.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const all = wanted.size === 0 || wanted.has('*all');
  return fields.filter((field) => {
    const name = fieldsByKeys ? field.key : field.id;
    if (unwanted.has(name) || (field.navigable && unwanted.has('*navigable'))) return false;
    return all || wanted.has(name) || (field.navigable && wanted.has('*navigable'));
  });
}

/** The fields of an issue: those of the system, then the custom fields of which a context applies. */
function fieldsOf(issue: Issue, view: View): ShownField[] {
  const { root } = view;
  const project = root.projects.get(issue.projectId) as Project;
  const values = systemValues(issue, project, view);
  const ofSystem = systemFields()
    .filter(({ id }) => id !== 'parent' || issue.parentId !== null)
    .map(({ id, name, navigable, schema }) => ({
      id,
      key: id,
      name,
      navigable,
      schema,
      value: values[id] ?? (() => null),
    }));
  const custom = [...liveFields(root)]
    .filter((field) => contextFor(root, field.id, issue.projectId, issue.issueTypeId))
    .map((field) => ({ ...describe(field), value: () => customValue(issue, field, project, view) }));
  return [...ofSystem, ...custom];
}

function describe(field: CustomField) {
  const key = fieldKey(field);
  return { id: customFieldId(field.id), key, name: field.name, navigable: true, schema: customFieldSchema(field) };
}

function customValue(issue: Issue, field: CustomField, project: Project, view: View): unknown {
  const value = issue.values[field.id];
  return value ? renderValue(value, field.id, project, view) : null;
}

/** Values of system fields. What the world does not keep is empty, like in an issue in which nobody has set it. */
function systemValues(issue: Issue, project: Project, view: View): Readonly<Record<string, () => unknown>> {
  return {
    summary: () => issue.summary,
    description: () => issue.description && renderRichText(issue.description, view.restVersion),
    issuetype: () => renderIssueType(issueTypeOf(issue, view), view),
    project: () => renderProjectName(project, view),
    status: () => toDo(view),
    labels: () => issue.labels,
    assignee: () => (issue.assignee === null ? null : renderUserNamed(issue.assignee, view)),
    reporter: () => renderUserNamed(issue.reporter, view),
    creator: () => renderUserNamed(issue.reporter, view),
    fixVersions: () => [],
    versions: () => [],
    components: () => [],
    created: () => timestamp(issue.created),
    updated: () => timestamp(issue.updated),
    parent: () => renderParent(issue, view),
  };
}

function issueTypeOf({ issueTypeId }: Issue, { root }: Pick<View, 'root'>): IssueType {
  return root.issueTypes.get(issueTypeId) as IssueType;
}

function renderParent({ parentId }: Issue, view: View) {
  const parent = parentId === null ? undefined : view.root.issues.get(parentId);
  if (!parent) return null;
  return {
    ...renderIssueName(parent, view),
    fields: {
      summary: parent.summary,
      status: toDo(view),
      issuetype: renderIssueType(issueTypeOf(parent, view), view),
    },
  };
}

/** The one status that the issues of the fake have: workflows are none of its business. */
function toDo({ links }: Pick<View, 'links'>) {
  return {
    self: links.rest('/status/10000'),
    description: '',
    iconUrl: links.to('/'),
    name: 'To Do',
    id: '10000',
    statusCategory: { self: links.rest('/statuscategory/2'), id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  };
}
