import { allExcerpts, allOf, type Caller, type TargetFacts } from '@fake-jira/target';
import pMap from 'p-map';
import { restBase } from './places.js';
import { readGroups } from './read-groups.js';

/** Somebody as the target shows them. */
export interface Person {
  /** How the target tells people apart: the account id on Cloud, the log-in name on Data Center. */
  readonly identity: string;
  readonly accountId?: string;
  /** Log-in name, where the target has one. */
  readonly name?: string;
  readonly displayName: string;
  readonly email?: string;
  readonly active: boolean;
  readonly timeZone?: string;
  readonly groups: readonly string[];
}

export interface People {
  /** Apps, which Cloud tells apart, are not among them. */
  readonly people: readonly Person[];
  readonly groups: readonly string[];
  /** The identity of the caller. */
  readonly me: string;
}

interface UserJson {
  readonly accountId?: string;
  readonly accountType?: string;
  readonly name?: string;
  readonly displayName: string;
  readonly emailAddress?: string;
  readonly active: boolean;
  readonly timeZone?: string;
}

/** Reads all users and groups, and who is in which. */
export async function readPeople(caller: Caller, facts: TargetFacts): Promise<People> {
  const base = restBase(facts);
  const cloud = facts.deployment === 'cloud';
  const [users, groups, me] = await Promise.all([
    cloud
      ? allExcerpts<UserJson>(caller, `${base}/users/search`)
      : allExcerpts<UserJson>(caller, `${base}/user/search`, { username: '.' }),
    readGroups(caller, base).then((found) => [...found.keys()].sort(byCodeUnit)),
    caller.get(`${base}/myself`) as Promise<UserJson>,
  ]);
  const identityOf = ({ accountId, name }: UserJson) => (cloud ? accountId : name) ?? '';
  const groupsOf = new Map<string, string[]>();
  // Cloud tells no time zones in lists of users, but in groups.
  const timeZoneOf = new Map<string, string | undefined>();
  const members = await pMap(
    groups,
    async (groupname) => {
      const query = { groupname, includeInactiveUsers: true };
      return [groupname, await allOf<UserJson>(caller, `${base}/group/member`, { query })] as const;
    },
    { concurrency: 8 },
  );
  for (const [group, list] of members) {
    for (const user of list) {
      groupsOf.set(identityOf(user), [...(groupsOf.get(identityOf(user)) ?? []), group]);
      timeZoneOf.set(identityOf(user), user.timeZone);
    }
  }
  const people = users
    .filter(({ accountType }) => accountType === undefined || accountType === 'atlassian')
    .map((user) => ({ timeZone: timeZoneOf.get(identityOf(user)), ...user }))
    .map((user) => ({
      identity: identityOf(user),
      ...(cloud ? { accountId: user.accountId ?? '' } : {}),
      ...(user.name === undefined ? {} : { name: user.name }),
      displayName: user.displayName,
      ...(user.emailAddress ? { email: user.emailAddress } : {}),
      active: user.active,
      ...(user.timeZone === undefined ? {} : { timeZone: user.timeZone }),
      groups: groupsOf.get(identityOf(user)) ?? [],
    }));
  return { people, groups, me: identityOf(me) };
}

/** The same order on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
