import { openTarget, record, type Recording } from '@fake-jira/contract';
import type { WorldFile } from '@fake-jira/fixtures';
import { namedProfile, type Profile, type VersionedApp } from '@fake-jira/profile';
import { Target, type Credentials } from '@fake-jira/target';
import type { RequestHandler } from 'express';
import { credentialsOfTheFake } from '../../src/cli/contract-target.js';
import { startFakeJira } from '../../src/index.js';

/** The answers under which the most changes can be seen; the same on both sides of every step. */
const answers = { 'extender.types-paged': 'yes', 'editor.admin-refusal-3.0': 'framework' } as const;

/** Jira Data Center with one app in a version, and the newest of everything else. */
export function inVersion(app: VersionedApp | 'jira', version: string): Profile {
  const profile: Profile = { ...namedProfile('data-center'), name: `${app} ${version}`, answers };
  return app === 'jira' ? { ...profile, jira: { deployment: 'data-center', version } } : { ...profile, [app]: version };
}

export interface RecordedFake {
  readonly profile: Profile;
  /** Which checks, as `--grep` has it. */
  readonly grep?: string | undefined;
  readonly addition?: WorldFile | undefined;
  readonly credentials?: Credentials | undefined;
  readonly middleware?: readonly RequestHandler[] | undefined;
  /** What the fake is, where it is not what its profile says. */
  readonly real?: Profile | undefined;
}

/** Records a fake as if it were a real instance. */
export async function recordingOf(fake: RecordedFake): Promise<Recording> {
  const { profile, grep, addition, credentials = credentialsOfTheFake, middleware = [], real = profile } = fake;
  const jira = await startFakeJira({ profile: real, middleware });
  try {
    if (addition) jira.merge(addition);
    const reached = new Target({ url: jira.url, credentials });
    const target = await openTarget({ target: reached, asReal: true, profile });
    return await record({ target, runId: 'ab12cd', grep });
  } finally {
    await jira.close();
  }
}
