import type { RequestContext } from '../../http/request-context.js';
import { HttpError } from '../../http/wire-error.js';
import type { EditorBehaviour } from './behaviour.js';

/** What a list of the app is asked by. */
export interface ListQuery {
  readonly startAt: number;
  readonly maxResults: number;
  readonly orderBy?: string;
  readonly filter?: string;
}

export interface Page<Item> {
  maxResults: number;
  startAt: number;
  total: number;
  processingTimeInMs: number;
  values: Item[];
}

/**
 * One page of a list as the app writes it.
 *
 * @param items - makes the whole list: how long that takes is part of the response
 */
export function pageOf<Item, Rendered>(
  items: () => readonly Item[],
  { startAt, maxResults }: Pick<ListQuery, 'startAt' | 'maxResults'>,
  { world }: Pick<RequestContext, 'world'>,
  render: (item: Item) => Rendered,
): Page<Rendered> {
  const begun = world.clock.now();
  const all = items();
  const values = all.slice(startAt, startAt + maxResults).map(render);
  return { maxResults, startAt, total: all.length, processingTimeInMs: world.clock.now() - begun, values };
}

/** A key to order by, and which way. */
export interface Order<Key extends string> {
  readonly key: Key;
  readonly descending: boolean;
}

/**
 * Reads `name`, `+name` or `-name`.
 *
 * @returns undefined where nothing is asked for, or nothing that the app knows and it does not mind
 * @throws HttpError `order-key-unknown`
 */
export function orderOf<Key extends string>(
  { orderBy }: Pick<ListQuery, 'orderBy'>,
  keys: readonly Key[],
  { behaviour }: { readonly behaviour: EditorBehaviour },
): Order<Key> | undefined {
  if (orderBy === undefined) return undefined;
  const name = orderBy.replace(/^[+-]/, '');
  const key = keys.find((candidate) => candidate === name);
  if (key !== undefined) return { key, descending: orderBy.startsWith('-') };
  if (behaviour.unknownOrderKeysAreRefused) throw new HttpError('order-key-unknown', { key: name });
  return undefined;
}
