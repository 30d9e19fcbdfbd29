import {
  canBeAssigned,
  emptyRoot,
  findGroup,
  requireIssue,
  requireNamedUser,
  requireProject,
  searchUsers,
  usersByName,
  type Root,
  type User,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import type { Caller } from '../../http/caller.js';
import { userOf } from '../../http/request-context.js';
import type { PageRequest } from '../../http/paging.js';
import { HttpError } from '../../http/wire-error.js';
import { commaList } from '../../http/comma-list.js';
import { okPage, type JiraHandlers, type View } from './call.js';
import { renderGroup, renderUser, renderUserInFull } from './render-user.js';

export const users = {
  getCurrentUser: (call) => ok(renderUserInFull(userOf(call), commaList(call.query.expand), call)),

  getUser(call) {
    const { accountId, username, key } = call.query;
    if (accountId === undefined && username === undefined && key === undefined) {
      throw new HttpError('request-invalid', { reason: "One of 'accountId', 'username' and 'key' must be given." });
    }
    // Who has not signed in sees nobody, and is not told so.
    const visible = call.caller.user ? call.root : emptyRoot();
    const user = requireNamedUser(visible, { accountId, name: username, key });
    return ok(renderUserInFull(user, commaList(call.query.expand), call));
  },

  findUsers(call) {
    const { root, query, caller } = call;
    // Jira's Field API, find users: anonymous calls return an empty list.
    return excerpt(caller.user ? matchingUsers(root, query) : [], call);
  },

  findAssignableUsers(call) {
    const { root, query, caller } = call;
    const issue = query.issueKey ?? query.issueId;
    if (issue === undefined && query.project === undefined) {
      throw new HttpError('request-invalid', { reason: "One of 'project' and 'issueKey' must be given." });
    }
    if (!caller.user) return excerpt([], call);
    if (issue === undefined) requireProject(root, query.project ?? '');
    else requireIssue(root, issue);
    const { accountId } = query;
    const found = matchingUsers(root, accountId === undefined ? { query: query.query ?? query.username ?? '' } : query);
    return excerpt(found.filter(canBeAssigned), call);
  },

  bulkGetUsers(call) {
    const found = [...new Set(call.query.accountId)].flatMap((accountId) => call.root.users.get(accountId) ?? []);
    return okPage(found, call, (user) => renderUser(user, call));
  },

  getUserGroups(call) {
    const user = requireNamedUser(call.root, { accountId: call.query.accountId });
    return ok(user.groups.flatMap((name) => findGroup(call.root, name) ?? []).map((group) => renderGroup(group, call)));
  },

  getAllUsers: everyUser,

  getAllUsersDefault: everyUser,
} satisfies Partial<JiraHandlers>;

/** Who has not signed in sees nobody. */
function everyUser(call: View & { readonly caller: Caller; readonly query: PageRequest }) {
  return excerpt(call.caller.user ? [...usersByName(call.root)] : [], call);
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

/** Answers with the part of a list that is asked for, where the document has no page around it. */
function excerpt(found: readonly User[], view: View & { readonly query: PageRequest }) {
  const { startAt, maxResults } = view.query;
  const shown = found.slice(startAt, startAt + Math.min(maxResults, view.behaviour.pageCap));
  return ok(shown.map((user) => renderUser(user, view)));
}
