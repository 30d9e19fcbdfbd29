import type { Profile } from '@fake-jira/profile';
import type { Conditions } from './conditions.js';
import { isInstalled } from './installed.js';
import type { JsonObject, OpenApiDocument, PathItemObject } from './types.js';
import { isObject } from './types.js';

/** An address below which an API is served (`x-bases`). */
export interface Base {
  /** Without a `/` at its end. */
  readonly base: string;
  /**
   * `all`: whatever is written under the document's base. `legacy`: what is written under this one. `nothing`: the
   * base exists, and every address below it is refused.
   */
  readonly serves: 'all' | 'legacy' | 'nothing';
  /** The rule code that answers every address, where it serves nothing. */
  readonly answer?: string;
}

/** The bases of a document as they are written, with their conditions; none for an API with one fixed place. */
export function writtenBases(document: OpenApiDocument): (Base & JsonObject)[] {
  const listed = document['x-bases'];
  return Array.isArray(listed) ? (listed.filter(isObject) as (Base & JsonObject)[]) : [];
}

/** The bases that hold in a profile, the canonical one first. */
export function basesThatHold(
  bases: readonly (Base & JsonObject)[],
  api: string,
  profile: Profile,
  conditions: Conditions,
): Base[] {
  if (!isInstalled(api, profile)) return [];
  return bases
    .filter((one) => conditions.holds(one))
    .map(({ base, serves, answer }) => ({ base, serves, ...(answer !== undefined && { answer }) }));
}

/** The base under which the paths of a document are written, other than those of older versions. */
export function documentBase(document: Pick<OpenApiDocument, 'paths'>, bases: readonly Base[]): string | undefined {
  const paths = Object.keys(document.paths);
  return bases.find(({ base, serves }) => serves === 'all' && paths.some((path) => path.startsWith(`${base}/`)))?.base;
}

/** The paths of a document, moved from the base that they are written under to another one. */
export function movedPaths(
  paths: Record<string, PathItemObject>,
  from: string,
  to: string,
): Record<string, PathItemObject> {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path.startsWith(`${from}/`) ? to + path.slice(from.length) : path,
      item,
    ]),
  );
}
