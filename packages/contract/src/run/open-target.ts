import { randomBytes } from 'node:crypto';
import type { Profile } from '@fake-jira/profile';
import {
  detect,
  profileOf,
  Target,
  UnexpectedAnswer,
  type Credentials,
  type SignIn,
  type TargetFacts,
} from '@fake-jira/target';
import type { Role } from '../check.js';
import type { Session } from '../stage/session.js';
import type { ContractTarget, SessionRole } from './target.js';

export interface OpenTargetOptions {
  readonly target: Target;
  /** Which Jira it is; absent: it is found out. */
  readonly profile?: Profile | undefined;
  /** A fake is treated as if it were real: neither its control API nor its workspaces are used. */
  readonly asReal?: boolean;
}

/**
 * Opens a target: finds out whether it is a fake, and which Jira.
 *
 * @throws TargetUnreachable, BadCredentials, UnexpectedAnswer of `@fake-jira/target`
 * @example const target = await openTarget({ target: new Target({ url: 'https://jira.example.com', credentials }) });
 */
export async function openTarget({ target, profile, asReal = false }: OpenTargetOptions): Promise<ContractTarget> {
  const { url, credentials } = target;
  const settings = asReal ? undefined : await settingsOfFake(target);
  const known = profile ?? settings?.profile ?? profileOf(await detectOrSay(target), 'detected');
  return contractTarget({ url, credentials, profile: known, control: settings !== undefined }, (address) =>
    // Other addresses are workspaces of a fake, which needs no pace.
    address === url ? target : target.like({ url: address }),
  );
}

/** @throws UnexpectedAnswer with what to do, where it does not say which Jira it is */
async function detectOrSay({ administrator }: Target): Promise<TargetFacts> {
  try {
    return await detect(administrator);
  } catch (error) {
    if (!(error instanceof UnexpectedAnswer)) throw error;
    const { method, path, status, detail } = error;
    const hint = `Which Jira this is cannot be found out${detail === '' ? '' : ` (${detail})`}: --profile states it.`;
    throw new UnexpectedAnswer(method, path, status, hint);
  }
}

/** What is known of a target without a look at it; plain data, so that processes can share it. */
export interface KnownTarget {
  readonly url: string;
  readonly credentials: Credentials;
  readonly profile: Profile;
  readonly control: boolean;
}

/** A target that was opened before, perhaps by another process. */
export function contractTarget(
  { url, credentials, profile, control }: KnownTarget,
  open: (url: string) => Target = (address) => new Target({ url: address, credentials }),
): ContractTarget {
  const targets = new Map<string, Target>();
  const at = (workspace: string | undefined): Target => {
    const address = workspace === undefined ? url : `${url}/w/${workspace}`;
    const known = targets.get(address) ?? open(address);
    targets.set(address, known);
    return known;
  };
  const { sandbox, roles, protectedFields, appField } = credentials;
  return {
    url,
    profile,
    control,
    sandbox: { projects: sandbox.projects, issueType: sandbox.issueTypes[0] },
    roles: new Set((['user', 'app'] satisfies Role[]).filter((role) => roles[role] !== undefined)),
    protectedToken: protectedFields?.token,
    appField,
    session: (role, workspace) => sessionOf(at(workspace), role),
  };
}

/** Somebody who is nobody: a wrong password for a real name could lock that person out. */
const stranger: SignIn = { user: 'fjf-nobody', password: randomBytes(9).toString('base64url') };

function sessionOf(target: Target, role: SessionRole): Session {
  if (role === 'anonymous') return target.anonymous;
  if (role !== 'stranger') return target.as(role);
  return target.like({ credentials: { ...target.credentials, roles: { administrator: stranger } } }).administrator;
}

/** The settings of a fake; `undefined` where the target is none. */
async function settingsOfFake({ administrator }: Target): Promise<{ readonly profile: Profile } | undefined> {
  const { status, body } = await administrator.send({ method: 'GET', path: '/_fake/settings', retry: false });
  const { profile } = (body ?? {}) as { profile?: Profile };
  return status === 200 && typeof profile === 'object' ? { profile } : undefined;
}
