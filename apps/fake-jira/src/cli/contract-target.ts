import { join } from 'node:path';
import type { ContractTarget } from '@fake-jira/contract';
import type { Profile } from '@fake-jira/profile';
import type { WorldFile } from '@fake-jira/fixtures';
import type { Credentials, Target } from '@fake-jira/target';
import { readProfile } from '../given/profile.js';
import { preflight, type Needs } from './preflight.js';
import { targetOf, type TargetOptions } from './target-option.js';

/** The options that name the target of a contract command; without an address, a fake is started for it. */
export interface ContractTargetOptions extends Partial<TargetOptions> {
  readonly profile?: string;
  readonly asReal?: boolean;
  /** What has to be there before it begins. */
  readonly needs?: Needs;
}

/** Who can sign in to the fake's own worlds, and where a run may work there. */
export const credentialsOfTheFake: Credentials = {
  roles: {
    administrator: { user: 'admin', password: 'admin' },
    user: { user: 'bob', password: 'bob' },
    app: { user: 'my-app', password: 'my-app' },
  },
  sandbox: { projects: ['TEST', 'SHOP'], issueTypes: [] },
  protectedFields: { token: 'demo-token' },
  appField: 'example-add-on__team',
};

export interface OpenedTarget {
  readonly target: ContractTarget;
  /** The same as a client for everything else. */
  readonly reached: Target;
  readonly close: () => Promise<void>;
}

/** The target that the options name; without an address, a fake that is started for it. */
export async function openedTarget(options: ContractTargetOptions): Promise<OpenedTarget> {
  const profile = options.profile === undefined ? undefined : await readProfile(options.profile);
  const { target: url, asReal = false } = options;
  if (url === undefined) return startedTarget(profile, asReal);
  const { openTarget } = await import('@fake-jira/contract');
  const reached = await targetOf({ ...options, target: url });
  await preflight(reached, options.needs);
  const target = await openTarget({ target: reached, profile, asReal });
  return { target, reached, close: () => Promise.resolve() };
}

/** A world that is not the fake's own, with who can sign in there. */
export interface OtherWorld {
  readonly world: WorldFile;
  readonly credentials: Credentials;
}

/** A fake in this process, as a target. */
export async function startedTarget(
  profile: Profile | undefined,
  asReal = false,
  other?: OtherWorld,
): Promise<OpenedTarget> {
  const [{ openTarget }, { startFakeJira }, { Target }] = await Promise.all([
    import('@fake-jira/contract'),
    import('../server.js'),
    import('@fake-jira/target'),
  ]);
  const fake = await startFakeJira({ ...(profile && { profile }), ...(other && { world: other.world }) });
  const reached = new Target({ url: fake.url, credentials: other?.credentials ?? credentialsOfTheFake });
  return { target: await openTarget({ target: reached, asReal, profile }), reached, close: () => fake.close() };
}

/** Where runs write down what they have made until it is removed: below the folder in which they are started. */
export const ledgerDirectory = join('.fake-jira', 'contract');
