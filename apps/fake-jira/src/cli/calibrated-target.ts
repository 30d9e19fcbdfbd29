import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { calibrate } from '@fake-jira/contract';
import { openTexts } from './calibration-text.js';
import { ledgerDirectory, type OpenedTarget } from './contract-target.js';
import { progressBar, type Progress } from './progress.js';

export interface CalibratingOptions {
  /** Of the profile. */
  readonly name: string;
  readonly allowDestructive: boolean;
}

/**
 * Asks a target every open question, with a bar for the time that takes, and says which have stayed open.
 *
 * @returns the profile with which the fake behaves like it, and what is open in it
 */
export async function calibratedTarget(
  target: OpenedTarget['target'],
  { name, allowDestructive }: CalibratingOptions,
  signal: AbortSignal,
): Promise<Pick<Awaited<ReturnType<typeof calibrate>>, 'profile' | 'open'>> {
  const runId = randomBytes(3).toString('hex');
  let bar: Progress | undefined;
  try {
    const { profile, open, listed } = await calibrate({
      target,
      runId,
      name,
      evidence: `asked on ${new Date().toISOString().slice(0, 10)}`,
      allowDestructive,
      ledgerFile: join(ledgerDirectory, `${runId}.jsonl`),
      signal,
      onBegin: async (probes) => {
        bar?.stop();
        bar = await progressBar(probes, `${probes} questions`);
      },
      onResult: () => bar?.add(1),
    });
    bar?.stop();
    for (const text of openTexts({ listed, open })) console.error(text);
    return { profile, open };
  } finally {
    bar?.stop();
  }
}
