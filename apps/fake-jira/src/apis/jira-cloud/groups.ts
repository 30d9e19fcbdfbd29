import type { JiraCloudOperations } from '@fake-jira/openapi';
import { membersOfGroup, requireGroup, searchGroups, type Group } from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Call, Handlers } from '../../http/call.js';
import { pageOf } from '../../http/paging.js';
import { HttpError } from '../../http/wire-error.js';
import { renderUser } from './render-user.js';
import { pageCap } from './rules.js';

type Operations = Pick<JiraCloudOperations, 'getUsersFromGroup' | 'findGroups'>;

/** Most groups that a picker lists (Jira's Field API, find groups: `jira.ajax.autocomplete.limit`, 20). */
const pickerLimit = 20;

export const groups: Handlers<Operations> = {
  getUsersFromGroup(call) {
    const { root, query, links, profile } = call;
    const { groupname, groupId } = query;
    if ((groupname === undefined) === (groupId === undefined)) {
      throw new HttpError('request-invalid', {
        reason: "One of 'groupname' and 'groupId' must be given, and not both.",
      });
    }
    const group = requireGroup(root, groupname ?? groupId ?? '');
    const members = membersOfGroup(root, group.name).filter((user) => user.active || query.includeInactiveUsers);
    return ok(pageOf(members, query, { links, cap: pageCap(profile) }, (user) => renderUser(user, call)));
  },

  findGroups({ root, query, caller, versions }) {
    const text = query.query ?? '';
    // On Data Center the search is always in any case.
    const ignoreCase = query.caseInsensitive || !versions.jira.has('cloud');
    // Jira's Field API, find groups: anonymous calls return an empty list.
    const matching = caller.user ? searchGroups(root, text, { ignoreCase }) : [];
    const found = matching.filter(
      (group) => !query.exclude?.includes(group.name) && !query.excludeId?.includes(group.groupId),
    );
    const shown = found.slice(0, Math.min(query.maxResults ?? pickerLimit, pickerLimit));
    return ok({
      header: `Showing ${shown.length} of ${found.length} matching groups`,
      total: found.length,
      groups: shown.map((group) => ({
        name: group.name,
        html: inBold(group.name, text),
        labels: [],
        ...(versions.jira.has('cloud') && { groupId: group.groupId }),
      })),
    });
  },
};

/** A group where a user or a value names it. */
export function renderGroup({ name, groupId }: Group, { links, versions }: Pick<Call, 'links' | 'versions'>) {
  const cloud = versions.jira.has('cloud');
  const query = cloud ? `groupId=${encodeURIComponent(groupId)}` : `groupname=${encodeURIComponent(name)}`;
  return { name, ...(cloud && { groupId }), self: links.rest(`/group?${query}`) };
}

/** A name as HTML, with the part that was searched for in bold. */
function inBold(name: string, text: string): string {
  const at = text === '' ? -1 : name.toLowerCase().indexOf(text.toLowerCase());
  if (at < 0) return escaped(name);
  const end = at + text.length;
  return `${escaped(name.slice(0, at))}<b>${escaped(name.slice(at, end))}</b>${escaped(name.slice(end))}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
