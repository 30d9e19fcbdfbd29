import { searchUsers, type User } from '@fake-jira/world';
import type { Caller } from '../../http/caller.js';
import { ok } from '../../http/response.js';
import { userAvatars } from './avatars.js';
import type { JiraHandlers, View } from './call.js';
import { inForm } from './forms.js';
import { foundGroups } from './groups.js';
import { inBold } from './in-bold.js';

/** Most users that a picker lists (Jira's API, find users for picker). */
const pickerLimit = 1000;

interface UserSearch {
  readonly query: string;
  readonly maxResults: number;
  readonly showAvatar?: boolean;
  readonly exclude?: readonly string[];
  readonly excludeAccountIds?: readonly string[];
}

export const pickers = {
  findUsersForPicker: (call) => ok(foundUsers(call.query, call)),

  findUsersAndGroups(call) {
    const { query } = call;
    return ok({ users: foundUsers(query, call), groups: foundGroups(query.query, query, call) });
  },
} satisfies Partial<JiraHandlers>;

/** The users that a picker shows for a text. Who has not signed in sees nobody. */
function foundUsers(
  { query, maxResults, showAvatar, exclude, excludeAccountIds }: UserSearch,
  view: View & { readonly caller: Caller },
) {
  const matching = view.caller.user ? searchUsers(view.root, query) : [];
  const found = matching.filter(
    ({ accountId, name }) => !excludeAccountIds?.includes(accountId) && !exclude?.includes(name),
  );
  const shown = found.slice(0, Math.min(maxResults, pickerLimit));
  return {
    users: shown.map((user) => renderFound(user, query, showAvatar === true, view)),
    total: found.length,
    header: `Showing ${shown.length} of ${found.length} matching users`,
  };
}

/** With name and address where a user is told by name, as on Data Center; on Cloud by the display name alone. */
function renderFound(user: User, text: string, showAvatar: boolean, view: View) {
  const { accountId, name, key, displayName, email } = user;
  const html = inBold(displayName, text);
  const parts = {
    accountId,
    accountType: user.app === undefined ? 'atlassian' : 'app',
    name,
    key,
    html: view.behaviour.usersBy === 'accountId' ? html : `${html} - ${inBold(email, text)} (${inBold(name, text)})`,
    displayName,
    avatarUrl: showAvatar ? userAvatars(user, view)['16x16'] : undefined,
  };
  return inForm(parts, view.behaviour.forms.foundUser);
}
