import type { AppOptionEntry, AttributeEntry } from '@fake-jira/fixtures';
import { isObject, type Json, plain } from '../read/json.js';
import type { Places } from './places.js';
import type { Seen } from './seen.js';

type Attributes = readonly AttributeEntry[];

/** The options of an app's field. */
export function appOptionsOf(
  seen: Seen,
  appKey: string | undefined,
  places: Places,
): { readonly appOptions?: AppOptionEntry[] } {
  const options = seen.appOptions.get(appKey ?? '');
  if (options === undefined || options.size === 0) return {};
  return { appOptions: [...options.values()].map((option) => entryOf(option, places)) };
}

function entryOf({ id, value, properties, config }: Json, places: Places): AppOptionEntry {
  const { attributes, scope } = (config ?? {}) as { attributes?: Attributes; scope?: Json };
  const global = scope?.['global'] as { attributes?: Attributes } | undefined;
  const given = scope?.['projects2'];
  const projects = (Array.isArray(given) ? (given as Json[]) : []).map((project) => {
    const key = places.keyOf(plain(project['id']));
    const own = project['attributes'] as Attributes | undefined;
    return own?.length ? { key, attributes: own } : key;
  });
  return {
    value: plain(value),
    id: Number(id),
    ...(isObject(properties) && { properties }),
    ...(attributes?.length && { attributes }),
    ...(scope && {
      scope: {
        ...(global && { global: global.attributes?.length ? { attributes: global.attributes } : true }),
        ...(projects.length > 0 && { projects }),
      },
    }),
  };
}
