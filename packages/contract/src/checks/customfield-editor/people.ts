import type { Stage } from '../../stage/stage.js';

/** Log-in name of the plain user, by which the app names people. */
export function userName({ userIdentity }: Stage): string {
  return userIdentity.name ?? '';
}

/** Log-in name of the administrator. */
export function adminName({ adminIdentity }: Stage): string {
  return adminIdentity.name ?? '';
}

/** A group that the plain user is in: every account of Jira is in one. */
export async function userGroup({ user }: Stage): Promise<string> {
  const { body } = await user.raw('GET', '/rest/api/2/myself?expand=groups');
  const { groups } = body as { readonly groups?: { readonly items: readonly { readonly name: string }[] } };
  const [group] = groups?.items ?? [];
  if (!group) throw new Error('The target does not say which groups the user is in.');
  return group.name;
}
