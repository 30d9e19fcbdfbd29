import type { JiraCloudOperations } from '@fake-jira/openapi';
import { findGroup, requireUser, RuleError, searchUsers, usersByName, type Root, type User } from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import { userOf, type Call, type Handlers } from '../../http/call.js';
import type { PageRequest } from '../../http/paging.js';
import { HttpError } from '../../http/wire-error.js';
import { commaList } from '../../http/comma-list.js';
import { renderGroup } from './groups.js';
import { renderUser } from './render-user.js';
import { pageCap } from './rules.js';

type Operations = Pick<JiraCloudOperations, 'getCurrentUser' | 'getUser' | 'findUsers' | 'getAllUsers'>;

export const users: Handlers<Operations> = {
  getCurrentUser: (call) => ok(renderInFull(userOf(call), call)),

  getUser: (call) => ok(renderInFull(requireNamedUser(call.root, call.query), call)),

  findUsers(call) {
    const { root, query, caller } = call;
    // Jira's Field API, find users: anonymous calls return an empty list.
    const found = caller.user ? matchingUsers(root, query) : [];
    return ok(excerpt(found, query, pageCap(call.profile)).map((user) => renderUser(user, call)));
  },

  getAllUsers: (call) =>
    ok(excerpt([...usersByName(call.root)], call.query, pageCap(call.profile)).map((user) => renderUser(user, call))),
};

/** A user with everything that is only told of one: the groups and, empty here, the application roles. */
function renderInFull(user: User, call: Pick<Call, 'root' | 'links' | 'versions'> & { query: { expand?: string } }) {
  const expand = commaList(call.query.expand);
  const groups = user.groups.flatMap((name) => findGroup(call.root, name) ?? []);
  return {
    ...renderUser(user, call),
    locale: 'en_US',
    groups: {
      size: groups.length,
      items: expand.includes('groups') ? groups.map((group) => renderGroup(group, call)) : [],
    },
    applicationRoles: { size: 0, items: [] },
    expand: 'groups,applicationRoles',
  };
}

interface UserName {
  readonly accountId?: string;
  readonly username?: string;
  readonly key?: string;
}

function requireNamedUser(root: Root, { accountId, username, key }: UserName): User {
  if (accountId !== undefined) return requireFound(root.users.get(accountId), accountId);
  if (username !== undefined) return requireUser(root, username);
  if (key !== undefined)
    return requireFound(
      [...usersByName(root)].find((user) => user.key === key),
      key,
    );
  throw new HttpError('request-invalid', { reason: "One of 'accountId', 'username' and 'key' must be given." });
}

function requireFound(user: User | undefined, name: string): User {
  if (!user) throw new RuleError('user-not-found', { user: name });
  return user;
}

interface UserSearch {
  readonly query?: string;
  readonly username?: string;
  readonly accountId?: string;
  readonly property?: string;
}

function matchingUsers(root: Root, { query, username, accountId, property }: UserSearch): User[] {
  const text = query ?? username;
  if (text === undefined && accountId === undefined && property === undefined) {
    throw new HttpError('request-invalid', { reason: "One of 'query', 'accountId' and 'property' must be given." });
  }
  if (text !== undefined && accountId !== undefined) {
    throw new HttpError('request-invalid', { reason: "'query' and 'accountId' cannot be given together." });
  }
  if (accountId !== undefined) return [root.users.get(accountId) ?? []].flat();
  // No user of the fake has entity properties, so none fits a query for them.
  if (text === undefined) return [];
  return searchUsers(root, text === '.' ? '' : text);
}

/** The part of a list that is asked for, where the document has no page around it. */
function excerpt(found: readonly User[], { startAt, maxResults }: PageRequest, cap: number): readonly User[] {
  return found.slice(startAt, startAt + Math.min(maxResults, cap));
}
