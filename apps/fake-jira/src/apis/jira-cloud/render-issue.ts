import {
  contextFor,
  customFieldId,
  fieldKey,
  findSystemField,
  liveFields,
  transitions,
  type SystemField,
  type CustomField,
  type Issue,
  type Project,
} from '@fake-jira/world';
import type { View } from './call.js';
import { editMeta } from './create-meta.js';
import { inForm } from './forms.js';
import { renderChangelog } from './render-changelog.js';
import { customFieldSchema } from './render-field.js';
import { renderValue } from './render-value.js';
import { renderIssueName } from './render-relative.js';
import { systemValues } from './system-values.js';
import { renderTransition } from './render-transition.js';

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

/** What a real Jira says that it can tell beside; the fake tells the names, the schemas and what can be edited. */
const expandable = 'renderedFields,names,schema,transitions,operations,editmeta,changelog,versionedRepresentations';

/** An issue with the values of its fields (`Issue`). */
export function renderIssue(issue: Issue, query: IssueQuery, view: View) {
  const shown = selected(fieldsOf(issue, view), query);
  const byId = <Value>(value: (field: ShownField) => Value) =>
    Object.fromEntries(shown.map((field) => [field.id, value(field)]));
  const { expand } = query;
  const parts = {
    expand: expandable,
    ...renderIssueName(issue, view),
    fields: byId((field) => field.value()),
    names: expand.includes('names') ? byId((field) => field.name) : undefined,
    schema: expand.includes('schema') ? byId((field) => field.schema) : undefined,
    transitions: expand.includes('transitions')
      ? transitions.map((one) => renderTransition(one, issue, expand, view))
      : undefined,
    changelog: expand.includes('changelog') ? renderChangelog(issue, view) : undefined,
    editmeta: expand.includes('editmeta') ? editMeta(issue, { everyField: false }, view) : undefined,
  };
  return inForm(parts, view.behaviour.forms.issue);
}

/** Names and schemas of the fields of several issues together, as far as they are asked for. */
export function namesAndSchema(issues: readonly Issue[], query: IssueQuery, view: View) {
  const { expand } = query;
  if (!expand.includes('names') && !expand.includes('schema')) return {};
  const shown = issues.flatMap((issue) => selected(fieldsOf(issue, view), query));
  return {
    ...(expand.includes('names') && { names: Object.fromEntries(shown.map(({ id, name }) => [id, name])) }),
    ...(expand.includes('schema') && { schema: Object.fromEntries(shown.map(({ id, schema }) => [id, schema])) }),
  };
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
  const ofSystem = systemFieldsOfIssue(issue, view).flatMap(({ id, name, navigable, schema }) =>
    schema ? [{ id, key: id, name, navigable, schema, value: values[id] ?? (() => null) }] : [],
  );
  const custom = [...liveFields(root)]
    .filter((field) => contextFor(root, field.id, issue.projectId, issue.issueTypeId))
    .map((field) => ({ ...describe(field), value: () => customValue(issue, field, project, view) }));
  return [...ofSystem, ...custom];
}

/** Every system field but the classification of data, which apps give; the parent of a sub-task on Data Center, too. */
function systemFieldsOfIssue({ parentId }: Issue, { behaviour }: View): SystemField[] {
  const fields = behaviour.systemFields.listed.filter(({ id }) => id !== 'parent' && id !== 'dataclassification');
  const parent = findSystemField('parent');
  return parentId === null || !parent ? fields : [...fields, parent];
}

function describe(field: CustomField) {
  const key = fieldKey(field);
  return { id: customFieldId(field.id), key, name: field.name, navigable: true, schema: customFieldSchema(field) };
}

function customValue(issue: Issue, field: CustomField, project: Project, view: View): unknown {
  const value = issue.values[field.id];
  return value ? renderValue(value, field.id, project, view) : null;
}
