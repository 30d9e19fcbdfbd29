import {
  BadCredentials,
  credentialsFromEnvironment,
  CredentialsError,
  readCredentials,
  Target,
  TargetError,
  TargetUnreachable,
  wireOf,
  type Credentials,
} from '@fake-jira/target';
import { wholeNumber } from './choices.js';
import { certificatesIn } from './outgoing-option.js';
import { UsageError } from '../given/usage-error.js';

/** The options of every command that talks to an instance. */
export interface TargetOptions {
  readonly target: string;
  readonly credentials?: string;
  readonly rate?: string;
  /** File of certificates that are trusted beside those that Node knows. */
  readonly ca?: string;
}

/** Exit code where nothing answers at the target's address. */
export const unreachable = 3;

/**
 * The target that the options name.
 *
 * @throws UsageError where there are no credentials, or the address is none
 */
export async function targetOf({ target: url, credentials: file, rate, ca }: TargetOptions): Promise<Target> {
  const requestsPerSecond = rate === undefined ? undefined : wholeNumber('--rate', rate, 10_000);
  if (requestsPerSecond === 0) throw new UsageError('--rate cannot be 0. Leave it out for no limit of your own.');
  try {
    return new Target({
      url,
      ...(ca !== undefined && { wire: wireOf({ ca: certificatesIn(ca) }) }),
      credentials: await credentialsOf(file),
      ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
      onWait: (milliseconds) => console.error(`The target asks to wait ${Math.ceil(milliseconds / 1000)} seconds …`),
    });
  } catch (error) {
    throw error instanceof TargetError ? new UsageError(error.message) : error;
  }
}

/** @throws CredentialsError where there are none, or they cannot be read */
export async function credentialsOf(file: string | undefined): Promise<Credentials> {
  const credentials = file === undefined ? credentialsFromEnvironment(process.env) : await readCredentials(file);
  if (credentials) return credentials;
  throw new CredentialsError('No credentials', [
    'name a file with --credentials, or set FAKE_JIRA_USER and FAKE_JIRA_PASSWORD (or FAKE_JIRA_TOKEN)',
  ]);
}

/**
 * Runs a command that talks to a target. What the target says ends it with a sentence and an exit code: 3 where
 * nothing answers, 2 where its credentials are wrong, 1 for another refusal.
 *
 * @param hint - what to do where the target goes away in the middle
 */
export async function withTarget(work: () => Promise<void>, hint: () => string = () => ''): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    console.error(`${error.message}${hint()}`);
    process.exitCode = error instanceof TargetUnreachable ? unreachable : error instanceof BadCredentials ? 2 : 1;
  }
}
