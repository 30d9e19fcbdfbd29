import type {
  ContextEntry,
  FieldEntry,
  IssueTypeEntry,
  OptionEntry,
  ProjectEntry,
  VersionEntry,
  WorldFile,
} from '@fake-jira/fixtures';
import { builtInModule, findFieldType, findSystemField } from '@fake-jira/world';
import { isObject, textIn as text, type Json, plain } from '../read/json.js';
import { appOptionsOf } from './app-options-of.js';
import { issuesOf } from './issues-of.js';
import { Places } from './places.js';
import { usersOf } from './people-of.js';
import type { Seen, SeenContext, SeenScreen } from './seen.js';
import { defined, number } from './values.js';

/**
 * A world that has what answers have shown, with the ids and names seen. There is always somebody to sign in as, of each
 * kind: an administrator and a plain user.
 */
export function worldOf(seen: Seen): WorldFile {
  const places = new Places(seen);
  const fields = [...seen.fields.values()].flatMap((field) => fieldEntry(field, seen, places));
  const known = new Set(fields.map(({ id }) => plain(id)));
  const isOnScreen = (id: string) => (/^customfield_/.test(id) ? known.has(id) : isSystemFieldOfScreens(id));
  return {
    users: usersOf(seen),
    ...(seen.groups.size > 0 && { groups: [...seen.groups] }),
    issueTypes: [...seen.issueTypes.values()].map((type) => issueTypeEntry(type, places)),
    projects: places.projects.map((project) => projectEntry(project, places)),
    fields,
    screens:
      seen.screens.size > 0
        ? [...seen.screens].map(([id, screen]) => screenEntry(id, screen, isOnScreen))
        : [{ name: 'Default Screen', tabs: [{ name: 'Field Tab', fields: [...seen.onScreen].filter(isOnScreen) }] }],
    ...issuesOf(seen),
  };
}

function issueTypeEntry({ id, name, description, subtask, ...rest }: Json, places: Places): IssueTypeEntry {
  return {
    name: plain(name),
    ...defined({ id: number(id), description: text(description) }),
    subtask: subtask === true,
    ...(('scope' in rest || 'entityId' in rest) && { project: places.keyOfScope(rest['scope']) }),
  };
}

function projectEntry({ id, key, name, projectTypeKey, versions, description }: Json, places: Places): ProjectEntry {
  return {
    key: plain(key),
    ...(places.teamManaged.has(plain(id)) && { teamManaged: true }),
    ...defined({
      id: number(id),
      name: text(name),
      description: text(description),
      type: projectTypeKey as 'software' | undefined,
    }),
    ...(Array.isArray(versions) && { versions: (versions as Json[]).map(versionEntry) }),
  };
}

function screenEntry(id: string, { name, description, tabs }: SeenScreen, isKnown: (id: string) => boolean) {
  return {
    name,
    ...defined({ id: number(id), description }),
    tabs: [...tabs].map(([tabId, tab]) => ({
      name: tab.name,
      ...defined({ id: number(tabId) }),
      fields: [...new Set(tab.fields)].filter(isKnown),
    })),
  };
}

/** Fields that the world can have on a screen. */
function isSystemFieldOfScreens(id: string): boolean {
  return findSystemField(id)?.orderable === true;
}

function fieldEntry(field: Json, seen: Seen, places: Places): FieldEntry[] {
  const { id, key, fieldId, name, schema, allowedValues, description, scope, searcherKey, isLocked } = field;
  const used = momentIn(field['lastValueUpdate']);
  const { custom } = schema as { custom?: string };
  const ownId = [fieldId, id, key].map(text).find((one) => /^customfield_\d+$/.test(one ?? '')) ?? '';
  const type = custom === undefined ? undefined : findFieldType(custom);
  if (custom === undefined || type === undefined || ownId === '') return [];
  const options = Array.isArray(allowedValues) ? (allowedValues as Json[]).map(optionEntry) : [];
  const contexts = [...(seen.contexts.get(ownId)?.values() ?? [])];
  const appKey = appKeyOf(key);
  return [
    {
      name: plain(name),
      type: custom,
      id: ownId,
      ...defined({ description: text(description), appKey, lastUsed: used }),
      ...('searcherKey' in field && searcherKey !== undefined && { searcher: text(searcherKey) ?? null }),
      ...((isLocked === true || isNamedAsLocked(field)) && { locked: true }),
      ...(seen.trashed.has(ownId) && { trashed: true }),
      ...(scope !== undefined && { project: places.keyOfScope(scope) }),
      ...appOptionsOf(seen, appKey, places),
      ...(contexts.length > 0
        ? { contexts: contexts.map((context) => contextEntry(context, places, type.valueKind === 'options')) }
        : contextsTold(field, places, (type.optionLevels ?? 0) > 0 ? options : undefined)),
    },
  ];
}

/** A moment, which some versions count in seconds and others in milliseconds. */
function momentIn(value: unknown): string | undefined {
  if (typeof value !== 'number' || value <= 0) return undefined;
  return new Date(value < 1e11 ? value * 1000 : value).toISOString();
}

/** Cloud names a field that is not locked by its type too, where it is one of Jira's own. */
function isNamedAsLocked({ key, schema, clauseNames }: Json): boolean {
  const { custom } = schema as { custom?: string };
  if (key === undefined || !Array.isArray(clauseNames) || !custom?.startsWith(`${builtInModule}:`)) return false;
  return !(clauseNames as string[]).some((name) => name.endsWith(']') && !name.startsWith('cf['));
}

/** Where no answer shows contexts: what a list tells of all of them, and the options that an issue can be given. */
function contextsTold(
  { isAllProjects, projectIds, issueTypeIds }: Json,
  places: Places,
  options: OptionEntry[] | undefined,
): Pick<FieldEntry, 'contexts'> {
  const idsIn = (value: unknown) => (Array.isArray(value) ? value.map(plain) : []);
  const projects = idsIn(projectIds).map((id) => places.keyOf(id));
  const issueTypes = idsIn(issueTypeIds).map((id) => places.issueTypeOf(id));
  const told = {
    ...(projects.length > 0 && { projects }),
    ...(issueTypes.length > 0 && { issueTypes }),
    ...(options !== undefined && { options }),
  };
  if (Object.keys(told).length === 0) return {};
  // Beside a context of some projects there can be the one of all.
  return { contexts: [...(isAllProjects === true && projects.length > 0 ? [{}] : []), told] };
}

function contextEntry(context: SeenContext, places: Places, isList: boolean): ContextEntry {
  const { id, name, description, global, projects, issueTypes, options, defaultOptions, defaultValue } = context;
  const keys = [...projects].map((project) => places.keyOf(project));
  const values = (defaultOptions ?? []).map((option) => options.get(option)?.value);
  const isWhole = values.length > 0 && values.every((value) => value !== undefined);
  const isChain = (defaultOptions ?? []).some((option) => options.get(option)?.parent !== undefined);
  return {
    ...defined({ id: number(id), name, description }),
    ...(global !== true && keys.length > 0 && { projects: keys }),
    ...(global === false && keys.length === 0 && { unattached: true }),
    ...(issueTypes.size > 0 && { issueTypes: [...issueTypes].map((type) => places.issueTypeOf(type)) }),
    ...(options.size > 0 && { options: levelOf(context, undefined) }),
    ...(defaultValue !== undefined && { default: defaultValue }),
    ...(isWhole && {
      default: values.length === 1 && !isChain && !isList ? values[0] : values,
    }),
  };
}

function levelOf(context: SeenContext, parent: string | undefined): OptionEntry[] {
  return [...context.options].flatMap(([id, option]) => {
    if (option.parent !== parent) return [];
    const children = levelOf(context, id);
    return [
      {
        value: option.value,
        ...defined({ id: number(id) }),
        ...(option.disabled === true && { disabled: true }),
        ...(children.length > 0 && { children }),
      },
    ];
  });
}

function appKeyOf(key: unknown): string | undefined {
  const given = text(key);
  return given !== undefined && given.includes('__', 1) ? given : undefined;
}

function versionEntry({ id, name, description, archived, released, startDate, releaseDate }: Json): VersionEntry {
  return {
    name: plain(name),
    ...defined({ id: number(id), description: text(description) }),
    archived: archived === true,
    released: released === true,
    ...defined({ startDate: day(startDate), releaseDate: day(releaseDate) }),
  };
}

/** The day of a date; the oldest Servers told its moment. */
function day(given: unknown): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(text(given) ?? '')?.[0];
}

function optionEntry({ id, value, children }: Json): OptionEntry {
  return {
    value: plain(value),
    ...defined({ id: number(id) }),
    ...(Array.isArray(children) && { children: children.filter(isObject).map(optionEntry) }),
  };
}
