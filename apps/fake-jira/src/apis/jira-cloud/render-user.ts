import { findGroup, type Group, type User } from '@fake-jira/world';
import { avatarUrls } from './avatars.js';
import type { View } from './call.js';
import { inForm } from './forms.js';

/** A user, as the deployment names it: Cloud by account id, Data Center by name and key. */
export function renderUser(user: User, view: View) {
  return inForm(userParts(user, view), view.behaviour.forms.user);
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
  const { usersBy } = view.behaviour;
  const name = usersBy === 'accountId' ? user.accountId : user.name;
  return {
    self: view.links.rest(`/user?${usersBy}=${encodeURIComponent(name)}`),
    accountId: user.accountId,
    accountType: user.app === undefined ? ('atlassian' as const) : ('app' as const),
    key: user.key,
    name: user.name,
    emailAddress: user.email,
    avatarUrls: avatarUrls(`/secure/useravatar?ownerId=${encodeURIComponent(user.key)}`, view),
    displayName: user.displayName,
    active: user.active,
    timeZone: user.timeZone,
  };
}

/** A group where a user or a value names it. */
export function renderGroup({ name, groupId }: Group, { links, behaviour }: View) {
  const { groupsBy, forms } = behaviour;
  const self = links.rest(`/group?${groupsBy}=${encodeURIComponent(groupsBy === 'groupId' ? groupId : name)}`);
  return inForm({ name, groupId, self }, forms.group);
}
