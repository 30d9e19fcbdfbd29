import { join } from 'node:path';
import type { ContractTarget } from '@fake-jira/contract';
import type { Profile } from '@fake-jira/profile';
import type { Credentials } from '@fake-jira/target';
import { wholeNumber } from './choices.js';
import { readProfile } from './profile-option.js';
import { UsageError } from './usage-error.js';

/** The options that name a target. */
export interface TargetOptions {
  readonly target?: string;
  readonly credentials?: string;
  readonly rate?: string;
  readonly profile?: string;
  readonly asReal?: boolean;
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
};

export interface OpenedTarget {
  readonly target: ContractTarget;
  readonly close: () => Promise<void>;
}

/**
 * The target that the options name; without an address, a fake that is started for it.
 *
 * @throws UsageError where there are no credentials
 */
export async function openedTarget(options: TargetOptions): Promise<OpenedTarget> {
  const profile = options.profile === undefined ? undefined : await readProfile(options.profile);
  if (options.target === undefined) return startedTarget(profile, options.asReal);
  const { openTarget } = await import('@fake-jira/contract');
  const target = await openTarget({
    url: options.target,
    credentials: await credentialsOf(options),
    profile,
    asReal: options.asReal ?? false,
    ...(options.rate === undefined ? {} : { requestsPerSecond: wholeNumber('--rate', options.rate, 10_000) }),
    onWait: (milliseconds) =>
      console.error(`The target asks to wait ${Math.ceil(milliseconds / 1000)} seconds …`),
  });
  return { target, close: () => Promise.resolve() };
}

async function startedTarget(profile: Profile | undefined, asReal = false): Promise<OpenedTarget> {
  const [{ openTarget }, { startFakeJira }] = await Promise.all([import('@fake-jira/contract'), import('../server.js')]);
  const fake = await startFakeJira(profile === undefined ? {} : { profile });
  const target = await openTarget({ url: fake.url, credentials: credentialsOfTheFake, asReal, profile });
  return { target, close: () => fake.close() };
}

/** @throws UsageError where neither a file nor the environment has any */
export async function credentialsOf({ credentials }: Pick<TargetOptions, 'credentials'>): Promise<Credentials> {
  const { credentialsFromEnvironment, CredentialsError, readCredentials } = await import('@fake-jira/target');
  try {
    const found = credentials === undefined ? credentialsFromEnvironment(process.env) : await readCredentials(credentials);
    if (found) return found;
  } catch (error) {
    throw error instanceof CredentialsError ? new UsageError(error.message) : error;
  }
  throw new UsageError(
    'There are no credentials for the target. Name a file with --credentials, or set FAKE_JIRA_USER with FAKE_JIRA_PASSWORD or FAKE_JIRA_TOKEN.',
  );
}

/** Where runs write down what they have made until it is removed: below the folder in which they are started. */
export const ledgerDirectory = join('.fake-jira', 'contract');
