import { checkBesideIssues } from './check-beside-issues.js';
import { checkIndexes } from './check-indexes.js';
import { checkMaintenance } from './check-maintenance.js';
import { checkProtected } from './check-protected.js';
import { findFieldType } from '../fields/field-types.js';
import { optionIdsOf, type FieldValue } from '../core/field-values.js';
import type { Context, CounterName, CustomField, Issue, Option, Root } from '../core/root.js';
import { findSystemField } from '../fields/system-fields.js';

export interface CheckRules {
  /**
   * Whether two options of one level may have one value. Jira forbids it; Extender can make one under some answers to
   * `extender.duplicate-value`.
   */
  readonly equalOptionValues?: boolean;
}

/**
 * States every invariant of a world once more, on the records alone.
 *
 * @returns what does not hold, as sentences that name the record; nothing where the world is sound
 */
export function checkWorld(root: Root, rules: CheckRules = {}): string[] {
  return [
    ...checkIndexes(root),
    ...checkCounters(root),
    ...checkPeopleAndPlaces(root),
    ...checkFields(root),
    ...checkContexts(root),
    ...checkGrants(root),
    ...checkOptions(root, rules),
    ...checkIssues(root),
    ...checkBesideIssues(root),
    ...checkProtected(root),
    ...checkMaintenance(root),
  ];
}

function* checkCounters(root: Root): Iterable<string> {
  const ids: Record<CounterName, Iterable<number>> = {
    user: [...root.users.values()].map((user) => user.id),
    project: root.projects.keys(),
    version: [...root.projects.values()].flatMap((project) => project.versions.map((version) => version.id)),
    component: [...root.projects.values()].flatMap((project) => project.components.map(({ id }) => id)),
    issueType: root.issueTypes.keys(),
    screen: root.screens.keys(),
    tab: [...root.screens.values()].flatMap((screen) => screen.tabs.map((tab) => tab.id)),
    field: root.fields.keys(),
    context: root.contexts.keys(),
    option: root.options.keys(),
    task: root.tasks.keys(),
    issue: root.issues.keys(),
    comment: root.comments.keys(),
    issueLink: root.issueLinks.keys(),
    issueChange: [...root.issueChanges.values()].flatMap((changes) => changes.map(({ id }) => id)),
    webhook: root.webhooks.keys(),
    event: root.events.keys(),
  };
  for (const [name, taken] of Object.entries(ids)) {
    const next = root.counters[name as CounterName];
    const seen = new Set<number>();
    for (const id of taken) {
      if (id >= next) yield `The ${name} ${id} is not below the next id ${next}.`;
      if (seen.has(id)) yield `The id ${id} belongs to two of ${name}.`;
      seen.add(id);
    }
  }
}

function* checkPeopleAndPlaces(root: Root): Iterable<string> {
  for (const user of root.users.values()) {
    for (const group of user.groups) if (!root.groups.has(group)) yield `User ${user.name} is in no group "${group}".`;
  }
  for (const project of root.projects.values()) {
    const name = `Project ${project.key}`;
    if (!root.screens.has(project.screenId)) yield `${name} has the unknown screen ${project.screenId}.`;
    for (const { id, lead } of project.components) {
      if (lead !== undefined && !root.users.has(lead)) yield `The component ${id} is led by the unknown user ${lead}.`;
    }
    for (const id of project.issueTypeIds ?? []) {
      if (!root.issueTypes.has(id)) yield `${name} has the unknown issue type ${id}.`;
    }
  }
  for (const screen of root.screens.values()) {
    const fieldIds = screen.tabs.flatMap((tab) => tab.fieldIds);
    for (const [at, id] of fieldIds.entries()) {
      if (fieldIds.indexOf(id) !== at) yield `Screen ${screen.id} has the field ${id} twice.`;
      const digits = /^customfield_(\d+)$/.exec(id)?.[1];
      if (digits === undefined ? !findSystemField(id) : !root.fields.has(Number(digits))) {
        yield `Screen ${screen.id} has the unknown field ${id}.`;
      }
    }
  }
}

function* checkFields(root: Root): Iterable<string> {
  const globals = new Map<number, number>();
  for (const context of root.contexts.values()) {
    if (!context.global) continue;
    const other = globals.get(context.fieldId);
    if (other !== undefined) {
      yield `Contexts ${other} and ${context.id} of field ${context.fieldId} are both global.`;
    }
    globals.set(context.fieldId, context.id);
  }
  const counts = new Map<number, number>();
  for (const { fieldId } of root.options.values()) counts.set(fieldId, (counts.get(fieldId) ?? 0) + 1);
  for (const [[fieldId]] of root.appOptions.entries()) counts.set(fieldId, (counts.get(fieldId) ?? 0) + 1);
  for (const field of root.fields.values()) {
    if (!findFieldType(field.type)) yield `Field ${field.id} has the unknown type ${field.type}.`;
    const count = counts.get(field.id) ?? 0;
    if (count > 10_000) yield `Field ${field.id} has ${count} options, more than 10,000.`;
  }
  for (const [[fieldId, id], option] of root.appOptions.entries()) {
    const name = `App option ${id} of field ${fieldId}`;
    if (option.fieldId !== fieldId || option.id !== id) yield `${name} says it is ${option.id} of ${option.fieldId}.`;
    if (!root.fields.get(fieldId)?.appFieldKey) yield `${name} belongs to no field of an app.`;
    for (const project of option.scope.projects) {
      if (!root.projects.has(project.id)) yield `${name} has the unknown project ${project.id} in its scope.`;
    }
  }
}

function* checkContexts(root: Root): Iterable<string> {
  for (const context of root.contexts.values()) {
    const name = `Context ${context.id}`;
    const field = root.fields.get(context.fieldId);
    if (!field) yield `${name} belongs to the unknown field ${context.fieldId}.`;
    if (context.global && context.projectIds.length > 0) yield `${name} is global and yet names projects.`;
    for (const id of context.projectIds) if (!root.projects.has(id)) yield `${name} has the unknown project ${id}.`;
    for (const id of context.issueTypeIds) {
      if (!root.issueTypes.has(id)) yield `${name} has the unknown issue type ${id}.`;
    }
    for (const ids of [context.projectIds, context.issueTypeIds]) {
      if (new Set(ids).size < ids.length) yield `${name} names a project or an issue type twice.`;
    }
    if (field && context.defaultValue) yield* checkDefault(root, field, context, name);
  }
}

function* checkDefault(root: Root, field: CustomField, context: Context, name: string): Iterable<string> {
  const value = context.defaultValue as NonNullable<Context['defaultValue']>;
  const type = findFieldType(field.type)?.defaultValueType;
  if (value.type !== type) yield `The default of ${name} is of type ${value.type}, but its field takes ${type}.`;
  const optionIds = 'optionId' in value ? [value.optionId] : 'optionIds' in value ? value.optionIds : [];
  const deleted = value.type === 'option.cascading' ? (value.deleted ?? 0) : 0;
  if (deleted > 0 && findFieldType(field.type)?.optionLevels !== Infinity) {
    yield `The default of ${name} remembers deleted options, which its field does not.`;
  }
  if (optionIds.length + deleted === 0 && value.type.startsWith('option.'))
    yield `The default of ${name} names no option.`;
  for (const [level, id] of optionIds.entries()) {
    const option = root.options.get(id);
    if (option?.contextId !== context.id) {
      yield `The default of ${name} names ${id}, which is none of its options.`;
    } else if (option.parentId !== (value.type === 'option.cascading' && level > 0 ? optionIds[level - 1] : 0)) {
      yield `The default of ${name} names option ${id}, which stands on another level.`;
    }
  }
}

function* checkGrants(root: Root): Iterable<string> {
  for (const [[fieldId, contextId], { users, groups }] of root.grants.entries()) {
    const name = `Field ${fieldId}, context ${contextId},`;
    if (!root.fields.has(fieldId)) yield `${name} has grants, but is no field.`;
    if (contextId !== 0 && root.contexts.get(contextId)?.fieldId !== fieldId) {
      yield `${name} has grants, but is no context of the field.`;
    }
    if (users.length + groups.length === 0) yield `${name} has grants to nobody.`;
  }
}

function* checkOptions(root: Root, { equalOptionValues = false }: CheckRules): Iterable<string> {
  const values = new Map<string, number>();
  for (const option of root.options.values()) {
    const name = `Option ${option.id}`;
    const context = root.contexts.get(option.contextId);
    if (context?.fieldId !== option.fieldId) {
      yield `${name} is in context ${option.contextId}, which its field has not.`;
    }
    if (root.optionRanks.get(option.id) === undefined) yield `${name} stands nowhere in the order of its level.`;
    const place = JSON.stringify([option.contextId, option.parentId, option.value]);
    const other = values.get(place);
    if (other !== undefined && !equalOptionValues)
      yield `Options ${other} and ${option.id} have the value "${option.value}" on one level.`;
    values.set(place, option.id);
    yield* checkDepth(root, option, name);
  }
}

function* checkDepth(root: Root, option: Option, name: string): Iterable<string> {
  const { optionLevels = 0 } = findFieldType(root.fields.get(option.fieldId)?.type ?? '') ?? {};
  // Where any depth is allowed, no chain is longer than there are options, unless it goes in circles.
  const levels = Math.min(optionLevels, root.options.size);
  let depth = 1;
  for (let one = option; one.parentId !== 0; depth++) {
    const parent = root.options.get(one.parentId);
    if (parent?.contextId !== option.contextId) {
      yield `${name} stands below ${one.parentId}, which is no option of its context.`;
      return;
    }
    if (depth > levels) break;
    one = parent;
  }
  if (depth > levels) yield `${name} stands on level ${depth}, but its field has ${levels}.`;
}

function* checkIssues(root: Root): Iterable<string> {
  for (const id of root.issueChanges.keys()) {
    if (!root.issues.has(id)) yield `There is a history of the unknown issue ${id}.`;
  }
  for (const issue of root.issues.values()) {
    const name = `Issue ${issue.key}`;
    const project = root.projects.get(issue.projectId);
    const issueType = root.issueTypes.get(issue.issueTypeId);
    if (!project) yield `${name} is in the unknown project ${issue.projectId}.`;
    else if (!issue.key.startsWith(`${project.key}-`)) yield `${name} has not the key of its project ${project.key}.`;
    const number = Number(issue.key.slice(issue.key.lastIndexOf('-') + 1));
    if (!(number < (root.issueNumbers.get(issue.projectId) ?? 1))) {
      yield `${name} is not below its project's next number.`;
    }
    if (!issueType) yield `${name} has the unknown issue type ${issue.issueTypeId}.`;
    else if (issueType.subtask !== (issue.parentId !== null)) {
      yield `${name} is a sub-task by its type or its parent only.`;
    }
    if (issue.parentId !== null && root.issues.get(issue.parentId)?.projectId !== issue.projectId) {
      yield `${name} has the parent ${issue.parentId}, which is no issue of its project.`;
    }
    for (const accountId of [issue.reporter, issue.assignee]) {
      if (accountId && !root.users.has(accountId)) yield `${name} names the unknown user ${accountId}.`;
    }
    for (const [id, value] of Object.entries(issue.values)) yield* checkValueOf(root, issue, name, Number(id), value);
  }
}

function* checkValueOf(root: Root, issue: Issue, name: string, fieldId: number, value: FieldValue): Iterable<string> {
  const field = root.fields.get(fieldId);
  if (!field) {
    yield `${name} has a value of the unknown field ${fieldId}.`;
    return;
  }
  const type = findFieldType(field.type);
  const kind = type?.protection === 'encrypted' ? 'sealed' : type?.valueKind;
  if (value.kind !== kind) {
    yield `${name} has a value of kind ${value.kind} in field ${fieldId}, which takes ${kind}.`;
  }
  for (const [level, id] of optionIdsOf(value).entries()) {
    if (value.kind === 'app-option') {
      if (!root.appOptions.has([fieldId, id]))
        yield `${name} has the app option ${id}, which field ${fieldId} has not.`;
      continue;
    }
    const option = root.options.get(id);
    if (option?.fieldId !== fieldId) yield `${name} has the option ${id}, which field ${fieldId} has not.`;
    else if (option.parentId !== (value.kind === 'cascade' && level > 0 ? optionIdsOf(value)[level - 1] : 0)) {
      yield `${name} has the option ${id} on another level than its own.`;
    }
  }
  const accountIds = 'accountIds' in value ? value.accountIds : 'accountId' in value ? [value.accountId] : [];
  for (const id of accountIds) {
    if (!root.users.has(id)) yield `${name} names the unknown user ${id} in field ${fieldId}.`;
  }
  const groups = value.kind === 'group' ? [value.name] : value.kind === 'groups' ? value.names : [];
  for (const group of groups) {
    if (!root.groups.has(group)) yield `${name} names the unknown group "${group}" in field ${fieldId}.`;
  }
  const known = root.projects.get(issue.projectId)?.versions ?? [];
  const versionIds = 'versionIds' in value ? value.versionIds : 'versionId' in value ? [value.versionId] : [];
  for (const id of versionIds) {
    if (!known.some((version) => version.id === id)) yield `${name} has the version ${id} of another project.`;
  }
  if (value.kind === 'project' && !root.projects.has(value.projectId)) {
    yield `${name} has the unknown project ${value.projectId} in field ${fieldId}.`;
  }
}
