import type { Profile } from '@fake-jira/profile';
import { ownPath } from './document/own-paths.js';
import { registry } from './generated/registry.js';
import type { OperationId } from './generated/registry.js';
import type { ErrorOutcome, Operation } from './operation.js';
import { bases, documentBase } from './served.js';
import type { ApiName, ErrorForm } from './table.js';
import { tableOf } from './table.js';

/** The names of all documents. */
export const apiNames = Object.keys(registry) as ApiName[];

const byId = new Map<string, Operation<OperationId>>();
const placed = new WeakMap<Profile, Map<ApiName, readonly Operation<OperationId>[]>>();

/**
 * The operations of an API in the order of its document, those of older versions included.
 *
 * @param profile where their addresses are those of its instance, written below the document's base; the list is the
 *   same object for one profile, and that of the document where the profile gives no addresses
 * @example operations('jira-cloud').filter(({ access }) => access === 'administrator')
 */
export function operations(api: ApiName, profile?: Profile): readonly Operation<OperationId>[] {
  const { operations: written } = tableOf(api);
  if (profile?.addresses === undefined) return written;
  const known = placed.get(profile) ?? new Map<ApiName, readonly Operation<OperationId>[]>();
  placed.set(profile, known);
  const found = known.get(api) ?? placedIn(profile, api, written);
  known.set(api, found);
  return found;
}

function placedIn(
  profile: Profile,
  api: ApiName,
  written: readonly Operation<OperationId>[],
): readonly Operation<OperationId>[] {
  const served = { served: bases(api, profile), written: documentBase(api) };
  const own = new Map(written.map((one) => [one, ownPath(one.operationId, profile, served)]));
  if ([...own.values()].every((path) => path === undefined)) return written;
  return written.map((one) => ({ ...one, path: own.get(one) ?? one.path }));
}

/**
 * One operation.
 *
 * @param profile where its address is that of the profile's instance, written below the document's base
 * @throws {RangeError} when no document has it
 * @example operation('createCustomField').path; // '/rest/api/3/field'
 */
export function operation(operationId: OperationId, profile?: Profile): Operation<OperationId> {
  const found = byId.get(operationId) ?? search(operationId);
  if (found === undefined) throw new RangeError(`no document of specs/ has an operation "${operationId}"`);
  if (profile?.addresses?.[operationId] === undefined) return found;
  return operations(found.api as ApiName, profile).find((one) => one.operationId === operationId) ?? found;
}

function search(operationId: string): Operation<OperationId> | undefined {
  for (const api of apiNames) {
    const found = operations(api).find((one) => one.operationId === operationId);
    if (found === undefined) continue;
    byId.set(operationId, found);
    return found;
  }
  return undefined;
}

/**
 * The answers to broken rules, by code, for operations of an API that name none of their own. Of several, the first
 * that holds in the profile is meant: `errorOutcome` finds it.
 */
export function defaultErrors(api: ApiName): Readonly<Record<string, readonly ErrorOutcome[]>> {
  return tableOf(api).defaultErrors;
}

/** What stands around the sentence of an error that names a property; undefined where an API has no such form. */
export function errorForm(api: ApiName): ErrorForm | undefined {
  return tableOf(api).errorForm;
}
