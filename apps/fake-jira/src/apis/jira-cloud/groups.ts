import { membersOfGroup, requireGroup, searchGroups } from '@fake-jira/world';
import { ok } from '../../http/response.js';
import { HttpError } from '../../http/wire-error.js';
import { okPage, type JiraHandlers } from './call.js';
import { inForm } from './forms.js';
import { renderUserOfIssue } from './render-user.js';

/** Most groups that a picker lists (Jira's Field API, find groups: `jira.ajax.autocomplete.limit`, 20). */
const pickerLimit = 20;

export const groups = {
  getUsersFromGroup(call) {
    const { root, query } = call;
    const { groupname, groupId } = query;
    if ((groupname === undefined) === (groupId === undefined)) {
      throw new HttpError('request-invalid', {
        reason: "One of 'groupname' and 'groupId' must be given, and not both.",
      });
    }
    const group = requireGroup(root, groupname ?? groupId ?? '');
    const members = membersOfGroup(root, group.name).filter((user) => user.active || query.includeInactiveUsers);
    return okPage(members, call, (user) => renderUserOfIssue(user, call));
  },

  findGroups({ root, query, caller, behaviour }) {
    const text = query.query ?? '';
    const ignoreCase = query.caseInsensitive || behaviour.groupSearchIgnoresCase;
    // Jira's Field API, find groups: anonymous calls return an empty list.
    const matching = caller.user ? searchGroups(root, text, { ignoreCase }) : [];
    const found = matching.filter(
      (group) => !query.exclude?.includes(group.name) && !query.excludeId?.includes(group.groupId),
    );
    const shown = found.slice(0, Math.min(query.maxResults ?? pickerLimit, pickerLimit));
    return ok({
      header: `Showing ${shown.length} of ${found.length} matching groups`,
      total: found.length,
      groups: shown.map(({ name, groupId }) =>
        inForm({ name, html: inBold(name, text), labels: [], groupId }, behaviour.forms.foundGroup),
      ),
    });
  },
} satisfies Partial<JiraHandlers>;

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
