import { answer } from '@fake-jira/profile';
import type { Call } from '../../http/call.js';

/** What the app says of a page beside its entries. */
export interface Envelope {
  startAt: number;
  total: number;
  maxResults: number;
}

export type PagedCall = Pick<Call, 'profile' | 'versions'> & {
  readonly query: { readonly startAt?: number; readonly maxResults?: number };
};

/**
 * A list as the app answers it: since 4.17 the page that is asked for, before that the whole.
 *
 * @param items - the whole list; only those of the page are rendered
 * @param paged - whether the list comes in pages
 * @returns the entries, and what stands beside them: nothing where the list is no page
 */
export function pageOf<Item, Rendered>(
  { query, profile, versions }: PagedCall,
  items: readonly Item[],
  render: (item: Item) => Rendered,
  paged = versions.extender.atLeast('4.17'),
): { readonly entries: Rendered[]; readonly envelope: Envelope } {
  // The form without an envelope is in the effective spec of its versions; the types know the newest one only.
  if (!paged) return { entries: items.map(render), envelope: {} as Envelope };
  const pageSize = Number(answer(profile, 'extender.page-size'));
  const limit = answer(profile, 'extender.page-limit') === 'page-size' ? pageSize : Infinity;
  const { startAt = 0, maxResults: asked = pageSize } = query;
  const maxResults = Math.min(asked, limit);
  return {
    entries: items.slice(startAt, startAt + maxResults).map(render),
    envelope: { startAt, total: items.length, maxResults },
  };
}
