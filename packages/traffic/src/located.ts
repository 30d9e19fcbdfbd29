import { locate, type ApiName, type LocatedOperation } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { TrafficExchange } from './exchange.js';

/** An exchange of one of the APIs. */
export interface LocatedExchange {
  readonly exchange: TrafficExchange;
  /** Scheme, host and context path of the instance; empty where the file has no host. */
  readonly instance: string;
  /** Below the instance, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly location: LocatedOperation;
}

/** Why an exchange is of none of the APIs. */
export type Elsewhere =
  'of another host or site' | 'of an operation that the fake does not have' | 'whose address is a pattern';

export type Found = { readonly located: LocatedExchange } | { readonly elsewhere: Elsewhere };

/** An address in its parts. */
export interface AddressParts {
  readonly instance: string;
  readonly path: string;
  readonly query: string;
}

/** Finds out of which API and operation an exchange is. */
export function locateExchange(exchange: TrafficExchange, profile: Profile): Found {
  if (exchange.url === '') return { elsewhere: 'whose address is a pattern' };
  const parts = partsOf(exchange.url);
  if (parts === undefined) return { elsewhere: 'of another host or site' };
  const location = locate(profile, exchange.method, parts.path);
  if (location.kind !== 'operation' || mirrored(location.api) === false) {
    return {
      elsewhere: location.api === undefined ? 'of another host or site' : 'of an operation that the fake does not have',
    };
  }
  return {
    located: {
      exchange,
      instance: parts.instance,
      path: parts.path,
      query: new URLSearchParams(parts.query),
      location,
    },
  };
}

/** The fake's own API is nobody's traffic with a Jira. */
function mirrored(api: ApiName): boolean {
  return api !== 'control';
}

/** What is before `/rest/` is the instance: a host, and whatever it has in front of Jira's addresses. */
export function partsOf(url: string): AddressParts | undefined {
  const [bare = ''] = url.split('#', 1);
  const mark = bare.indexOf('?');
  const [address, query] = mark < 0 ? [bare, ''] : [bare.slice(0, mark), bare.slice(mark + 1)];
  const start = address.indexOf('/rest/');
  return start < 0 ? undefined : { instance: address.slice(0, start), path: address.slice(start), query };
}
