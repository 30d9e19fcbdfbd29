import { requireContext } from '../../contexts/contexts.js';
import { aboutContext, aboutField, logEvent } from './event-log.js';
import { repeated, type Id } from '../../core/ids.js';
import type { JiraEvent } from '../../core/events.js';
import type { CustomField, Root } from '../../core/root.js';
import { RuleError, together } from '../../core/rule-error.js';
import type { Transaction } from '../../core/transaction.js';

/*
 * Grants of Customfield Editor: who may use it on a field as a whole, or on one of its contexts.
 * The same operations serve both; a field as a whole is the context 0.
 */

/**
 * Who may use Customfield Editor on a field, or on one of its contexts: log-in names and names of groups. A name of
 * somebody who is not there can be among them.
 */
export interface Grants {
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

/** In the place of a context: the field as a whole, which is what a global grant is on. */
export const wholeField = 0;

const nobody: Grants = { users: [], groups: [] };

/** Who has a grant on a field (`wholeField`) or on one of its contexts. */
export function grantsOn(root: Root, fieldId: number, contextId: number): Grants {
  return root.grants.get([fieldId, contextId]) ?? nobody;
}

export interface GrantRules {
  /** What becomes of names of users and groups that are not there. */
  readonly unknown: 'refuse' | 'store' | 'ignore';
}

/**
 * Gives a field, or one of its contexts, these grants and no others.
 *
 * @param contextId - of the context, or `wholeField`
 * @throws RuleError `context-not-found`, `users-not-found` (names in `accountIds`), `groups-not-found` (names)
 * @example replaceGrants(tx, field, wholeField, { users: ['bob'], groups: [] }, { unknown: 'refuse' });
 */
export function replaceGrants(
  tx: Transaction,
  field: CustomField,
  contextId: Id,
  grants: Partial<Grants>,
  rules: GrantRules,
): Grants {
  const place = placeOf(tx.root, field, contextId);
  const known = knownGrants(tx.root, grants, rules);
  saveGrants(tx, field.id, place, known);
  return known;
}

export interface ContextGrants extends Partial<Grants> {
  readonly contextId: Id;
}

/**
 * Gives several contexts of a field their grants, all or none.
 *
 * @param rules - `omitted`: whether a context that `entries` leave out loses its grants or keeps them
 * @throws RuleError `duplicate-contexts`, and as {@link replaceGrants}
 */
export function replaceContextGrants(
  tx: Transaction,
  field: CustomField,
  entries: readonly ContextGrants[],
  rules: GrantRules & { readonly omitted: 'lose' | 'keep' },
): void {
  const twice = repeated(entries.map(({ contextId }) => String(contextId)));
  if (twice.length > 0) throw new RuleError('duplicate-contexts', { contextIds: twice });
  const given = new Map(
    entries.map((entry) => [requireContext(tx.root, field.id, entry.contextId).id, knownGrants(tx.root, entry, rules)]),
  );
  if (rules.omitted === 'lose') {
    for (const contextId of contextsWithGrants(tx.root, field.id)) {
      if (!given.has(contextId)) removeGrants(tx, field.id, contextId);
    }
  }
  for (const [contextId, grants] of given) saveGrants(tx, field.id, contextId, grants);
}

export interface GrantChange {
  readonly action: 'grant' | 'revoke';
  /** A user or a group, one of the two. */
  readonly user?: string | null | undefined;
  readonly group?: string | null | undefined;
}

/**
 * Grants one user or group, or takes one grant away; the others stay. What is so already is no error. A grant that
 * somebody has who is not there any more can be revoked.
 *
 * @param contextId - of the context, or `wholeField`
 * @throws RuleError `one-principal-needed`, and as {@link replaceGrants}
 */
export function changeGrant(
  tx: Transaction,
  field: CustomField,
  contextId: Id,
  { action, user, group }: GrantChange,
  rules: GrantRules,
): Grants {
  const place = placeOf(tx.root, field, contextId);
  if ((user == null) === (group == null)) throw new RuleError('one-principal-needed', {});
  const before = grantsOn(tx.root, field.id, place);
  const named: Grants = { users: user == null ? [] : [user], groups: group == null ? [] : [group] };
  const leftOver =
    before.users.some((name) => named.users.some((one) => sameUser(name, one))) ||
    before.groups.some((name) => named.groups.includes(name));
  const change = knownGrants(tx.root, named, action === 'revoke' && leftOver ? { unknown: 'store' } : rules);
  const after: Grants =
    action === 'grant'
      ? {
          users: distinctUsers([...before.users, ...change.users]),
          groups: distinct([...before.groups, ...change.groups]),
        }
      : {
          users: before.users.filter((name) => !change.users.some((one) => sameUser(name, one))),
          groups: before.groups.filter((name) => !change.groups.includes(name)),
        };
  saveGrants(tx, field.id, place, after);
  return after;
}

/** The contexts of a field that have grants of their own. */
export function contextsWithGrants(root: Root, fieldId: number): number[] {
  return root.grants
    .getRange([fieldId, wholeField], [fieldId, Infinity])
    .flatMap(([[, contextId]]) => (contextId === wholeField ? [] : [contextId]));
}

/** Takes every grant on a context, or on a field as a whole, away. */
export function removeGrants(tx: Transaction, fieldId: number, contextId: number): void {
  saveGrants(tx, fieldId, contextId, nobody);
}

/** Lets grants follow what happens in Jira: of what is gone nobody has one, and who is renamed keeps theirs. */
export function adjustGrants(tx: Transaction, event: JiraEvent): void {
  switch (event.type) {
    case 'field-deleted':
      return removeGrants(tx, event.before.id, wholeField);
    case 'context-deleted':
      return removeGrants(tx, event.before.fieldId, event.before.id);
    case 'user-deleted':
      return changeGrantsOfUser(tx, event.before.name, []);
    case 'user-updated':
      if (event.before.name !== event.after.name) {
        changeGrantsOfUser(tx, event.before.name, [event.after.name]);
      }
      return;
    case 'group-deleted':
      return changeEveryGrant(tx, groupKeys(tx.root, event.before.name), ({ users, groups }) => ({
        users,
        groups: groups.filter((one) => one !== event.before.name),
      }));
    default:
      return;
  }
}

function changeGrantsOfUser(tx: Transaction, name: string, names: readonly string[]): void {
  changeEveryGrant(tx, userKeys(tx.root, name), ({ users, groups }) => ({
    users: distinctUsers(users.flatMap((one) => (sameUser(one, name) ? names : one))),
    groups,
  }));
}

type Place = readonly [name: string, fieldId: number, contextId: number];

/** Where a user has grants, by field and context. */
export function userKeys(root: Root, name: string): Place[] {
  const lower = name.toLowerCase();
  return root.grantsOfUser.getRange([lower, 0, 0], [lower, Infinity, 0]).map(([key]) => key);
}

/** Where a group has grants, by field and context. */
export function groupKeys(root: Root, name: string): Place[] {
  return root.grantsOfGroup.getRange([name, 0, 0], [name, Infinity, 0]).map(([key]) => key);
}

function changeEveryGrant(tx: Transaction, places: readonly Place[], change: (grants: Grants) => Grants): void {
  for (const [, fieldId, contextId] of places) {
    saveGrants(tx, fieldId, contextId, change(grantsOn(tx.root, fieldId, contextId)));
  }
}

function saveGrants(tx: Transaction, fieldId: number, contextId: number, grants: Grants): void {
  if (grants.users.length + grants.groups.length > 0) tx.put('grants', [fieldId, contextId], grants);
  else if (!tx.remove('grants', [fieldId, contextId])) return;
  const about = contextId === wholeField ? aboutField(fieldId) : aboutContext({ fieldId, id: contextId });
  logEvent(tx, 'CustomFieldPermissionUpdatedEvent', about);
}

function placeOf(root: Root, field: CustomField, contextId: Id): number {
  return contextId === wholeField ? wholeField : requireContext(root, field.id, contextId).id;
}

/** Each name once and as the user is called; names that mean nobody as the rules say. */
function knownGrants(root: Root, { users = [], groups = [] }: Partial<Grants>, { unknown }: GrantRules): Grants {
  const strangers = users.filter((name) => !findUserByName(root, name));
  const strangeGroups = groups.filter((name) => !root.groups.has(name));
  const refuse = (strange: readonly unknown[], error: () => RuleError) => {
    if (unknown === 'refuse' && strange.length > 0) throw error();
  };
  together(
    () => refuse(strangers, () => new RuleError('users-not-found', { accountIds: strangers })),
    () => refuse(strangeGroups, () => new RuleError('groups-not-found', { groupIds: strangeGroups })),
  );
  const kept = <Name>(names: readonly Name[], strange: readonly Name[]) =>
    unknown === 'ignore' ? names.filter((name) => !strange.includes(name)) : names;
  return {
    users: distinctUsers(kept(users, strangers).map((name) => findUserByName(root, name) ?? name)),
    groups: distinct(kept(groups, strangeGroups)),
  };
}

/** The log-in name as its user writes it. */
function findUserByName(root: Root, name: string): string | undefined {
  const accountId = root.accountIdsByName.get(name.toLowerCase());
  return accountId === undefined ? undefined : root.users.get(accountId)?.name;
}

function sameUser(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function distinctUsers(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name);
  return [...seen.values()];
}
