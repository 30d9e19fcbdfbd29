import { answer, type Profile } from '@fake-jira/profile';
import type { GrantChange } from '@fake-jira/world';
import { requestInvalid } from './style.js';

/** A patch of permissions as it is sent: what is null is as good as left out. */
export interface PermissionPatch {
  readonly user?: string | null;
  readonly group?: string | null;
  readonly action?: string;
  readonly type?: string;
  readonly contextId?: number | null;
}

/**
 * One grant to give or take.
 *
 * @returns it, with the context that it is on; without one it is on the field as a whole
 * @throws HttpError `request-invalid`
 */
export function readPatch(patch: PermissionPatch, profile: Profile): GrantChange & { readonly contextId?: number } {
  const { action, type } = patch;
  const user = patch.user ?? undefined;
  const group = patch.group ?? undefined;
  const contextId = patch.contextId ?? undefined;
  if (action === undefined) throw missing('action');
  if (type === undefined) throw missing('type');
  if (user === undefined && group === undefined) throw wrong(['user', 'group'], 'Either user or group is needed.');
  if (user !== undefined && group !== undefined)
    throw wrong(['user', 'group'], 'Only one of user and group can be given.');
  const change: GrantChange = { action: action === 'GRANT' ? 'grant' : 'revoke', user, group };
  if (type === 'CONTEXT') {
    if (contextId === undefined) throw missing('contextId');
    return { ...change, contextId };
  }
  if (contextId !== undefined && answer(profile, 'editor.patch-global-with-context') === '400') {
    throw wrong(['contextId'], 'A grant of the type GLOBAL is on no context.');
  }
  return change;
}

function missing(name: string) {
  return wrong([name], `${name} is required.`);
}

function wrong(names: readonly string[], message: string) {
  return requestInvalid(names.map((name) => ({ name, message })));
}
