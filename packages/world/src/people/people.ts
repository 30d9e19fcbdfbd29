import { createHash, timingSafeEqual } from 'node:crypto';
import type { Group, Root, User } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';

/** Members are system administrators: they may do everything. */
export const systemAdministratorsGroup = 'jira-system-administrators';
/** Members are Jira administrators. */
export const administratorsGroup = 'jira-administrators';

/** A group is kept under its name; its id is worked out from the name unless it is given. */
export function addGroup(tx: Transaction, { name, groupId }: { name: string; groupId?: string }): Group {
  const group: Group = { name, groupId: groupId ?? tx.root.groups.get(name)?.groupId ?? groupIdOf(name) };
  tx.put('groups', name, group);
  return group;
}

export interface NewUser {
  readonly name: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly password?: string;
  readonly accountId?: string;
  readonly key?: string;
  /** Names of groups; those that do not exist come into being. */
  readonly groups?: readonly string[];
  /** API tokens and personal access tokens. */
  readonly tokens?: readonly string[];
  /** Key of the app that this user is. */
  readonly app?: string;
  readonly timeZone?: string;
  readonly active?: boolean;
  readonly id?: number;
}

/**
 * Adds a user; one whose account id is there already is replaced, number included where none is given.
 * Log-in names and e-mail addresses are told apart without regard to case, as Jira does.
 *
 * @throws Error where another user has the name, the e-mail address or a token: no API of Jira's adds users here
 */
export function addUser(tx: Transaction, input: NewUser): User {
  const { name } = input;
  const accountId = input.accountId ?? digest(name).slice(0, 24);
  const before = tx.root.users.get(accountId);
  const id = input.id ?? before?.id ?? tx.nextId('user');
  const user: User = {
    id,
    accountId,
    name,
    key: input.key ?? name,
    displayName: input.displayName ?? name,
    email: input.email ?? `${name}@example.com`,
    password: input.password ?? name,
    tokens: [...new Set(input.tokens)],
    active: input.active ?? true,
    groups: [...new Set(input.groups)],
    timeZone: input.timeZone ?? 'UTC',
    ...(input.app === undefined ? {} : { app: input.app }),
  };
  requireFree(tx.root, user);
  tx.reserveId('user', id);
  for (const group of user.groups) if (!tx.root.groups.has(group)) addGroup(tx, { name: group });
  tx.put('users', accountId, user);
  if (before) tx.announce({ type: 'user-updated', before, after: user });
  return user;
}

function requireFree(root: Root, user: User): void {
  const owners = [
    ['name', user.name, root.accountIdsByName.get(user.name.toLowerCase())],
    ['e-mail address', user.email, root.accountIdsByEmail.get(user.email.toLowerCase())],
    ...user.tokens.map((token) => ['token', '…', root.accountIdsByToken.get(token)] as const),
  ] as const;
  for (const [what, value, owner] of owners) {
    if (owner !== undefined && owner !== user.accountId) throw new Error(`Another user has the ${what} "${value}".`);
  }
}

/** A user by account id, else by log-in name. */
export function findUser(root: Root, accountIdOrName: string): User | undefined {
  return root.users.get(accountIdOrName) ?? userUnder(root, root.accountIdsByName.get(accountIdOrName.toLowerCase()));
}

/** @throws RuleError `user-not-found` */
export function requireUser(root: Root, accountIdOrName: string): User {
  const user = findUser(root, accountIdOrName);
  if (!user) throw new RuleError('user-not-found', { user: accountIdOrName });
  return user;
}

/**
 * The user that a caller names, by the first of the names that is given.
 *
 * @throws RuleError `user-not-found`
 */
export function requireNamedUser(
  root: Root,
  { accountId, name, key }: { readonly [Name in 'accountId' | 'name' | 'key']?: string | undefined },
): User {
  if (accountId === undefined && name !== undefined) return requireUser(root, name);
  const user =
    accountId === undefined
      ? [...usersByName(root)].find((candidate) => candidate.key === key)
      : root.users.get(accountId);
  if (!user) throw new RuleError('user-not-found', { user: accountId ?? key ?? '' });
  return user;
}

/** A group by its name, else by its id. */
export function findGroup(root: Root, nameOrId: string): Group | undefined {
  const named = root.groups.get(nameOrId);
  if (named) return named;
  for (const group of root.groups.values()) if (group.groupId === nameOrId) return group;
  return undefined;
}

/** @throws RuleError `group-not-found` */
export function requireGroup(root: Root, nameOrId: string): Group {
  const group = findGroup(root, nameOrId);
  if (!group) throw new RuleError('group-not-found', { group: nameOrId });
  return group;
}

/** Who signs in with a name or e-mail address and a password or token: nobody where it is wrong, or inactive. */
export function userByLogin(root: Root, nameOrEmail: string, secret: string): User | undefined {
  const login = nameOrEmail.toLowerCase();
  const user = userUnder(root, root.accountIdsByName.get(login) ?? root.accountIdsByEmail.get(login));
  if (!user?.active) return undefined;
  return [user.password, ...user.tokens].some((known) => sameSecret(known, secret)) ? user : undefined;
}

/** Who a personal access token belongs to. */
export function userByToken(root: Root, token: string): User | undefined {
  const user = userUnder(root, root.accountIdsByToken.get(token));
  return user?.active && user.tokens.some((known) => sameSecret(known, token)) ? user : undefined;
}

function userUnder(root: Root, accountId: string | undefined): User | undefined {
  return accountId === undefined ? undefined : root.users.get(accountId);
}

/** In a time that tells of the known one nothing but its length. */
function sameSecret(known: string, given: string): boolean {
  const [a, b] = [Buffer.from(known), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export function isSystemAdministrator(user: User): boolean {
  return user.groups.includes(systemAdministratorsGroup);
}

/** Jira administrators; system administrators are among them. */
export function isAdministrator(user: User): boolean {
  return user.groups.includes(administratorsGroup) || isSystemAdministrator(user);
}

/** Every user, by log-in name. */
export function* usersByName(root: Root): Iterable<User> {
  for (const accountId of root.accountIdsByName.values()) yield root.users.get(accountId) as User;
}

/** The users of a group, active or not, by log-in name. */
export function membersOfGroup(root: Root, name: string): User[] {
  const members: User[] = [];
  for (const [group, accountId] of root.members.keys([name, ''])) {
    if (group !== name) break;
    members.push(root.users.get(accountId) as User);
  }
  return members.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Active users of whom the log-in name, a word of the display name or a part of the e-mail begins with the query. */
export function searchUsers(root: Root, query: string): User[] {
  const wanted = query.toLowerCase();
  const found: User[] = [];
  for (const user of usersByName(root)) {
    if (user.active && [user.name, user.displayName, user.email].some((text) => hasWord(text, wanted)))
      found.push(user);
  }
  return found;
}

/** Whether issues can be given to a user: to every active one that is no app (assumed: no project is closed to anybody). */
export function canBeAssigned({ active, app }: User): boolean {
  return active && app === undefined;
}

function hasWord(text: string, wanted: string): boolean {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (at === 0 || /[\s@.]/.test(lower.charAt(at - 1))) return true;
  }
  return false;
}

/** Groups whose names contain the query, by name. */
export function searchGroups(root: Root, query: string, { ignoreCase = true } = {}): Group[] {
  const form = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  const wanted = form(query);
  return [...root.groups.values()].filter((group) => form(group.name).includes(wanted));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function groupIdOf(name: string): string {
  const hex = digest(name);
  // The form of a random UUID: version 4, variant 8.
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}
