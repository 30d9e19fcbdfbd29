import pMap from 'p-map';
import type { Query } from './exchange.js';
import type { Caller } from './target.js';

export interface ListOptions {
  readonly query?: Query;
  /** The property that holds the entries; `values` by default. */
  readonly items?: string;
  /** How many entries to ask for at once; the target may give fewer. 1000 by default. */
  readonly maxResults?: number;
  /** How many pages to ask for at a time; 4 by default. */
  readonly concurrency?: number;
}

interface PageJson {
  readonly total?: number;
  readonly isLast?: boolean;
  readonly [items: string]: unknown;
}

/**
 * All entries of a paged list. The first page says how long the list and a page are; the others are then asked for
 * side by side. A list that has no pages is taken as it is.
 *
 * @throws what `Caller.get` throws
 */
export async function allOf<Item>(
  caller: Pick<Caller, 'get'>,
  path: string,
  options: ListOptions = {},
): Promise<Item[]> {
  const { query = {}, items = 'values', maxResults = 1000, concurrency = 4 } = options;
  const at = async (startAt: number) =>
    (await caller.get(path, { ...query, startAt, maxResults })) as PageJson | Item[];
  const first = await at(0);
  if (Array.isArray(first)) return first;
  const entries = (page: PageJson | Item[]) => (page as PageJson)[items] as Item[];
  const found = entries(first);
  const size = found.length;
  if (size === 0 || first.isLast === true || first.total === undefined || size >= first.total) return found;
  const starts = Array.from({ length: Math.ceil(first.total / size) - 1 }, (_, i) => (i + 1) * size);
  const rest = await pMap(starts, async (startAt) => entries(await at(startAt)), { concurrency });
  return [...found, ...rest.flat()];
}

/** All entries of a list that is cut into excerpts without saying how long it is: until one is empty. */
export async function allExcerpts<Item>(
  caller: Caller,
  path: string,
  query: Query = {},
  maxResults = 1000,
): Promise<Item[]> {
  const found: Item[] = [];
  for (;;) {
    const excerpt = (await caller.get(path, { ...query, startAt: found.length, maxResults })) as Item[];
    if (excerpt.length === 0) return found;
    found.push(...excerpt);
  }
}
