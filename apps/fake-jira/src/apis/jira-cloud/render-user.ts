import type { User } from '@fake-jira/world';
import type { Call } from '../../http/call.js';
import { avatarUrls } from './avatars.js';

/**
 * A user, as this deployment names it: Cloud by account id, Data Center by name and key, and by all of them where
 * both stand side by side.
 */
export function renderUser(user: User, { links, versions }: Pick<Call, 'links' | 'versions'>) {
  const cloud = versions.jira.has('cloud');
  const self = cloud ? `accountId=${encodeURIComponent(user.accountId)}` : `username=${encodeURIComponent(user.name)}`;
  return {
    self: links.rest(`/user?${self}`),
    ...(cloud && {
      accountId: user.accountId,
      accountType: user.app === undefined ? ('atlassian' as const) : ('app' as const),
    }),
    ...(versions.jira.has('data-center') && { key: user.key, name: user.name }),
    emailAddress: user.email,
    avatarUrls: avatarUrls(links, `/secure/useravatar?ownerId=${encodeURIComponent(user.key)}`),
    displayName: user.displayName,
    active: user.active,
    timeZone: user.timeZone,
  };
}
