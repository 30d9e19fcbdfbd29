import type { UserEntry } from '@fake-jira/fixtures';
import { textIn as text, type Json } from '../read/json.js';
import type { Seen } from './seen.js';
import { defined } from './values.js';

/** People who sign in, whatever else is in the world. */
const people = [
  { name: 'admin', groups: ['jira-system-administrators', 'jira-administrators', 'jira-users'] },
  { name: 'bob', groups: ['jira-users'] },
];

/** The people seen, each once by e-mail address, beside those who are always there. */
export function peopleIn(seen: Seen): readonly Json[] {
  const addresses = new Set<unknown>();
  return [...seen.users.values()].filter(({ emailAddress }) => {
    if (emailAddress === undefined) return true;
    return !addresses.has(emailAddress) && addresses.add(emailAddress) !== undefined;
  });
}

/** The name with which somebody signs in; Cloud shows none. */
export function loginOf(person: Json, at: number): string {
  return text(person['name']) ?? `person${at}`;
}

export function usersOf(seen: Seen): UserEntry[] {
  const users = peopleIn(seen);
  const caller = seen.caller && identityOf(seen.caller);
  return [
    ...people.filter(({ name }) => !users.some((one) => one['name'] === name)),
    ...users.map((person, at): UserEntry => {
      const { name, key, accountId, displayName, emailAddress, timeZone, active } = person;
      const isAdministrator = name === 'admin' || identityOf(person) === caller;
      return {
        name: loginOf(person, at),
        ...defined({
          key: text(key),
          accountId: text(accountId),
          displayName: text(displayName),
          timeZone: text(timeZone),
        }),
        email: text(emailAddress) ?? `person${at}@example.com`,
        active: active !== false,
        ...(isAdministrator && { groups: people[0]!.groups }),
      };
    }),
  ];
}

/** What tells people apart. */
export function identityOf(person: Json): unknown {
  return person['accountId'] ?? person['name'];
}

/** Whether two descriptions are of one person. */
export function isSamePerson(one: Json, other: Json | null | undefined): boolean {
  return other != null && identityOf(one) === identityOf(other);
}
