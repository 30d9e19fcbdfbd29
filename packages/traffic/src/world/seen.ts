import { isObject, textIn as text, type Json, plain } from '../read/json.js';

/** A context of a field, as far as answers show it. */
export interface SeenContext {
  readonly id: string;
  name?: string;
  description?: string;
  global?: boolean;
  /** By id. */
  readonly projects: Set<string>;
  readonly issueTypes: Set<string>;
  /** By id, in the order in which they were seen. */
  options: Map<string, SeenOption>;
  /** The default value: ids of options, or what a world file says as it is. */
  defaultOptions?: readonly string[];
  defaultValue?: string | number | readonly string[];
}

export interface SeenOption {
  readonly value: string;
  readonly disabled?: boolean;
  /** Id of the option that it is below. */
  readonly parent?: string;
}

export interface SeenScreen {
  readonly name: string;
  readonly description?: string;
  readonly tabs: Map<string, { name: string; readonly fields: string[] }>;
}

/** What answers show of an instance. */
export interface Seen {
  readonly users: Map<string, Json>;
  /** By key. */
  readonly projects: Map<string, Json>;
  /** By id. */
  readonly issueTypes: Map<string, Json>;
  readonly fields: Map<string, Json>;
  /** Fields of a screen: those of create and edit metadata. */
  readonly onScreen: Set<string>;
  /** By id of the field, then of the context. */
  readonly contexts: Map<string, Map<string, SeenContext>>;
  readonly screens: Map<string, SeenScreen>;
  readonly trashed: Set<string>;
  readonly groups: Set<string>;
  /** Options of apps' fields, by key of the field and id. */
  readonly appOptions: Map<string, Map<number, Json>>;
  readonly issues: Json[];
  /** Who asks. */
  caller?: Json;
}

export function nothingSeen(): Seen {
  return {
    users: new Map(),
    projects: new Map(),
    issueTypes: new Map(),
    fields: new Map(),
    onScreen: new Set(),
    contexts: new Map(),
    screens: new Map(),
    trashed: new Set(),
    groups: new Set(),
    appOptions: new Map(),
    issues: [],
  };
}

/** Adds whatever Jira shows in the same form wherever it stands: people, projects, issue types, fields. */
export function lookThrough(value: unknown, seen: Seen): void {
  if (Array.isArray(value)) return value.forEach((entry) => lookThrough(entry, seen));
  if (!isObject(value)) return;
  const bean = value;
  const self = text(bean['self']) ?? '';
  const person = bean['accountId'] ?? bean['name'];
  if (text(bean['displayName']) !== undefined && person !== undefined) add(seen.users, plain(person), bean);
  if (text(bean['key']) !== undefined && /\/project\//.test(self)) add(seen.projects, plain(bean['key']), bean);
  if (text(bean['name']) !== undefined && /\/issue[tT]ype\//.test(self)) add(seen.issueTypes, plain(bean['id']), bean);
  const fieldId = text(bean['fieldId']) ?? text(bean['key']) ?? text(bean['id']);
  if (fieldId !== undefined && isField(bean)) {
    const id = /^customfield_/.test(text(bean['id']) ?? '') ? plain(bean['id']) : fieldId;
    seen.fields.set(id, { ...seen.fields.get(id), ...bean });
    if (Array.isArray(bean['operations'])) seen.onScreen.add(fieldId);
  }
  for (const [key, entry] of Object.entries(bean)) {
    // Metadata of Server has no key in a field: its place is its name.
    const named = isMetaField(entry) && !('key' in entry) && !('fieldId' in entry) ? { ...entry, key } : entry;
    lookThrough(named, seen);
  }
}

function add(things: Map<string, Json>, id: string, bean: Json): void {
  things.set(id, { ...things.get(id), ...bean });
}

function isField(bean: Json): boolean {
  return isObject(bean['schema']) && text(bean['name']) !== undefined;
}

function isMetaField(entry: unknown): entry is Json {
  return isObject(entry) && isField(entry) && 'required' in entry;
}

/** The context of a field, made where it is new. */
export function contextOf(seen: Seen, fieldId: string, contextId: string): SeenContext {
  const contexts = seen.contexts.get(fieldId) ?? new Map<string, SeenContext>();
  seen.contexts.set(fieldId, contexts);
  const known = contexts.get(contextId);
  if (known) return known;
  const made: SeenContext = { id: contextId, projects: new Set(), issueTypes: new Set(), options: new Map() };
  contexts.set(contextId, made);
  return made;
}
