import type { Root } from '../core/root.js';
import { findUser } from '../people/people.js';
import type { SearchContext } from './clause.js';

/** The time zone of who asks. */
export function zoneOf({ user }: SearchContext): string {
  return user?.timeZone ?? 'UTC';
}

/** The account of whom a text names: by account, log-in name, e-mail address, key or the whole displayed name. */
export function findPeople(root: Root, text: string): string[] {
  const wanted = text.toLowerCase();
  const direct = findUser(root, text)?.accountId ?? root.accountIdsByEmail.get(wanted);
  if (direct !== undefined) return [direct];
  return [...root.users.values()]
    .filter(({ key, displayName }) => key === text || displayName.toLowerCase() === wanted)
    .map(({ accountId }) => accountId);
}
