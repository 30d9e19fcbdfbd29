import type { Profile } from '@fake-jira/profile';
import type { Base } from './bases.js';
import type { OpenApiDocument, PathItemObject } from './types.js';
import { methods } from './types.js';

/** The bases of an API in a profile, and the one under which its document is written. */
export interface Bases {
  readonly served: readonly Base[];
  readonly written: string | undefined;
}

/**
 * Where an operation would stand in the document if that were written for the profile's instance; undefined where the
 * profile gives no address for it. Everything that asks for the address of an operation in a profile comes here.
 */
export function ownPath(operationId: string, { addresses }: Profile, { served, written }: Bases): string | undefined {
  const address = addresses?.[operationId];
  if (address === undefined || written === undefined) return undefined;
  const base = baseOf(address, served);
  return base === undefined ? undefined : written + address.slice(base.length);
}

/** The base below which an address stands, of those that serve all. */
export function baseOf(address: string, served: readonly Base[]): string | undefined {
  return served.find(({ base, serves }) => serves === 'all' && address.startsWith(`${base}/`))?.base;
}

/** Paths with the operations where the profile has them. */
export function ownPaths(paths: OpenApiDocument['paths'], profile: Profile, bases: Bases): OpenApiDocument['paths'] {
  if (profile.addresses === undefined) return paths;
  const result: Record<string, PathItemObject> = {};
  for (const [path, item] of Object.entries(paths)) {
    const kept = { ...item };
    for (const method of methods) {
      const operation = item[method];
      const own = operation?.operationId === undefined ? undefined : ownPath(operation.operationId, profile, bases);
      if (operation === undefined || own === undefined) continue;
      delete kept[method];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      const moved = { ...operation, ...(parameters.length > 0 && { parameters }) };
      result[own] = { ...result[own], [method]: moved };
    }
    if (methods.some((method) => kept[method] !== undefined)) result[path] = { ...kept, ...result[path] };
  }
  return result;
}
