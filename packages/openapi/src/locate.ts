import { answer, perProfile, protectedFieldsAddress, versions, type Profile } from '@fake-jira/profile';
import { addRoute, createRouter, findRoute } from 'rou3';
import { roots } from './generated/registry.js';
import type { OperationId } from './generated/registry.js';
import type { Operation } from './operation.js';
import { apiNames, operation, operations } from './operations.js';
import { bases, documentBase, possibleBases, servedOperations } from './served.js';
import type { ApiName } from './table.js';

type KnownOperation = Operation<OperationId>;

/** Below which base of its API an address stands. */
export interface AddressBase {
  /** As the request has it: `/rest/api/latest`. */
  readonly base: string;
  /** The version of the API that is spoken there: `3`. */
  readonly version: string;
  /** The rule code with which everything below the base is refused, where it serves nothing. */
  readonly refusal?: string;
}

/** An operation of an API. */
export interface LocatedOperation extends AddressBase {
  readonly kind: 'operation';
  readonly api: ApiName;
  readonly operation: KnownOperation;
  /** The variables of the address; undefined where their percent-encoding is malformed. */
  readonly parameters: Readonly<Record<string, string>> | undefined;
}

/** An address of an API at which there are only other methods. */
export interface OtherMethods extends Omit<AddressBase, 'refusal'> {
  readonly kind: 'other methods';
  readonly api: ApiName;
  readonly methods: readonly Operation['method'][];
  /** Undefined where the percent-encoding of a variable is malformed. */
  readonly parameters: Readonly<Record<string, string>> | undefined;
}

/** No address at all, though perhaps below the root of an API. */
export interface Nowhere extends Omit<AddressBase, 'refusal'> {
  readonly kind: 'nowhere';
  readonly api: ApiName | undefined;
}

export type Location = LocatedOperation | OtherMethods | Nowhere;

interface ServedAddress extends AddressBase {
  /** Variables as `{name}`. */
  readonly path: string;
}

interface Entry extends ServedAddress {
  readonly byMethod: Map<string, KnownOperation>;
}

type Find = (path: string) => { readonly data: Entry; readonly params?: Record<string, string> } | undefined;

/**
 * What is at an address of an instance. A fixed segment goes before a variable, and HEAD is where GET is.
 *
 * @param path below host, workspace and context path; without a query
 * @example
 * locate(profile, 'PUT', '/rest/api/2/field/customfield_10000');
 * // { kind: 'operation', api: 'jira-cloud', operation: { operationId: 'updateCustomField', … },
 * //   parameters: { fieldId: 'customfield_10000' }, base: '/rest/api/2', version: '2' }
 */
export function locate(profile: Profile, method: string, path: string): Location {
  const api = rootsIn(profile).find(([root]) => path.startsWith(root))?.[1];
  const found = api && finders(profile)(api)(path);
  if (!found) return { kind: 'nowhere', api, ...baseOf(path) };
  const { byMethod, base, version, refusal } = found.data;
  const parameters = decoded(found.params ?? {});
  const located = byMethod.get(method === 'HEAD' ? 'GET' : method);
  return located
    ? { kind: 'operation', api, operation: located, parameters, base, version, ...(refusal && { refusal }) }
    : {
        kind: 'other methods',
        api,
        parameters,
        base,
        version,
        methods: [...byMethod.values()].map((one) => one.method),
      };
}

/** What fills the address of an operation. */
export interface AddressParts {
  readonly path?: Readonly<Record<string, string | number>> | undefined;
  /** A list is repeated. */
  readonly query?: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>> | undefined;
}

/**
 * The address of an operation on an instance; as the document writes it, where the instance does not have it.
 *
 * @throws {Error} where a variable of the address has no value
 * @example addressOf('getContextsForField', { path: { fieldId: 'customfield_10000' } }, profile)
 */
export function addressOf(id: OperationId, { path = {}, query = {} }: AddressParts, profile: Profile): string {
  const known = operation(id, profile);
  const template = addressesOf(known, profile).find(({ refusal }) => refusal === undefined)?.path ?? known.path;
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined) throw new Error(`The address of ${id} needs a value for {${name}}.`);
    return encodeURIComponent(value);
  });
  const parameters = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  const search = new URLSearchParams(parameters).toString();
  return filled + (search === '' ? '' : `?${search}`);
}

/**
 * Every address that an operation has on some instance, the newest first: for who does not know the profile yet.
 * Variables as `{name}`.
 *
 * @example possibleAddresses('editorGetHealth')[1]; // '/rest/jiracustomfieldeditorplugin/1.2/health/status'
 */
export function possibleAddresses(id: OperationId): string[] {
  const { api, path } = operation(id);
  const written = documentBase(api as ApiName);
  if (written === undefined || !path.startsWith(`${written}/`)) return [path];
  return [...possibleBases(api as ApiName)].reverse().map((base) => base + path.slice(written.length));
}

/** What the addresses of each API begin with. */
const rootsIn = perProfile((profile) =>
  apiNames.flatMap((api): [string, ApiName][] => {
    const found = roots[api] ?? [protectedFieldsAddress(profile) ?? []].flat();
    return found.map((root) => [root, api]);
  }),
);

/** Every address of an operation on an instance that has it, the usual one first. */
function addressesOf({ api, path, errors }: KnownOperation, profile: Profile): ServedAddress[] {
  const name = api as ApiName;
  if (roots[name] === null) return [at(protectedFieldsAddress(profile) ?? path)];
  if (path.startsWith('/rest/api/')) return jiraAddresses(path, profile);
  const written = documentBase(name);
  if (written === undefined) return [at(path)];
  const below = path.startsWith(`${written}/`) ? path.slice(written.length) : undefined;
  return bases(name, profile).flatMap(({ base, serves, answer: refusal }) => {
    if (serves === 'legacy') return path.startsWith(`${base}/`) ? [at(path)] : [];
    if (below === undefined) return [];
    if (serves === 'all') return [at(base + below)];
    // Where a base serves nothing, what has an error for that is known still.
    return refusal !== undefined && errors[refusal] !== undefined ? [{ ...at(base + below), refusal }] : [];
  });
}

/** Version 3 of Jira's API is Cloud's alone, and what the document has below version 2 is not served as 3. */
function jiraAddresses(path: string, profile: Profile): ServedAddress[] {
  const cloud = versions(profile).jira.has('cloud');
  const latest = cloud ? answer(profile, 'jira.latest-version') : '2';
  const served = cloud && path.startsWith('/rest/api/3/') ? ['3', '2', 'latest'] : ['2', 'latest'];
  return served.map((name) => {
    const place = at(path.replace(/^\/rest\/api\/\d+/, `/rest/api/${name}`));
    return name === 'latest' ? { ...place, version: latest } : place;
  });
}

function at(path: string): ServedAddress {
  return { path, ...baseOf(path) };
}

/** REST modules of Jira stand below a name and a version. */
function baseOf(path: string): Omit<AddressBase, 'refusal'> {
  const [base = '', version = ''] = /^\/rest\/[^/]+(?:\/([^/]+))?|^\/[^/]+/.exec(path) ?? [];
  return { base, version };
}

const finders = perProfile((profile) => {
  const known = new Map<ApiName, Find>();
  return (api: ApiName): Find => {
    const found = known.get(api) ?? finderFor(entriesOf(api, profile));
    known.set(api, found);
    return found;
  };
});

function entriesOf(api: ApiName, profile: Profile): Entry[] {
  const served = servedOperations(api, profile);
  const entries = new Map<string, Entry>();
  for (const one of operations(api, profile)) {
    if (!served.has(one.operationId)) continue;
    for (const address of addressesOf(one, profile)) {
      const entry = entries.get(address.path) ?? { ...address, byMethod: new Map<string, KnownOperation>() };
      entry.byMethod.set(one.method, one);
      entries.set(address.path, entry);
    }
  }
  return [...entries.values()];
}

/** Profiles with the same addresses share a router. */
const findersByContent = new Map<string, Find>();

function finderFor(entries: readonly Entry[]): Find {
  const content = JSON.stringify(
    entries.map(({ byMethod, ...address }) => [address, [...byMethod.values()].map((one) => one.operationId)]),
  );
  const known = findersByContent.get(content);
  if (known) return known;
  const router = createRouter<Entry>();
  for (const entry of entries) addRoute(router, '', entry.path.replace(/\{(\w+)\}/g, ':$1'), entry);
  const find: Find = (path) => findRoute(router, '', path);
  findersByContent.set(content, find);
  return find;
}

function decoded(parameters: Readonly<Record<string, string>>): Record<string, string> | undefined {
  try {
    return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    return undefined;
  }
}
