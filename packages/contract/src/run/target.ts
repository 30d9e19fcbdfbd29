import type { Profile } from '@fake-jira/profile';
import type { Role } from '../check.js';
import type { SandboxNames } from '../stage/sandbox.js';
import type { Session } from '../stage/session.js';

/** Whom a session is for. */
export type SessionRole = 'administrator' | Role | 'anonymous' | 'stranger';

/** What a run holds to the documents. */
export interface ContractTarget {
  readonly url: string;
  readonly profile: Profile;
  readonly sandbox: SandboxNames;
  readonly roles: ReadonlySet<Role>;
  readonly protectedToken?: string | undefined;
  /** Key of a field that the app provides to which the role `app` signs in, such as `example-add-on__team`. */
  readonly appField?: string | undefined;
  /** Whether workspaces and the control API of a fake may be used. */
  readonly control: boolean;
  /**
   * Somebody's line to the target.
   *
   * @param workspace - of a fake whose workspaces may be used
   */
  readonly session: (role: SessionRole, workspace?: string) => Session;
}
