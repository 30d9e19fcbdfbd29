import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { record, requireRoomFor, writeRecording } from '@fake-jira/contract';
import { selectionOf, type ChooseOptions } from './contract-choose.js';
import { requireWritable } from './files.js';
import { ledgerDirectory, openedTarget, type ContractTargetOptions } from './contract-target.js';
import { onInterrupt } from './interrupt.js';
import { progressBar, type Progress } from './progress.js';
import { recordedInstance } from './recorded-instance.js';
import { withTarget } from './target-option.js';
import { UsageError } from '../given/usage-error.js';

export interface RecordOptions extends ContractTargetOptions, ChooseOptions {
  readonly out: string;
  readonly allowDestructive: boolean;
  /** `--no-world` */
  readonly world: boolean;
}

/** Records what a target answers to the suite. One that was stopped is not written. */
export async function recordTarget(options: RecordOptions): Promise<void> {
  requireRoom(options.out);
  await withTarget(async () => {
    const { target, reached, close } = await openedTarget({ ...options, asReal: true });
    const runId = randomBytes(3).toString('hex');
    const { signal, done } = onInterrupt('Stopping: what was made is being removed, and nothing is written …');
    let bar: Progress | undefined;
    try {
      const instance = options.world ? await recordedInstance(reached) : undefined;
      const recording = await record({
        ...selectionOf(options),
        target,
        runId,
        allowDestructive: options.allowDestructive,
        ledgerFile: join(ledgerDirectory, `${runId}.jsonl`),
        signal,
        onBegin: async (checks) => {
          bar = await progressBar(checks, `${checks} checks`);
        },
        onResult: () => bar?.add(1),
      });
      bar?.stop();
      if (signal.aborted) {
        process.exitCode = 1;
        return;
      }
      writeRecording(
        options.out,
        { ...recording, ...(instance && { instance }) },
        { url: target.url, at: new Date().toISOString() },
      );
      const ran = recording.checks.filter(({ verdict }) => verdict !== 'skipped').length;
      console.log(`${options.out} has what ${target.url} answers to ${ran} checks.`);
    } finally {
      bar?.stop();
      done();
      await close();
    }
  });
}

/** Before the first request: what takes long is not to be lost at its end. */
function requireRoom(directory: string): void {
  requireWritable(join(directory, 'taken.json'));
  try {
    requireRoomFor(directory);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
