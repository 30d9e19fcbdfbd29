import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '@fake-jira/profile';
import type { Role } from '../check.js';
import type { Exchange } from '../exchange.js';
import type { Preparation } from '../run/preparation.js';
import type { CheckResult } from '../run/result.js';
import type { ContractTarget, SessionRole } from '../run/target.js';
import type { SandboxNames } from '../stage/sandbox.js';
import { fetchSession, type SignIn } from '../stage/fetch-session.js';

/** The environment variable with the directory of a run that several processes share. */
export const runDirectoryVariable = 'FAKE_JIRA_CONTRACT_RUN';

/** What Jest's processes need to know of a run. Only its owner can read the file: it holds passwords. */
export interface SharedRun {
  readonly url: string;
  readonly profile: Profile;
  readonly control: boolean;
  readonly sandbox: SandboxNames;
  readonly signIns: { readonly [Who in SessionRole]?: SignIn };
  readonly protectedToken?: string;
  readonly appField?: string;
  readonly runId: string;
  readonly startedAt: number;
  readonly preparation: Preparation;
}

/** What one file of the suite leaves for the reporter. */
export interface FileOutput {
  readonly results: readonly CheckResult[];
  readonly exchanges: readonly Exchange[];
}

export function writeRun(directory: string, run: SharedRun): void {
  writeFileSync(join(directory, 'run.json'), JSON.stringify(run), { mode: 0o600 });
}

/** @throws Error outside of a run */
export function readRun(directory = process.env[runDirectoryVariable]): SharedRun {
  if (directory === undefined)
    throw new Error('The suite is run by `npm run contract`, which says where its target is.');
  return JSON.parse(readFileSync(join(directory, 'run.json'), 'utf8')) as SharedRun;
}

/** The target of a run, with lines to it. */
export function targetOf({
  url,
  profile,
  control,
  sandbox,
  signIns,
  protectedToken,
  appField,
}: Omit<SharedRun, 'preparation'>): ContractTarget {
  return {
    url,
    profile,
    sandbox,
    control,
    protectedToken,
    appField,
    roles: new Set((['user', 'app'] satisfies Role[]).filter((role) => signIns[role] !== undefined)),
    session: (role, workspace) => fetchSession(workspace === undefined ? url : `${url}/w/${workspace}`, signIns[role]),
  };
}
