import { randomBytes } from 'node:crypto';
import { compare, comparisonText, record } from '@fake-jira/contract';
import { selectionOf, type ChooseOptions } from './contract-choose.js';
import { openedTarget, startedTarget, type ContractTargetOptions } from './contract-target.js';
import { onInterrupt } from './interrupt.js';
import { progressBar, type Progress } from './progress.js';
import { recordingIn } from './recording-option.js';

/**
 * Holds a target to a recording, without the instance on which that was taken; without a target, a fake that is
 * started with the recording's profile. Exit code 1 where anything differs.
 */
export async function runAgainst(directory: string, options: ContractTargetOptions & ChooseOptions): Promise<void> {
  const recording = recordingIn(directory);
  const { target, close } =
    options.target === undefined
      ? await startedTarget(recording.profile, true)
      : await openedTarget({ ...options, asReal: true });
  const { signal, done } = onInterrupt('Stopping: what was made is being removed …');
  const selection = selectionOf(options);
  let bar: Progress | undefined;
  try {
    const now = await record({
      ...selection,
      target: { ...target, profile: recording.profile },
      runId: randomBytes(3).toString('hex'),
      signal,
      onBegin: async (checks) => {
        bar = await progressBar(checks, `${checks} checks`);
      },
      onResult: () => bar?.add(1),
    });
    bar?.stop();
    const comparison = compare(recording, now);
    process.stdout.write(comparisonText(comparison));
    process.exitCode = comparison.differences.length > 0 || signal.aborted ? 1 : 0;
  } finally {
    bar?.stop();
    done();
    await close();
  }
}
