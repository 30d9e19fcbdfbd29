import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isRecording, record, type Recording, type Selection } from '@fake-jira/contract';
import { isTwin } from '../given/twin.js';
import { UsageError } from '../given/usage-error.js';
import { ledgerDirectory, openedTarget, startedTarget, type OpenedTarget } from './contract-target.js';
import { progressBar, type Progress } from './progress.js';
import { credentialsIn } from './recorded-instance.js';
import { recordingIn } from './recording-option.js';
import type { TargetOptions } from './target-option.js';
import { readTwin } from './twin-file.js';

export interface SourceOptions extends Pick<TargetOptions, 'credentials' | 'rate' | 'ca'> {
  /** What is recorded of a source that is none yet; all by default. */
  readonly selection?: Selection;
  readonly signal?: AbortSignal;
}

/**
 * What somebody compares: a recording; a twin, whose fake is recorded on the spot; or the address of an instance, which is.
 *
 * @throws UsageError where it is none of these
 */
export async function recordedSource(source: string, options: SourceOptions): Promise<Recording> {
  if (/^https?:/.test(source)) {
    const opened = await openedTarget({ ...options, target: source, asReal: true });
    return recorded(source, opened, options);
  }
  if (isTwin(source)) {
    const { from, profile, world, stage } = await readTwin(source);
    const opened = await startedTarget(profile, true, { world, credentials: credentialsIn({ ...stage, world }) });
    const recording = await recorded(source, opened, options);
    return { ...recording, instance: { ...stage, world }, taken: { url: from.url, at: from.at } };
  }
  if (!isRecording(source)) throw new UsageError(`${source} is neither a recording nor a twin, nor an address.`);
  return recordingIn(source);
}

async function recorded(
  source: string,
  { target, close }: OpenedTarget,
  { selection, signal }: SourceOptions,
): Promise<Recording> {
  const runId = randomBytes(3).toString('hex');
  let bar: Progress | undefined;
  try {
    const recording = await record({
      ...selection,
      target,
      runId,
      ledgerFile: join(ledgerDirectory, `${runId}.jsonl`),
      ...(signal && { signal }),
      onBegin: async (checks) => {
        bar = await progressBar(checks, `${checks} checks of ${source}`);
      },
      onResult: () => bar?.add(1),
    });
    return { ...recording, taken: { url: target.url, at: new Date().toISOString() } };
  } finally {
    bar?.stop();
    await close();
  }
}
