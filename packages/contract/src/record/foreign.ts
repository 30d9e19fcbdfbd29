import type { Exchange } from '../exchange.js';
import { kindOf } from './kinds.js';

/** Lists of everything that an instance has: only what the run has made is kept of them. */
const listsOfAll: Readonly<Record<string, string>> = {
  getFields: '',
  getFieldsPaginated: 'values',
  getTrashedFieldsPaginated: 'values',
  getCustomFieldsDataCenter: 'values',
  editorListCustomFields: 'values',
  editorListMyCustomFields: 'values',
  editorListEventLogs: 'values',
  editorListJobs: 'values',
  editorListMigrationTasks: '',
  editorListMigrationTasksBefore20: '',
  editorGetDataStorage: 'values',
  extenderGetFields: 'customFields',
  searchProjects: 'values',
  getAllProjects: '',
  getProjectVersions: '',
  getProjectVersionsPaginated: 'values',
  getProjectComponents: '',
  getProjectComponentsPaginated: 'values',
  getIssueAllTypes: '',
  findUsers: '',
  getAllUsers: '',
  getUsersFromGroup: 'values',
  findGroups: 'groups',
  findUsersForPicker: 'users',
  findAssignableUsers: '',
  bulkGetGroups: 'values',
  getAllLabels: 'values',
  getScreens: 'values',
  getAvailableScreenFields: '',
  getFieldConfigurationItems: 'values',
  getAutoComplete: 'visibleFieldNames',
};

/** Where such a list stands in an answer. */
function listOf({ operation, method, body }: Exchange): string | undefined {
  if (operation !== null) return listsOfAll[operation];
  // A check has asked by hand, for what the documents do not list: what it was answered can be a list of everything.
  return method === 'GET' && (Array.isArray(body) || hasValues(body)) ? 'values' : undefined;
}

/** Whether a list has everything that there is; where it does not say how much that is, what was asked for tells. */
function isWhole({ path, body }: Exchange, list: string): boolean {
  const { total, [list]: items } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof total !== 'number') return !/[?&](startAt|maxResults)=/.test(path);
  return Array.isArray(items) && total <= items.length;
}

function hasValues(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Array.isArray((body as { values?: unknown }).values);
}

/** What tells of such a list how much there is, and where the next page stands. */
const extents = ['total', 'isLast', 'nextPage', 'header'];

/** Names that a run has made: `fjf-1a2b3c-00017 select` is the 17th. */
export const namesOf = (runId: string): RegExp => new RegExp(`fjf-${runId}(?:-[\\w-]*?)?-(\\d+)(?!\\d)`, 'gi');

/**
 * The names that a check has made, by what it asked for. Lists of everything can also have what an earlier check of the
 * run has made and what its instance is still removing: that depends on how fast it is.
 */
export function ownNames(exchanges: readonly Exchange[], runId: string): ReadonlySet<string> {
  const asked = exchanges.map(({ path, requestBody }) => `${decoded(path)} ${JSON.stringify(requestBody)}`).join(' ');
  return new Set((asked.match(namesOf(runId)) ?? []).map((name) => name.toLowerCase()));
}

/** Where an address has the number of a field alone: what else has a number can have that of somebody's field. */
const numberedFields =
  /\/(?:field|customfields?|customfield(?:child)?options?|clearConfigSchemes|addConfigSchemes?)\/(\d+)/gi;

/** Numbers of the custom fields that a check has asked about, or has made. */
export function ownFields(exchanges: readonly Exchange[]): ReadonlySet<string> {
  return new Set(
    exchanges.flatMap(({ operation, path, requestBody, status, body }) => {
      const made = status < 300 && makers.has(operation ?? '') ? JSON.stringify(body) : '';
      const address = decoded(path);
      const named = `${address} ${JSON.stringify(requestBody)} ${made}`.matchAll(/(?:customfield_|cf\[)(\d+)/g);
      const numbered = (address.split('?', 1)[0] as string).matchAll(numberedFields);
      return [...[...named, ...numbered].map(([, id]) => id as string), ...fieldsIn(requestBody, operation, [])];
    }),
  );
}

/** Numbers in a body that are ids of fields by the property that holds them. */
function fieldsIn(value: unknown, operation: string | null, at: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsIn(item, operation, at));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, item]) => fieldsIn(item, operation, [...at, name]));
  const isField = kindOf(operation, at) === 'field' || at.at(-1) === 'customField';
  return isField && /^\d+$/.test(String(value)) ? [String(value)] : [];
}

const makers: ReadonlySet<string> = new Set(['createCustomField', 'createCustomFieldDataCenter', 'extenderAddField']);

/** What a check has made, and what the run is called that it belongs to. */
export interface Own {
  readonly names: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly runId: string;
}

/** Pages of what an issue can be given: the fields of others are on the screens too. */
const pagesOfFields: ReadonlySet<string> = new Set(['getCreateIssueMetaIssueTypeId', 'getFieldConfigurationItems']);

/** The body of an answer without what others have made on the instance, among them earlier checks. */
export function withoutForeign(exchange: Exchange, own: Own): unknown {
  const body = withoutForeignFields(withoutForeignItems(exchange, own), own.fields);
  return exchange.status === 200 && pagesOfFields.has(exchange.operation ?? '') ? withoutExtents(body) : body;
}

/** Values of issues, and what can be given to one, without the custom fields of others. */
function withoutForeignFields(body: unknown, own: ReadonlySet<string>): unknown {
  const isForeign = (text: unknown) => {
    const id = /^customfield_(\d+)$/.exec(typeof text === 'string' ? text : '')?.[1];
    return id !== undefined && !own.has(id);
  };
  if (Array.isArray(body)) {
    const kept = (body as ({ fieldId?: unknown; id?: unknown } | null)[]).filter(
      (item) => !isForeign(item?.fieldId) && !isForeign(item?.id),
    );
    return kept.map((item) => withoutForeignFields(item, own));
  }
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, unknown][] =>
      isForeign(name) ? [] : [[name, withoutForeignFields(value, own)]],
    ),
  );
}

function withoutForeignItems(exchange: Exchange, { names: own, runId }: Own): unknown {
  const { status, body } = exchange;
  const list = listOf(exchange);
  if (list === undefined || status !== 200) return body;
  const named = decoded(exchange.path).match(namesOf(runId)) !== null;
  // Which of its own a part of everything shows depends on what stands before them.
  const isPart = !named && !isWhole(exchange, list);
  const isOwn = (item: unknown) =>
    !isPart && (JSON.stringify(item).match(namesOf(runId)) ?? []).some((name) => own.has(name.toLowerCase()));
  const marker = '‹what else is there›';
  if (Array.isArray(body)) return [...(body as unknown[]).filter(isOwn), marker];
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, unknown][] => {
      if (name === list && Array.isArray(value)) return [[name, [...(value as unknown[]).filter(isOwn), marker]]];
      return [[name, extent(name, value)]];
    }),
  );
}

function withoutExtents(body: unknown): unknown {
  // A page that is the last names no next one.
  const entries = Object.entries(body as object)
    .filter(([name]) => name !== 'nextPage')
    .map(([name, value]: [string, unknown]) => [name, extent(name, value)]);
  return Object.fromEntries(entries);
}

/** A page can be the last here and not there; that it says so is kept. */
function extent(name: string, value: unknown): unknown {
  return extents.includes(name) ? '‹depends on what else is there›' : value;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '));
  } catch {
    // Some checks ask with what is no encoding.
    return path;
  }
}
