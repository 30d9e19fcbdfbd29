import type { Profile } from '@fake-jira/profile';
import type { Base } from './document/bases.js';
import { basesThatHold } from './document/bases.js';
import type { Conditions } from './document/conditions.js';
import { conditionsOf } from './document/conditions.js';
import { isInstalled } from './document/installed.js';
import type { OperationId } from './generated/registry.js';
import type { ApiName, FieldTypeName } from './table.js';
import { tableOf } from './table.js';

/**
 * The addresses below which an API is served in a profile, the canonical one first.
 *
 * @returns an empty list for an API with one fixed place, and for an app that the profile does not have
 * @example bases('customfield-editor', profile)[0]; // { base: '/rest/jiracustomfieldeditorplugin/1', serves: 'all' }
 */
export function bases(api: ApiName, profile: Profile): readonly Base[] {
  return ofProfile(api, profile).bases;
}

/** Every base that an API has in any profile, without its conditions: what a router has to listen at. */
export function possibleBases(api: ApiName): readonly string[] {
  return [...new Set(tableOf(api).bases.map(({ base }) => base))];
}

/**
 * The base under which an API's document writes its paths, those of older addresses apart; undefined where the API
 * has one fixed place.
 *
 * @example documentBase('customfield-editor'); // '/rest/jiracustomfieldeditorplugin/1'
 */
export function documentBase(api: ApiName): string | undefined {
  return tableOf(api).documentBase;
}

/**
 * The operations that an API has in a profile: none when its app is not installed.
 *
 * @example servedOperations('customfield-editor', profile).has('editorCreateContext')
 */
export function servedOperations(api: ApiName, profile: Profile): ReadonlySet<OperationId> {
  return ofProfile(api, profile).operations;
}

/** The types of fields whose options an API can edit in a profile, in the order of its document. */
export function fieldTypes(api: ApiName, profile: Profile): readonly FieldTypeName[] {
  return ofProfile(api, profile).fieldTypes;
}

interface Served {
  readonly bases: readonly Base[];
  readonly operations: ReadonlySet<OperationId>;
  readonly fieldTypes: readonly FieldTypeName[];
}

const served = new WeakMap<Profile, Map<ApiName, Served>>();

function ofProfile(api: ApiName, profile: Profile): Served {
  const known = served.get(profile) ?? new Map<ApiName, Served>();
  served.set(profile, known);
  const found = known.get(api) ?? servedIn(api, profile, conditionsOf(profile));
  known.set(api, found);
  return found;
}

function servedIn(api: ApiName, profile: Profile, conditions: Conditions): Served {
  const table = tableOf(api);
  const installed = isInstalled(api, profile);
  return {
    bases: basesThatHold(table.bases, api, profile, conditions),
    operations: new Set(
      table.operations
        .filter(
          ({ since, until, when, any, deployment }) =>
            installed &&
            conditions.holds({
              'x-since': since,
              'x-until': until,
              'x-when': when,
              'x-any': any,
              'x-deployment': deployment,
            }),
        )
        .map(({ operationId }) => operationId),
    ),
    fieldTypes: table.fieldTypes
      .filter((one) => installed && conditions.holds(one))
      .map(({ name, key }) => ({ name, ...(key !== undefined && { key }) })),
  };
}
