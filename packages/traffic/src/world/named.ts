import type { LocatedExchange } from '../located.js';
import { isObject, textIn as text, plain } from '../read/json.js';
import { contextOf, type Seen } from './seen.js';

/** What an address names, from the outside in. */
interface Named {
  readonly field?: string;
  readonly context?: string;
  readonly option?: string;
  readonly screen?: string;
  readonly project?: string;
  readonly issue?: string;
  readonly issueType?: string;
}

function namedIn({ location }: LocatedExchange): Named {
  const given = location.parameters ?? {};
  const field = given['fieldId'] ?? given['customFieldId'];
  const context = given['contextId'] ?? given['configSchemeId'];
  return {
    ...(field !== undefined && { field: /^\d+$/.test(field) ? `customfield_${field}` : field }),
    ...(context !== undefined && /^\d+$/.test(context) && { context }),
    ...(given['optionId'] !== undefined && { option: given['optionId'] }),
    ...(given['screenId'] !== undefined && { screen: given['screenId'] }),
    ...(given['projectIdOrKey'] !== undefined && { project: given['projectIdOrKey'] }),
    ...(given['issueIdOrKey'] !== undefined && { issue: given['issueIdOrKey'] }),
    ...(given['issueTypeId'] !== undefined && { issueType: given['issueTypeId'] }),
  };
}

/** Adds what an answered address names and no answer shows: it was there, or the answer would be another one. */
export function addNamed(located: LocatedExchange, seen: Seen): void {
  const { field, context, option, screen } = namedIn(located);
  const owner = field ?? ownerOf(seen, context);
  if (field !== undefined && /^customfield_\d+$/.test(field) && !seen.fields.has(field)) {
    const custom = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
    seen.fields.set(field, { id: field, name: `Field ${field.slice('customfield_'.length)}`, schema: { custom } });
  }
  if (owner !== undefined && context !== undefined) {
    const { options } = contextOf(seen, owner, context);
    if (option !== undefined && /^\d+$/.test(option) && !options.has(option))
      options.set(option, { value: `Option ${option}` });
  }
  if (screen !== undefined && /^\d+$/.test(screen) && !seen.screens.has(screen))
    seen.screens.set(screen, { name: `Screen ${screen}`, tabs: new Map() });
}

/** Adds the projects and issue types that the body of a request names. */
export function addNamedInBody({ exchange }: LocatedExchange, seen: Seen): void {
  const body = isObject(exchange.request.body) ? exchange.request.body : {};
  const idsIn = (value: unknown) => (Array.isArray(value) ? value.map(plain).filter((id) => /^\d+$/.test(id)) : []);
  const known = new Set([...seen.projects.values()].map(({ id }) => plain(id)));
  for (const id of idsIn(body['projectIds']))
    if (!known.has(id)) seen.projects.set(`PRJ${id}`, { id, key: `PRJ${id}` });
  for (const id of idsIn(body['issueTypeIds']))
    if (!seen.issueTypes.has(id)) seen.issueTypes.set(id, { id, name: `Issue type ${id}` });
}

/** The field that has a context. */
function ownerOf(seen: Seen, context: string | undefined): string | undefined {
  return context === undefined ? undefined : [...seen.contexts].find(([, contexts]) => contexts.has(context))?.[0];
}

/** Removes what an address names: the last thing in it, or all of them. */
export function removeNamed(located: LocatedExchange, seen: Seen, which: 'last' | 'all'): void {
  const { field, context, option, screen, project, issue, issueType } = namedIn(located);
  const owner = field ?? ownerOf(seen, context) ?? '';
  const removals = [
    field === undefined ? undefined : () => void (seen.fields.delete(field), seen.contexts.delete(field)),
    context === undefined ? undefined : () => void seen.contexts.get(owner)?.delete(context),
    option === undefined || context === undefined
      ? undefined
      : () => void seen.contexts.get(owner)?.get(context)?.options.delete(option),
    screen === undefined ? undefined : () => void seen.screens.delete(screen),
    project === undefined ? undefined : () => removeProject(seen, project),
    issue === undefined ? undefined : () => removeIssue(seen, issue),
    issueType === undefined ? undefined : () => void seen.issueTypes.delete(issueType),
  ].filter((one) => one !== undefined);
  for (const remove of which === 'last' ? removals.slice(-1) : removals) remove();
}

function removeProject(seen: Seen, idOrKey: string): void {
  for (const [key, { id }] of seen.projects) if (key === idOrKey || plain(id) === idOrKey) seen.projects.delete(key);
}

function removeIssue(seen: Seen, idOrKey: string): void {
  const kept = seen.issues.filter(({ key, id }) => key !== idOrKey && plain(id) !== idOrKey);
  seen.issues.splice(0, seen.issues.length, ...kept);
}

/** Removes what a request has made: by the ids in its answer, and by the names that it gave. */
export function removeMade({ exchange, location }: LocatedExchange, seen: Seen): void {
  const { body } = exchange.response;
  if (location.operation.method !== 'POST') return;
  const { id, customFieldId, configSchemeId, options, key } = (isObject(body) ? body : {}) as Record<string, unknown>;
  const fields = [id, customFieldId].map(plain).filter((one) => /^customfield_\d+$/.test(one));
  for (const field of fields) {
    seen.fields.delete(field);
    seen.contexts.delete(field);
  }
  const contexts = [id, configSchemeId].map(plain).filter((one) => /^\d+$/.test(one));
  for (const own of seen.contexts.values()) for (const context of contexts) own.delete(context);
  const made = Array.isArray(options) ? options.map((one: unknown) => plain((one as { id?: unknown }).id)) : contexts;
  for (const own of seen.contexts.values())
    for (const { options: known } of own.values()) for (const option of made) known.delete(option);
  if (text(key) !== undefined) removeIssue(seen, plain(key));
}
