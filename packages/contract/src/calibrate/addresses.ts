import {
  addressMistakes,
  addressOf,
  bases,
  effectiveSpec,
  isObject,
  servedOperations,
  shapeOf,
  variablesIn,
  type OperationId,
} from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { ContractTarget } from '../run/target.js';

const api = 'customfield-editor';

/** A method at an address, such as `GET /rest/jiracustomfieldeditorplugin/1/admin/customfields`. */
export interface Placed {
  readonly method: string;
  /** Variables as `{name}`. */
  readonly address: string;
}

/** An operation where the documents lead to. */
export interface PlacedOperation extends Placed {
  readonly operationId: OperationId;
}

/** What the app's own Swagger says to the addresses of the documents. */
export interface ListedAddresses {
  /** Operations at whose address the Swagger has their method. */
  readonly confirmed: readonly PlacedOperation[];
  /** Operations that stand elsewhere, by what alone the Swagger has that can be theirs: for the profile. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Operations that the Swagger does not list, and nothing in it is theirs beyond doubt. */
  readonly unlisted: readonly PlacedOperation[];
  /** What the Swagger lists and no operation is. */
  readonly unknown: readonly Placed[];
}

/** The Swagger of a target could not be read, though its version should have one. */
export interface NoSwagger {
  readonly reason: string;
}

/**
 * Asks Customfield Editor for its own Swagger, as the administrator.
 *
 * @returns undefined where the profile has no such operation
 */
export async function listedAddresses(target: ContractTarget): Promise<ListedAddresses | NoSwagger | undefined> {
  const { profile } = target;
  if (!servedOperations(api, profile).has('editorGetSwagger')) return undefined;
  const path = addressOf('editorGetSwagger', {}, profile);
  const { status, text } = await target.session('administrator').send({ method: 'GET', path });
  if (status !== 200) return { reason: `${path} answers ${status}.` };
  const swagger = jsonOf(text);
  return isSwagger(swagger)
    ? matchAddresses(swagger, profile)
    : { reason: `What ${path} answers is no Swagger with basePath and paths.` };
}

/** As much of a Swagger 2.0 document as is read. */
export interface Swagger {
  /** With the context path, if the instance has one: `/jira/rest/jiracustomfieldeditorplugin/1`. */
  readonly basePath: string;
  readonly paths: Readonly<Record<string, unknown>>;
}

/**
 * Holds the operations of a profile to a Swagger, by method and address: its ids of operations are doubled and swapped.
 * An operation that is not listed gets the address that is no other operation's and has its method and its variables,
 * where there is one such address, and that one is so for no other operation.
 */
export function matchAddresses(swagger: Swagger, given: Profile): ListedAddresses {
  const { addresses: _replaced, ...profile } = given;
  const operations = operationsOf(profile);
  const listed = listedIn(swagger);
  const keyOf = keysIn(profile);
  const [places, keys] = [new Set(operations.map(keyOf)), new Set(listed.map(keyOf))];
  const confirmed = operations.filter((one) => keys.has(keyOf(one)));
  const missing = operations.filter((one) => !keys.has(keyOf(one)));
  const unknown = listed.filter((one) => !places.has(keyOf(one)));
  const pairs = missing.flatMap((operation) => {
    const [candidate, ...more] = unknown.filter((one) => isAlike(one, operation));
    if (candidate === undefined || more.length > 0) return [];
    if (missing.some((other) => other !== operation && isAlike(candidate, other))) return [];
    return [{ operation, candidate }];
  });
  const wanted = Object.fromEntries(pairs.map((one) => [one.operation.operationId, one.candidate.address]));
  // One at which a profile cannot have an operation, such as outside of the base.
  const refused = new Set(addressMistakes({ ...profile, addresses: wanted }).map(({ path }) => path));
  const taken = pairs.filter(({ operation }) => !refused.has(`addresses["${operation.operationId}"]`));
  return {
    confirmed,
    addresses: Object.fromEntries(taken.map((one) => [one.operation.operationId, one.candidate.address])),
    unlisted: missing.filter((one) => !taken.some(({ operation }) => operation === one)),
    unknown: unknown.filter((one) => !taken.some(({ candidate }) => candidate === one)),
  };
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

function operationsOf(profile: Profile): PlacedOperation[] {
  return Object.entries(effectiveSpec(api, profile).paths).flatMap(([address, item]) =>
    methods.flatMap((method) => {
      const operationId = item[method]?.operationId as OperationId | undefined;
      return operationId === undefined ? [] : [{ operationId, method: method.toUpperCase(), address }];
    }),
  );
}

function listedIn({ basePath, paths }: Swagger): Placed[] {
  // What stands in front is the context path, which is part of the target's address.
  const base = basePath.replace(/^.*?(?=\/rest(\/|$))/, '').replace(/(?<!\/)\/+$/, '');
  return Object.entries(paths).flatMap(([path, item]) =>
    methods
      .filter((method) => isObject(item) && isObject(item[method]))
      .map((method) => ({ method: method.toUpperCase(), address: base + plain(path) })),
  );
}

/** A path as ours are: without a slash at its end, and without the forms of variables, `{id: \d+}`. */
function plain(path: string): string {
  return path.replace(/\{\s*(\w+)\s*:[^/]*\}/g, '{$1}').replace(/(?<!\/)\/+$/, '');
}

/** What a request shows of an address: neither the names of variables nor, of several bases, which one. */
function keysIn(profile: Profile): (one: Placed) => string {
  const served = bases(api, profile).filter(({ serves }) => serves === 'all');
  return ({ method, address }) => {
    const base = served.find((one) => address.startsWith(`${one.base}/`))?.base;
    return `${method} ${shapeOf(base === undefined ? address : `…${address.slice(base.length)}`)}`;
  };
}

function isAlike(one: Placed, other: Placed): boolean {
  return one.method === other.method && variablesIn(one.address).join() === variablesIn(other.address).join();
}

function isSwagger(value: unknown): value is Swagger {
  return isObject(value) && typeof value['basePath'] === 'string' && isObject(value['paths']);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
