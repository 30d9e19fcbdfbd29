import type { Problem } from '@fake-jira/openapi';
import type { RequestValues } from './dialect.js';
import type { Links } from './links.js';

/** The page that a request asks for. */
export interface PageRequest {
  readonly startAt: number;
  readonly maxResults: number;
}

export interface Page<Item> {
  self: string;
  nextPage?: string;
  maxResults: number;
  startAt: number;
  total: number;
  isLast: boolean;
  values: Item[];
}

/**
 * One page of a list, as Jira's `PageBean` writes it.
 *
 * @param items - the whole list; only those of the page are rendered
 * @param links - to write `self` and `nextPage` with the query of the request
 * @param cap - most items a page may hold, whatever was asked
 */
export function pageOf<Item, Rendered>(
  items: Iterable<Item>,
  { startAt, maxResults }: PageRequest,
  { links, cap }: { readonly links: Links; readonly cap: number },
  render: (item: Item) => Rendered,
): Page<Rendered> {
  const size = Math.min(maxResults, cap);
  const values: Rendered[] = [];
  let total = 0;
  for (const item of items) {
    if (total >= startAt && values.length < size) values.push(render(item));
    total++;
  }
  const isLast = startAt + values.length >= total;
  const address = (from: number) => links.page({ startAt: String(from), maxResults: String(size) });
  return {
    self: address(startAt),
    ...(isLast || size === 0 ? {} : { nextPage: address(startAt + size) }),
    maxResults: size,
    startAt,
    total,
    isLast,
    values,
  };
}

/**
 * Puts right what a request says of paging, where a problem is about that.
 *
 * @param defaults - what counts in place of what was given
 * @returns whether it is
 */
export function putsPagingRight(
  { in: place, name }: Problem,
  { query }: RequestValues,
  defaults: { readonly startAt: number; readonly maxResults: number | undefined },
): boolean {
  if (place !== 'query' || (name !== 'startAt' && name !== 'maxResults')) return false;
  query[name] = defaults[name];
  return true;
}
