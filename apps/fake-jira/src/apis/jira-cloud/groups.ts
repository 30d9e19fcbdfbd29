import { membersOfGroup, requireGroup, searchGroups, type Group, type Root } from '@fake-jira/world';
import type { Caller } from '../../http/caller.js';
import { ok } from '../../http/response.js';
import { HttpError } from '../../http/wire-error.js';
import { okPage, type JiraHandlers, type View } from './call.js';
import { inForm } from './forms.js';
import { inBold } from './in-bold.js';
import { renderGroup, renderUserOfIssue } from './render-user.js';

/** Most groups that a picker lists (Jira's Field API, find groups: `jira.ajax.autocomplete.limit`, 20). */
const pickerLimit = 20;
/** Most members that are expanded at once (Jira's API, get group). */
const expandedLimit = 50;

export const groups = {
  getUsersFromGroup(call) {
    const { root, query } = call;
    const group = namedGroup(root, query);
    const members = membersOfGroup(root, group.name).filter((user) => user.active || query.includeInactiveUsers);
    return okPage(members, call, (user) => renderUserOfIssue(user, call));
  },

  getGroup(call) {
    const { root, query, links, behaviour } = call;
    const group = namedGroup(root, query);
    const members = membersOfGroup(root, group.name);
    const shown = expandedUsers(query.expand, members.length);
    const items = shown ? members.slice(shown.from, shown.to).map((user) => renderUserOfIssue(user, call)) : [];
    const users = {
      size: members.length,
      items,
      'max-results': expandedLimit,
      'start-index': shown?.from ?? 0,
      'end-index': shown ? shown.from + items.length : 0,
    };
    return ok({ ...renderGroup(group, { links, behaviour }), users, expand: 'users' });
  },

  bulkGetGroups(call) {
    const { groupId, groupName } = call.query;
    const wanted = ({ groupId: id, name }: Group) => groupId?.includes(id) || groupName?.includes(name);
    const all = [...call.root.groups.values()];
    const found = groupId || groupName ? all.filter(wanted) : all;
    return okPage(found, call, ({ name, groupId: id }) => ({ name, groupId: id }));
  },

  findGroups: (call) => ok(foundGroups(call.query.query ?? '', call.query, call)),
} satisfies Partial<JiraHandlers>;

/** @throws HttpError where not exactly one of the two is given; RuleError `group-not-found` */
function namedGroup(root: Root, { groupname, groupId }: { readonly groupname?: string; readonly groupId?: string }) {
  if ((groupname === undefined) === (groupId === undefined)) {
    throw new HttpError('request-invalid', { reason: "One of 'groupname' and 'groupId' must be given, and not both." });
  }
  return requireGroup(root, groupname ?? groupId ?? '');
}

/** Which members are expanded: `users`, or a range of them such as `users[0:20]`. */
function expandedUsers(expand: string | undefined, count: number): { from: number; to: number } | undefined {
  const [, from = '0', to = String(count)] = /^users(?:\[(\d*):(\d*)\])?$/.exec(expand ?? '') ?? [];
  if (!expand?.startsWith('users')) return undefined;
  return { from: Number(from), to: Math.min(Number(to) + 1, Number(from) + expandedLimit) };
}

interface GroupSearch {
  readonly exclude?: readonly string[];
  readonly excludeId?: readonly string[];
  readonly maxResults?: number;
  readonly caseInsensitive?: boolean;
}

/** The groups that a picker shows for a text. */
export function foundGroups(
  text: string,
  { exclude, excludeId, maxResults, caseInsensitive }: GroupSearch,
  { root, caller, behaviour }: Pick<View, 'root' | 'behaviour'> & { readonly caller: Caller },
) {
  const ignoreCase = caseInsensitive === true || behaviour.groupSearchIgnoresCase;
  // Jira's Field API, find groups: anonymous calls return an empty list.
  const matching = caller.user ? searchGroups(root, text, { ignoreCase }) : [];
  const found = matching.filter((group) => !exclude?.includes(group.name) && !excludeId?.includes(group.groupId));
  const shown = found.slice(0, Math.min(maxResults ?? pickerLimit, pickerLimit));
  return {
    header: `Showing ${shown.length} of ${found.length} matching groups`,
    total: found.length,
    groups: shown.map(({ name, groupId }) =>
      inForm({ name, html: inBold(name, text), labels: [], groupId }, behaviour.forms.foundGroup),
    ),
  };
}
