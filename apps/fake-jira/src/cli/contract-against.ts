import { randomBytes } from 'node:crypto';
import {
  answersIn,
  compare,
  comparisonText,
  isSurprising,
  record,
  type Comparison,
  type Recording,
} from '@fake-jira/contract';
import type { WorldFile } from '@fake-jira/fixtures';
import type { Profile } from '@fake-jira/profile';
import { acceptancesIn } from './accepted-option.js';
import { selectionOf, type ChooseOptions } from './contract-choose.js';
import { openedTarget, startedTarget, type ContractTargetOptions, type OpenedTarget } from './contract-target.js';
import { onInterrupt } from './interrupt.js';
import { isTwin } from '../given/twin.js';
import { UsageError } from '../given/usage-error.js';
import { readProfile } from '../given/profile.js';
import { progressBar, type Progress } from './progress.js';
import { credentialsIn } from './recorded-instance.js';
import { recordedSource } from './recorded-source.js';
import { recordingIn } from './recording-option.js';

export interface AgainstOptions extends ContractTargetOptions, ChooseOptions {
  readonly accepted?: string;
}

/**
 * Holds a target to a recording, or to the fake of a twin, without the instance on which that was taken; without a target, a fake that is
 * started with the recording's world, its versions and the answers that it shows. Exit code 1 where anything differs.
 */
export async function runAgainst(directory: string, options: AgainstOptions): Promise<void> {
  const isOfTwin = isTwin(directory);
  if (isOfTwin && options.target === undefined && options.profile === undefined)
    throw new UsageError('A twin is held to nothing but itself: name an instance with --target, or a --profile.');
  const accepted = acceptancesIn(options.accepted);
  const selection = selectionOf(options);
  const recording = isOfTwin ? await recordedSource(directory, { selection }) : recordingIn(directory);
  const given = options.profile === undefined ? undefined : await readProfile(options.profile);
  const { target, close } =
    options.target === undefined
      ? await fakeOf(recording, given ?? calibrated(recording))
      : await openedTarget({ ...options, asReal: true });
  const { signal, done } = onInterrupt('Stopping: what was made is being removed …');
  let bar: Progress | undefined;
  try {
    const now = await record({
      ...selection,
      // What is asked is what was asked there, of the versions that there are here.
      target: { ...target, profile: { ...(given ?? recording.profile), answers: recording.profile.answers } },
      runId: randomBytes(3).toString('hex'),
      signal,
      onBegin: async (checks) => {
        bar = await progressBar(checks, `${checks} checks`);
      },
      onResult: () => bar?.add(1),
    });
    bar?.stop();
    const after = { ...now, taken: { url: target.url, at: new Date().toISOString() } };
    const names = { before: directory, after: options.target ?? 'the fake' };
    const comparison = compare(recording, after, accepted, names);
    process.stdout.write(comparisonText(comparison));
    process.exitCode = differs(comparison, given) || signal.aborted ? 1 : 0;
  } finally {
    bar?.stop();
    done();
    await close();
  }
}

/** Of the same versions nothing is a documented change; of others, what the documents change is no surprise. */
function differs(comparison: Comparison, given: Profile | undefined): boolean {
  if (given !== undefined) return isSurprising(comparison);
  return comparison.differences.some((difference) => difference.accepted === null);
}

/** The profile of a recording with the answers that its probes have seen. */
function calibrated(recording: Recording): Profile {
  return { ...recording.profile, answers: { ...recording.profile.answers, ...answersIn(recording) } };
}

function fakeOf({ instance }: Recording, profile: Profile): Promise<OpenedTarget> {
  if (instance === undefined) return startedTarget(profile, true);
  const world = instance.world as WorldFile;
  return startedTarget(profile, true, { world, credentials: credentialsIn(instance) });
}
