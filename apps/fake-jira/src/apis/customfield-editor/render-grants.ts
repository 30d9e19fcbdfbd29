import { answer } from '@fake-jira/profile';
import { findUser, type Grants } from '@fake-jira/world';
import type { Call } from '../../http/call.js';

/** Who has a grant, by name. */
export function renderGrants({ users, groups }: Grants) {
  return { userlist: [...users], grouplist: [...groups] };
}

/** The users with a grant; a grant can be left over from one who is no more. */
export function renderFullNames({ users }: Grants, { root, profile, links }: Pick<Call, 'root' | 'profile' | 'links'>) {
  const withAvatar = answer(profile, 'editor.avatar') === 'present';
  return users.map((username) => {
    const user = findUser(root, username);
    const avatar = links.to(`/secure/useravatar?ownerId=${encodeURIComponent(user?.key ?? username)}`);
    return {
      username,
      fullname: user?.displayName ?? username,
      exists: user !== undefined,
      ...(withAvatar ? { avatar } : {}),
    };
  });
}
