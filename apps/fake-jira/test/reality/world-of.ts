import type { FieldEntry, OptionEntry, VersionEntry, WorldFile } from '@fake-jira/fixtures';
import { findFieldType, findSystemField } from '@fake-jira/world';

type Json = Readonly<Record<string, unknown>>;

interface Parts {
  readonly users: Map<string, Json>;
  readonly projects: Map<string, Json>;
  readonly issueTypes: Map<string, Json>;
  readonly fields: Map<string, Json>;
  /** Fields of a screen: those of create and edit metadata. */
  readonly onScreen: Set<string>;
}

/** People who sign in, whatever else is in the world. */
const people = [
  { name: 'admin', groups: ['jira-administrators', 'jira-users'] },
  { name: 'bob', groups: ['jira-users'] },
];

/**
 * A world that has what a recorded answer shows: projects, issue types, people and fields with the ids and names seen,
 * and the issue, if it is one.
 */
export function worldOf(body: unknown): WorldFile {
  const parts: Parts = {
    users: new Map(),
    projects: new Map(),
    issueTypes: new Map(),
    fields: new Map(),
    onScreen: new Set(),
  };
  collect(body, '', parts);
  const teamManaged = teamManagedOf(parts);
  const scoped = [...teamManaged].filter(([, key]) => !parts.projects.has(key));
  for (const [id, key] of scoped) parts.projects.set(key, { id, key });
  const projects = [...parts.projects.values()];
  const types = [...parts.issueTypes.values()];
  const fields = [...parts.fields.values()].flatMap((field) => fieldEntry(field, teamManaged));
  const users = [...parts.users.values()].filter(isFirstOf((one) => one['emailAddress']));
  const screenFields = [...parts.onScreen].filter(
    (id) => !/^customfield_/.test(id) || fields.some((one) => one.id === id),
  );
  return {
    users: [
      ...people.filter(({ name }) => !users.some((one) => one['name'] === name)),
      ...users.map(({ name, key, accountId, displayName, emailAddress, timeZone, active }, at) => ({
        name: text(name) ?? `person${at}`,
        ...defined({
          key: text(key),
          accountId: text(accountId),
          displayName: text(displayName),
          timeZone: text(timeZone),
        }),
        email: text(emailAddress) ?? `person${at}@example.com`,
        active: active !== false,
        ...(name === 'admin' && { groups: people[0]!.groups }),
      })),
    ],
    issueTypes: types.map(({ id, name, description, subtask, ...rest }) => ({
      name: String(name),
      ...defined({ id: number(id), description: text(description) }),
      subtask: subtask === true,
      ...(('scope' in rest || 'entityId' in rest) && { project: keyOf(teamManaged, rest['scope']) }),
    })),
    projects: projects.map(({ id, key, name, projectTypeKey, versions }) => ({
      key: String(key),
      ...(teamManaged.has(String(id)) && { teamManaged: true }),
      ...defined({ id: number(id), name: text(name), type: projectTypeKey as 'software' | undefined }),
      ...(Array.isArray(versions) && { versions: (versions as Json[]).map(versionEntry) }),
    })),
    fields,
    screens: [{ name: 'Default Screen', tabs: [{ name: 'Field Tab', fields: screenFields.filter(isKnown) }] }],
    ...issuesOf(body, users),
  };
}

/** The keys of the team-managed projects that something is of, by id: one that is not shown gets a key of ours. */
function teamManagedOf({ projects, issueTypes, fields }: Parts): ReadonlyMap<string, string> {
  const shown = [...projects.values()].filter(({ simplified }) => simplified === true).map(({ id }) => String(id));
  const named = [...issueTypes.values(), ...fields.values()].flatMap(({ scope }) => scopeId(scope) ?? []);
  const keys = new Map([...projects.values()].map(({ id, key }) => [String(id), String(key)]));
  return new Map([...shown, ...named].map((id) => [id, keys.get(id) ?? `TEAM${id}`]));
}

function scopeId(scope: unknown): string | undefined {
  return (scope as { readonly project?: { readonly id: string } } | undefined)?.project?.id;
}

/** The project that a scope names; where a thing only shows that it has one, the first. */
function keyOf(teamManaged: ReadonlyMap<string, string>, scope: unknown): string {
  return teamManaged.get(scopeId(scope) ?? '') ?? [...teamManaged.values()][0] ?? '';
}

/** Fields that the world can have on a screen. */
function isKnown(id: string): boolean {
  return /^customfield_/.test(id) || findSystemField(id)?.orderable === true;
}

function issuesOf(body: unknown, users: readonly Json[]): Pick<WorldFile, 'issues'> {
  const { id, key, fields } = (body ?? {}) as { id?: string; key?: string; fields?: Json };
  if (key === undefined || fields === undefined || !/^[A-Z][A-Z0-9]*-\d+$/.test(key)) return {};
  const { issuetype, summary, description, labels, reporter, assignee, duedate, created, updated } = fields;
  const nameOf = (person: unknown) => {
    const at = users.findIndex((one) => isSamePerson(one, person as Json));
    return at < 0 ? undefined : (text(users[at]!['name']) ?? `person${at}`);
  };
  return {
    issues: [
      {
        key,
        ...defined({
          id: number(id),
          description: text(description) ?? (description as Readonly<Record<string, unknown>> | null) ?? undefined,
          reporter: nameOf(reporter),
          assignee: nameOf(assignee),
          duedate: text(duedate),
          created: text(created),
          updated: text(updated),
        }),
        type: text((issuetype as Json | undefined)?.['name']) ?? 'Task',
        summary: text(summary) ?? 'Some text',
        labels: Array.isArray(labels) ? (labels as string[]) : [],
      },
    ],
  };
}

function isSamePerson(one: Json, other: Json | null | undefined): boolean {
  return other != null && (one['accountId'] ?? one['name']) === (other['accountId'] ?? other['name']);
}

function collect(value: unknown, place: string, parts: Parts): void {
  if (Array.isArray(value)) return value.forEach((entry) => collect(entry, place, parts));
  if (typeof value !== 'object' || value === null) return;
  const bean = value as Json;
  const self = text(bean['self']) ?? '';
  if (text(bean['displayName']) !== undefined) parts.users.set(String(bean['accountId'] ?? bean['name']), bean);
  if (text(bean['key']) !== undefined && /\/project\//.test(self))
    parts.projects.set(String(bean['key']), { ...parts.projects.get(String(bean['key'])), ...bean });
  if (text(bean['name']) !== undefined && /\/issue[tT]ype\//.test(self)) parts.issueTypes.set(String(bean['id']), bean);
  const fieldId = text(bean['fieldId']) ?? text(bean['key']) ?? text(bean['id']);
  if (fieldId !== undefined && isField(bean)) parts.fields.set(fieldId, bean);
  if (isField(bean) && Array.isArray(bean['operations']) && fieldId !== undefined) parts.onScreen.add(fieldId);
  for (const [key, entry] of Object.entries(bean)) {
    // Metadata of Server has no key in a field: its place is its name.
    const named = isMetaField(entry) && !('key' in entry) && !('fieldId' in entry) ? { ...entry, key } : entry;
    collect(named, `${place}/${key}`, parts);
  }
}

function isField(bean: Json): boolean {
  return typeof bean['schema'] === 'object' && text(bean['name']) !== undefined;
}

function isMetaField(entry: unknown): entry is Json {
  return typeof entry === 'object' && entry !== null && isField(entry as Json) && 'required' in entry;
}

function fieldEntry(
  { id, key, fieldId, name, schema, allowedValues, description, scope }: Json,
  teamManaged: ReadonlyMap<string, string>,
): FieldEntry[] {
  const { custom } = schema as { custom?: string };
  const ownId = text(fieldId) ?? text(id) ?? text(key) ?? '';
  if (custom === undefined || findFieldType(custom) === undefined || !/^customfield_\d+$/.test(ownId)) return [];
  const options = Array.isArray(allowedValues) ? (allowedValues as Json[]).map(optionEntry) : [];
  const holdsOptions = (findFieldType(custom)?.optionLevels ?? 0) > 0;
  return [
    {
      name: String(name),
      type: custom,
      id: ownId,
      ...defined({ description: text(description), appKey: appKeyOf(key) }),
      ...(scope !== undefined && { project: keyOf(teamManaged, scope) }),
      ...(holdsOptions && { contexts: [{ options }] }),
    },
  ];
}

function appKeyOf(key: unknown): string | undefined {
  const given = text(key);
  return given !== undefined && /^.+__.+$/.test(given) ? given : undefined;
}

function versionEntry({ id, name, archived, released }: Json): VersionEntry {
  return {
    name: String(name),
    ...defined({ id: number(id) }),
    archived: archived === true,
    released: released === true,
  };
}

function optionEntry({ id, value, children }: Json): OptionEntry {
  return {
    value: String(value),
    ...defined({ id: number(id) }),
    ...(Array.isArray(children) && { children: (children as Json[]).map(optionEntry) }),
  };
}

/** Whether an entry is the first with a value, where it has one. */
function isFirstOf(valueOf: (entry: Json) => unknown): (entry: Json) => boolean {
  const seen = new Set<unknown>();
  return (entry) => {
    const value = valueOf(entry);
    if (value === undefined) return true;
    return !seen.has(value) && seen.add(value) !== undefined;
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function number(value: unknown): number | undefined {
  const found = Number(value);
  return value === undefined || Number.isNaN(found) ? undefined : found;
}

/** Without what is undefined. */
function defined<T extends object>(given: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
