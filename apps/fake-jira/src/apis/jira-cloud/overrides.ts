import type { RequestContext } from '../../http/request-context.js';
import { HttpError } from '../../http/wire-error.js';

/** The flags with which an app passes over the screens and the state of an issue. */
export interface OverrideFlags {
  readonly overrideScreenSecurity?: boolean;
  readonly overrideEditableFlag?: boolean;
}

/**
 * Lets a request override what it wants to.
 *
 * @throws HttpError `override-needs-app` unless it comes from an app with the rights of an administrator
 */
export function checkOverrides(flags: OverrideFlags, { caller }: Pick<RequestContext, 'caller'>): void {
  if (!flags.overrideScreenSecurity && !flags.overrideEditableFlag) return;
  if (caller.administrator && caller.user?.app !== undefined) return;
  throw new HttpError('override-needs-app');
}
