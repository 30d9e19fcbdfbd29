import { emptyRoot, type SearchContext } from '@fake-jira/world';
import type { Caller } from '../../http/caller.js';
import type { View } from './call.js';

/** Who asks with a query, and under which names this Jira has its fields. Who has not signed in sees nothing. */
export function searchContext({ root, now, caller, behaviour }: View & { readonly caller: Caller }): SearchContext {
  return {
    root: caller.user ? root : emptyRoot(),
    now: now(),
    user: caller.user,
    namesOf: behaviour.clauseNamesOf,
    isSearchable: ({ searcherKey }) => behaviour.everyFieldIsSearchable || searcherKey !== null,
  };
}

/** A text as a query writes it: in quotes where it needs them. */
export function encoded(text: string): string {
  if (/^[\p{L}\p{N}_.-]+$/u.test(text) || /^cf\[\d+\]$/.test(text)) return text;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
