import type { RequestContext } from '../../http/request-context.js';
import type { ExtenderBehaviour } from './behaviour.js';

type PagedCall = Pick<RequestContext<unknown, ExtenderBehaviour>, 'behaviour'> & {
  readonly query: { readonly startAt?: number; readonly maxResults?: number };
};

/**
 * The page of a list that a request asks for.
 *
 * @param items - the whole list; only those of the page are rendered
 * @returns the entries, and what the app says of the page beside them
 */
export function pageOf<Item, Rendered>(
  { query, behaviour }: PagedCall,
  items: readonly Item[],
  render: (item: Item) => Rendered,
) {
  const { size, limit } = behaviour.page;
  const { startAt = 0, maxResults: asked = size } = query;
  const maxResults = Math.min(asked, limit);
  return {
    entries: items.slice(startAt, startAt + maxResults).map(render),
    envelope: { startAt, total: items.length, maxResults },
  };
}
