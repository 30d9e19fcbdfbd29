import type { Identity } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';

/** How a request names somebody: by account id, on Data Center by name. */
export function named({ versions }: Stage, { accountId, name }: Identity): Record<string, string> {
  return versions.jira.has('cloud') ? { accountId: accountId ?? '' } : { username: name ?? '' };
}

/** What an answer has of somebody. */
export function shown(
  { versions }: Stage,
  { accountId, name, displayName }: Identity,
): Record<string, string | undefined> {
  return versions.jira.has('cloud') ? { accountId, displayName } : { name, displayName };
}

/** What a search for users is called: `query`, on Data Center `username`. */
export const searchFor = ({ versions }: Stage, text: string): Record<string, string> =>
  versions.jira.has('cloud') ? { query: text } : { username: text };
