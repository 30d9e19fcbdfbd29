import type { OperationId } from '@fake-jira/openapi';
import { isObject, textIn as text, type Json, plain } from '../read/json.js';
import { contextOf, type Seen, type SeenContext } from './seen.js';
import { defined } from './values.js';

/** An answer of an operation: what its address named, and the body. */
export interface ReadAnswer {
  readonly seen: Seen;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

type Reader = (answer: ReadAnswer) => void;

/** What each operation shows of fields' configuration, by where its answer has it. */
const readers: { readonly [Id in OperationId]?: Reader } = {
  getContextsForField: (answer) => each(answer, 'values', jiraContext),
  getProjectContextMapping: (answer) =>
    each(answer, 'values', ({ seen, path }, { contextId, projectId, isGlobalContext }) => {
      const context = contextOf(seen, fieldIn(path), plain(contextId));
      if (projectId !== undefined) context.projects.add(plain(projectId));
      if (isGlobalContext === true) context.global = true;
    }),
  getIssueTypeMappingsForContexts: (answer) =>
    each(answer, 'values', ({ seen, path }, { contextId, issueTypeId }) => {
      const context = contextOf(seen, fieldIn(path), plain(contextId));
      if (issueTypeId !== undefined) context.issueTypes.add(plain(issueTypeId));
    }),
  getOptionsForContext: (answer) => {
    if (isFirstPage(answer)) optionsOf(answer).clear();
    each(answer, 'values', jiraOption);
  },
  createCustomFieldOption: (answer) => each(answer, 'options', jiraOption),
  getDefaultValues: (answer) => each(answer, 'values', defaultValue),
  getAllIssueFieldOptions: (answer) => each(answer, 'values', appOption),
  getIssueFieldOption: (answer) => appOption(answer, answer.body as Json),
  getTrashedFieldsPaginated: (answer) => each(answer, 'values', ({ seen }, { id }) => void seen.trashed.add(plain(id))),
  getFieldsPaginated: (answer) => each(answer, 'values', fieldBeside),
  getCustomFieldsDataCenter: (answer) => each(answer, 'values', fieldBeside),
  getScreens: (answer) =>
    each(answer, 'values', ({ seen }, { id, name, description }) => screen(seen, plain(id), name, description)),
  getAllScreenTabs: (answer) =>
    each(answer, '', ({ seen, path }, { id, name }) => void tab(seen, path['screenId'], plain(id), text(name))),
  getAllScreenTabFields: (answer) => {
    const { fields } = tab(answer.seen, answer.path['screenId'], answer.path['tabId'] ?? '');
    fields.length = 0;
    each(answer, '', (_, { id }) => void fields.push(plain(id)));
  },
  findGroups: (answer) => each(answer, 'groups', ({ seen }, { name }) => void seen.groups.add(plain(name))),
  getCurrentUser: ({ seen, body }) => {
    if (isObject(body)) seen.caller = body;
  },
  extenderGetFields: (answer) => each(answer, 'customFields', extenderField),
  extenderGetConfigSchemes: (answer) => each(answer, 'customFieldSchemes', scheme),
  extenderGetValues: (answer) => {
    if (isFirstPage(answer)) schemeContext(answer).options.clear();
    each(answer, 'schemeOptions', extenderValue);
  },
  editorListCustomFields: (answer) => each(answer, 'values', editorField),
  editorListMyCustomFields: (answer) => each(answer, 'values', editorField),
  editorListContexts: (answer) => each(answer, '', editorContext),
  editorListMyContexts: (answer) => each(answer, '', editorContext),
  editorListOptions: (answer) => each(answer, '', editorOption),
  editorListChildOptions: (answer) => each(answer, '', editorOption),
};

/** Adds what an answer shows of contexts, options, screens and the like. */
export function readConfiguration(operation: OperationId, answer: ReadAnswer): void {
  readers[operation]?.(answer);
}

/** Each object of a list in a body; of the body itself, where the name is empty. */
function each(answer: ReadAnswer, name: string, read: (answer: ReadAnswer, entry: Json) => void): void {
  const list = name === '' ? answer.body : isObject(answer.body) ? answer.body[name] : undefined;
  for (const entry of Array.isArray(list) ? list : []) if (isObject(entry)) read(answer, entry);
}

/** Whether a list begins here, and is of everything. */
function isFirstPage({ query }: ReadAnswer): boolean {
  return ['startAt', 'optionId', 'onlyOptions'].every((name) => ['', '0', 'false'].includes(query.get(name) ?? ''));
}

function optionsOf({ seen, path }: ReadAnswer): SeenContext['options'] {
  return contextOf(seen, fieldIn(path), path['contextId'] ?? '').options;
}

/** The id of a field, in which form an address may have it. */
function fieldIn(path: Readonly<Record<string, string>>): string {
  const given = path['fieldId'] ?? path['customFieldId'] ?? '';
  return /^\d+$/.test(given) ? `customfield_${given}` : given;
}

function jiraContext({ seen, path }: ReadAnswer, { id, name, description, isGlobalContext }: Json): void {
  describe(contextOf(seen, fieldIn(path), plain(id)), name, description, isGlobalContext);
}

function describe(context: SeenContext, name: unknown, description: unknown, global: unknown): void {
  if (text(name) !== undefined) context.name = plain(name);
  if (text(description) !== undefined) context.description = plain(description);
  if (typeof global === 'boolean') context.global = global;
}

function jiraOption({ seen, path }: ReadAnswer, { id, value, disabled, optionId }: Json): void {
  if (text(value) === undefined) return;
  contextOf(seen, fieldIn(path), path['contextId'] ?? '').options.set(plain(id), {
    value: plain(value),
    disabled: String(disabled) === 'true',
    ...(optionId !== undefined && { parent: plain(optionId) }),
  });
}

/** Of default values those that need no look-up: options, and what is no reference. */
function defaultValue({ seen, path }: ReadAnswer, entry: Json): void {
  const { contextId, optionId, optionIds, cascadingOptionId, text: words, number, labels, date, dateTime, url } = entry;
  const context = contextOf(seen, fieldIn(path), plain(contextId));
  const ids = [optionIds ?? optionId, cascadingOptionId].flat().flatMap((id) => (id == null ? [] : [plain(id)]));
  if (ids.length > 0) context.defaultOptions = ids;
  // Nothing has to have shown them yet.
  for (const id of ids) {
    const parent = cascadingOptionId != null && id !== ids[0] ? ids[0] : undefined;
    if (!context.options.has(id)) context.options.set(id, { value: `Option ${id}`, ...defined({ parent }) });
  }
  const given = entry['useCurrent'] === true ? 'now' : (words ?? number ?? labels ?? date ?? dateTime ?? url);
  if (given != null) context.defaultValue = given as string | number | readonly string[];
}

function appOption({ seen, path }: ReadAnswer, entry: Json): void {
  const key = path['fieldKey'] ?? '';
  const options = seen.appOptions.get(key) ?? new Map<number, Json>();
  seen.appOptions.set(key, options.set(Number(entry['id']), entry));
}

/** What lists have of a field beside what all of Jira has of one. */
function fieldBeside({ seen }: ReadAnswer, entry: Json): void {
  const { id, name, type, description, searcherKey, isLocked } = entry;
  const { isAllProjects, projectIds, issueTypeIds, lastValueUpdate } = entry;
  const beside = { description, searcherKey, isLocked, isAllProjects, projectIds, issueTypeIds, lastValueUpdate };
  const field = seen.fields.get(plain(id));
  if (field) seen.fields.set(plain(id), { ...field, ...defined(beside) });
  else addField(seen, plain(id), name, type, description);
}

function screen(seen: Seen, id: string, name: unknown, description: unknown): void {
  const known = seen.screens.get(id);
  seen.screens.set(id, {
    name: text(name) ?? known?.name ?? `Screen ${id}`,
    ...defined({ description: text(description) ?? known?.description }),
    tabs: known?.tabs ?? new Map<string, { name: string; fields: string[] }>(),
  });
}

function tab(seen: Seen, screenId = '', id: string, name?: string): { name: string; readonly fields: string[] } {
  if (!seen.screens.has(screenId)) screen(seen, screenId, undefined, undefined);
  const tabs = seen.screens.get(screenId)!.tabs;
  const known = tabs.get(id) ?? { name: name ?? `Tab ${id}`, fields: [] };
  if (name !== undefined) known.name = name;
  tabs.set(id, known);
  return known;
}

function extenderField({ seen }: ReadAnswer, { id, name, key, description, lastValueUpdate }: Json): void {
  addField(seen, `customfield_${plain(id)}`, name, key, description, lastValueUpdate);
}

function addField(
  seen: Seen,
  id: string,
  name: unknown,
  type: unknown,
  description: unknown,
  lastValueUpdate?: unknown,
): void {
  if (text(name) === undefined || text(type) === undefined) return;
  const known = seen.fields.get(id);
  seen.fields.set(id, {
    schema: { custom: type },
    ...known,
    id,
    name,
    ...defined({ description: text(description), lastValueUpdate }),
  });
}

function scheme({ seen, path }: ReadAnswer, entry: Json): void {
  const { id, name, description, associatedProjects, issueTypes } = entry;
  const context = contextOf(seen, fieldIn(path), plain(id));
  const projects = Array.isArray(associatedProjects) ? (associatedProjects as Json[]) : [];
  describe(context, name, description, projects.length === 0);
  for (const project of projects) {
    context.projects.add(plain(project['id']));
    addProject(seen, project['id'], project['key'], project['name']);
  }
  for (const type of Array.isArray(issueTypes) ? (issueTypes as Json[]) : []) {
    // One entry stands for all of them.
    if (!/^\d+$/.test(plain(type['id']))) continue;
    context.issueTypes.add(plain(type['id']));
    addIssueType(seen, type['id'], type['name']);
  }
}

function addProject(seen: Seen, id: unknown, key: unknown, name: unknown): void {
  if (text(key) === undefined) return;
  seen.projects.set(plain(key), { id: plain(id), key, name, ...seen.projects.get(plain(key)) });
}

function addIssueType(seen: Seen, id: unknown, name: unknown): void {
  if (text(name) === undefined) return;
  seen.issueTypes.set(plain(id), { id: plain(id), name, ...seen.issueTypes.get(plain(id)) });
}

/** Values of a scheme are told by its id alone: whose it is another answer says. */
function schemeContext({ seen, path }: ReadAnswer): SeenContext {
  const contextId = path['configSchemeId'] ?? '';
  const owner = [...seen.contexts].find(([, contexts]) => contexts.has(contextId));
  return contextOf(seen, owner?.[0] ?? '', contextId);
}

function extenderValue(answer: ReadAnswer, entry: Json): void {
  addValue(schemeContext(answer), entry, undefined);
}

function addValue(context: SeenContext, entry: Json, parent: string | undefined): void {
  const { id, name, disabled, childOptions } = entry;
  if (text(name) === undefined) return;
  context.options.set(plain(id), { value: plain(name), disabled: disabled === true, ...defined({ parent }) });
  for (const child of Array.isArray(childOptions) ? (childOptions as Json[]) : []) addValue(context, child, plain(id));
}

function editorField(answer: ReadAnswer, entry: Json): void {
  const { fieldId, fieldName, fieldType, fieldDescription, contextPermissions, contexts } = entry;
  addField(answer.seen, `customfield_${plain(fieldId)}`, fieldName, fieldType, fieldDescription);
  const path = { customFieldId: plain(fieldId) };
  const list = Array.isArray(contexts) ? contexts : Array.isArray(contextPermissions) ? contextPermissions : [];
  for (const one of list as Json[]) {
    const context = isObject(one['context']) ? one['context'] : one;
    editorContext({ ...answer, path }, context);
  }
}

function editorContext({ seen, path }: ReadAnswer, entry: Json): void {
  const { contextId, contextName, contextDescription, isGlobal, projects, issueTypes } = entry;
  if (contextId === undefined) return;
  const context = contextOf(seen, fieldIn(path), plain(contextId));
  describe(context, contextName, contextDescription, isGlobal);
  for (const { projectId, projectKey, projectName } of Array.isArray(projects) ? (projects as Json[]) : []) {
    context.projects.add(plain(projectId));
    addProject(seen, projectId, projectKey, projectName);
  }
  for (const { issueTypeId, issueTypeName } of Array.isArray(issueTypes) ? (issueTypes as Json[]) : []) {
    context.issueTypes.add(plain(issueTypeId));
    addIssueType(seen, issueTypeId, issueTypeName);
  }
}

function editorOption({ seen, path }: ReadAnswer, { id, optionvalue, disabled }: Json): void {
  const parent = path['optionId'];
  contextOf(seen, fieldIn(path), path['contextId'] ?? '').options.set(plain(id), {
    value: plain(optionvalue),
    disabled: disabled === true,
    ...defined({ parent }),
  });
}

/** Whether what an operation answers is what {@link readConfiguration} reads. */
export function showsConfiguration(operation: OperationId): boolean {
  return readers[operation] !== undefined;
}
