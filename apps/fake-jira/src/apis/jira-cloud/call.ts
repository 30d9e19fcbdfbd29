import type { JiraCloudOperations } from '@fake-jira/openapi';
import { ok } from '../../http/response.js';
import type { RequestContext, Handlers } from '../../http/request-context.js';
import { pageOf, type PageRequest } from '../../http/paging.js';
import type { JiraBehaviour } from './behaviour.js';

/** One handler for each operation of `specs/jira-cloud.openapi.yaml`. */
export type JiraHandlers = Handlers<JiraCloudOperations, JiraBehaviour>;

/** What rendering needs to know of a call. */
export type View = Pick<RequestContext<unknown, JiraBehaviour>, 'root' | 'now' | 'links' | 'restVersion' | 'behaviour'>;

/** Answers with the page of a list that a call asks for. */
export function okPage<Item, Rendered>(
  items: Iterable<Item>,
  { query, links, behaviour }: Pick<View, 'links' | 'behaviour'> & { readonly query: PageRequest },
  render: (item: Item) => Rendered,
) {
  return ok(pageOf(items, query, { links, cap: behaviour.pageCap }, render));
}

/** Answers with a page that does not tell its own address, as the search of fields was recorded to. */
export function okPageWithoutSelf<Item, Rendered>(
  items: Iterable<Item>,
  { query, links, behaviour }: Pick<View, 'links' | 'behaviour'> & { readonly query: PageRequest },
  render: (item: Item) => Rendered,
) {
  const { self: _, ...page } = pageOf(items, query, { links, cap: behaviour.pageCap }, render);
  return ok(page);
}
