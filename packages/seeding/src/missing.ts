import { nearest } from '@fake-jira/profile';
import type { Caller, TargetFacts } from '@fake-jira/target';
import type { Root, User } from '@fake-jira/world';
import pMap from 'p-map';
import type { FieldState } from './field-state.js';
import type { Names } from './names.js';
import { usersInDefaults } from './wanted.js';

interface Search {
  readonly root: Root;
  readonly fields: readonly FieldState[];
  readonly caller: Caller;
  readonly facts: TargetFacts;
  readonly names: Names;
}

interface UserJson {
  readonly accountId?: string;
  readonly name?: string;
  readonly emailAddress?: string;
  readonly displayName: string;
}

/**
 * What the fields of a file name and the target does not have: projects, issue types, groups, users, versions. No
 * documented operation of the four APIs makes any of them.
 *
 * @returns sentences, and for each user of a default value how the target names them
 */
export async function findMissing(
  search: Search,
): Promise<{ readonly missing: string[]; readonly userNames: ReadonlyMap<string, string> }> {
  const { root, fields, names } = search;
  const { places } = names;
  const contexts = fields.flatMap((field) => field.contexts);
  const defaults = contexts.flatMap((context) => (context.default ? [context.default] : []));
  const missing: string[] = [];
  const require = (what: string, wanted: Iterable<string>, known: ReadonlyMap<string, string>) => {
    for (const one of new Set(wanted)) {
      if (known.has(one)) continue;
      const [near] = nearest(one, [...known.keys()]);
      missing.push(`the ${what} "${one}"${near === undefined ? '' : ` (there is "${near}")`}`);
    }
  };
  const textsOf = (...types: string[]) =>
    defaults.filter(({ type }) => types.includes(type)).flatMap(({ value }) => [value].flat() as string[]);
  require('project', [...contexts.flatMap((context) => context.projects), ...textsOf('project')], places.projectIds);
  require('issue type', contexts.flatMap((context) => context.issueTypes), places.issueTypeIds);
  const versions = textsOf('version.single', 'version.multiple');
  if (versions.length > 0) require('version', versions, await names.versionIds());

  const grants = [...fields, ...contexts].flatMap((one) => one.grants ?? []);
  const groups = new Set([
    ...grants.flatMap((grant) => grant.groups),
    ...textsOf('grouppicker.single', 'grouppicker.multiple', 'forge.group', 'forge.group.list'),
  ]);
  const foundGroups = await pMap(groups, async (name) => [name, await names.groupId(name)] as const, {
    concurrency: 8,
  });
  for (const [name, id] of foundGroups) if (id === undefined) missing.push(`the group "${name}"`);

  const granted = new Set(grants.flatMap((grant) => grant.users));
  const byName = await pMap(granted, async (name) => [name, await userNamed(search, name)] as const, {
    concurrency: 8,
  });
  for (const [name, found] of byName) if (!found) missing.push(`the user "${name}"`);

  const inDefaults = usersInDefaults(fields);
  const byAccount = await pMap(
    inDefaults,
    async (accountId) => {
      const user = root.users.get(accountId);
      return [user, user && (await identityOf(search, user))] as const;
    },
    { concurrency: 8 },
  );
  const userNames = new Map<string, string>();
  for (const [user, name] of byAccount) {
    if (!user) continue;
    if (name === undefined) missing.push(`the user "${user.name}" (${user.displayName})`);
    else userNames.set(user.accountId, name);
  }
  return { missing: [...new Set(missing)], userNames };
}

/** Somebody by log-in name, which Customfield Editor knows people by. */
async function userNamed({ caller, root }: Search, name: string): Promise<boolean> {
  const byName = await caller.send({ method: 'GET', path: '/rest/api/2/user', query: { username: name } });
  if (byName.status === 200) return true;
  if (byName.status !== 400) return false;
  // An instance that knows nobody by name.
  const user = [...root.users.values()].find((one) => one.name === name);
  return user !== undefined && (await userOnCloud(caller, user)) !== undefined;
}

async function identityOf({ caller, facts }: Search, user: User): Promise<string | undefined> {
  if (facts.deployment === 'cloud') return userOnCloud(caller, user);
  const found = await caller.send({ method: 'GET', path: '/rest/api/2/user', query: { username: user.name } });
  return found.status === 200 ? (found.body as UserJson).name : undefined;
}

/** The account id of somebody by account id, by e-mail address, or by a display name that nobody else has. */
async function userOnCloud(caller: Caller, { accountId, email, displayName }: User): Promise<string | undefined> {
  const same = await caller.send({ method: 'GET', path: '/rest/api/3/user', query: { accountId } });
  if (same.status === 200) return accountId;
  const search = async (query: string) =>
    (await caller.get('/rest/api/3/user/search', { query, maxResults: 1000 })) as UserJson[];
  const byMail = (await search(email)).find((one) => one.emailAddress?.toLowerCase() === email.toLowerCase());
  if (byMail) return byMail.accountId;
  const byDisplayName = (await search(displayName)).filter((one) => one.displayName === displayName);
  return byDisplayName.length === 1 ? byDisplayName[0]?.accountId : undefined;
}
