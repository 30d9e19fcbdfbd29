import { pseudonymDomain, pseudonymOf } from '@fake-jira/fixtures/pseudonym';
import { byCodeUnit, type People, type Person } from './read-people.js';
import type { UserEntry } from '@fake-jira/fixtures';

/** People as a world file describes them, and how it names each of the target's. */
export interface Cast {
  readonly users: readonly UserEntry[];
  /** By identity at the target. */
  readonly names: ReadonlyMap<string, string>;
  /** By log-in name at the target in small letters, where it has such names. */
  readonly byName: ReadonlyMap<string, string>;
}

/**
 * People for a world file. Without `keep` their names, e-mail addresses and account ids are made up, the same ones for
 * the same person each time; what they are members of stays. Whoever asked is `admin`, so that there is somebody to
 * sign in as; everybody's password is their name.
 */
export function castOf({ people, me }: People, { keep }: { readonly keep: boolean }): Cast {
  const names = new Map<string, string>();
  const byName = new Map<string, string>();
  // Who keeps the name has it, and else the caller gets it.
  const admin = (keep ? people.find(({ name }) => name === 'admin') : undefined)?.identity ?? me;
  const taken = new Set(['admin']);
  const users = [...people]
    .sort((a, b) => byCodeUnit(a.identity, b.identity))
    .map((person) => {
      const user = keep || isPseudonym(person) ? kept(person) : pseudonym(person);
      const name = person.identity === admin ? 'admin' : uniqueName(user.name, taken);
      taken.add(name.toLowerCase());
      names.set(person.identity, name);
      if (person.name !== undefined) byName.set(person.name.toLowerCase(), name);
      return entryOf({ ...user, name }, person);
    });
  return {
    users: users.sort((a, b) => Number(b.name === 'admin') - Number(a.name === 'admin') || byCodeUnit(a.name, b.name)),
    names,
    byName,
  };
}

interface Identity {
  readonly name: string;
  readonly displayName: string;
  readonly email?: string;
  readonly accountId?: string;
}

function entryOf({ name, displayName, email, accountId }: Identity, { active, timeZone, groups }: Person): UserEntry {
  return {
    name,
    displayName,
    ...(email === undefined ? {} : { email }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(groups.length === 0 ? {} : { groups: [...groups].sort(byCodeUnit) }),
    ...(timeZone === undefined || timeZone === 'UTC' ? {} : { timeZone }),
    ...(active ? {} : { active }),
  };
}

/** Who is made up already stays as they are. */
function isPseudonym({ email }: Person): boolean {
  return email?.endsWith(`@${pseudonymDomain}`) === true;
}

function kept({ name, displayName, email, accountId }: Person): Identity {
  return {
    // Cloud shows no log-in name: what stands before the @ is the nearest to it.
    name: name ?? email?.split('@')[0] ?? accountId ?? displayName,
    displayName,
    ...(email === undefined ? {} : { email }),
    ...(accountId === undefined ? {} : { accountId }),
  };
}

function pseudonym({ identity, accountId }: Person): Identity {
  const { accountId: madeUp, ...person } = pseudonymOf(identity);
  return { ...person, ...(accountId === undefined ? {} : { accountId: madeUp }) };
}

function uniqueName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}-${number}`;
  return name;
}
