import { randomBytes } from 'node:crypto';
import { extname, join } from 'node:path';
import { calibrate } from '@fake-jira/contract';
import { countsText, openTexts } from './calibration-text.js';
import { requireWritable, writeOutput } from './files.js';
import { ledgerDirectory, openedTarget, type ContractTargetOptions } from './contract-target.js';
import { onInterrupt } from './interrupt.js';
import { progressBar, type Progress } from './progress.js';
import { withTarget } from './target-option.js';

export interface CalibrateOptions extends ContractTargetOptions {
  readonly out?: string;
  readonly name: string;
  readonly allowDestructive: boolean;
}

/** Asks a target every open question, and writes the profile with which the fake behaves like it. */
export async function calibrateTarget(options: CalibrateOptions): Promise<void> {
  requireWritable(options.out);
  await withTarget(async () => {
    const { target, close } = await openedTarget({ ...options, asReal: true });
    const runId = randomBytes(3).toString('hex');
    const { signal, done } = onInterrupt('Stopping: what was made is being removed …');
    let bar: Progress | undefined;
    try {
      const { profile, open, listed } = await calibrate({
        target,
        runId,
        name: options.name,
        evidence: `asked on ${new Date().toISOString().slice(0, 10)}`,
        allowDestructive: options.allowDestructive,
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
      const { stringify } = await import('yaml');
      const json = options.out !== undefined && extname(options.out).toLowerCase() === '.json';
      const text = json ? `${JSON.stringify(profile, null, 2)}\n` : stringify(profile);
      if (options.out === undefined) process.stdout.write(text);
      else writeOutput(options.out, text);
      console.error(countsText(Object.keys(profile.answers).length, open));
      if (signal.aborted) process.exitCode = 1;
    } finally {
      bar?.stop();
      done();
      await close();
    }
  });
}
