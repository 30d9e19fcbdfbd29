import { findGroup, type Group, type User } from '@fake-jira/world';
import { userAvatars } from './avatars.js';
import type { View } from './call.js';
import { inForm } from './forms.js';

/** A user, as the deployment names it: Cloud by account id, Data Center by name and key. */
export function renderUser(user: User, view: View) {
  return inForm(userParts(user, view), view.behaviour.forms.user);
}

/** A user as an issue and a group name it, with the account id of the address in percent-encoding. */
export function renderUserOfIssue(user: User, view: View) {
  const parts = userParts(user, view);
  const self = addressOf(user, encodeURIComponent, view);
  return inForm({ ...parts, self }, view.behaviour.forms.userOfIssue);
}

/** A user with everything that is only told of one: the groups and, empty here, the application roles. */
export function renderUserInFull(user: User, expand: readonly string[], view: View) {
  const groups = user.groups.flatMap((name) => findGroup(view.root, name) ?? []);
  const parts = {
    ...userParts(user, view),
    locale: 'en_US',
    groups: {
      size: groups.length,
      items: expand.includes('groups') ? groups.map((group) => renderGroup(group, view)) : [],
    },
    applicationRoles: { size: 0, items: [] },
    expand: 'groups,applicationRoles',
  };
  return inForm(parts, view.behaviour.forms.userInFull);
}

function userParts(user: User, view: View) {
  return {
    self: addressOf(user, (name) => encodeURIComponent(name).replaceAll('%3A', ':'), view),
    accountId: user.accountId,
    accountType: user.app === undefined ? ('atlassian' as const) : ('app' as const),
    key: user.key,
    name: user.name,
    emailAddress: user.email,
    avatarUrls: userAvatars(user, view),
    displayName: user.displayName,
    active: user.active,
    timeZone: user.timeZone,
  };
}

function addressOf(user: User, encode: (name: string) => string, { links, behaviour: { usersBy } }: View): string {
  return links.rest(`/user?${usersBy}=${encode(usersBy === 'accountId' ? user.accountId : user.name)}`);
}

/** A group where a user or a value names it. */
export function renderGroup({ name, groupId }: Group, { links, behaviour }: Pick<View, 'links' | 'behaviour'>) {
  const { groupsBy, forms } = behaviour;
  const self = links.rest(`/group?${groupsBy}=${encodeURIComponent(groupsBy === 'groupId' ? groupId : name)}`);
  return inForm({ name, groupId, self }, forms.group);
}
