import { extname } from 'node:path';
import { calibratedTarget } from './calibrated-target.js';
import { countsText } from './calibration-text.js';
import { requireWritable, writeOutput } from './files.js';
import { openedTarget, type ContractTargetOptions } from './contract-target.js';
import { onInterrupt } from './interrupt.js';
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
    const { signal, done } = onInterrupt('Stopping: what was made is being removed …');
    try {
      const { profile, open } = await calibratedTarget(target, options, signal);
      const { stringify } = await import('yaml');
      const json = options.out !== undefined && extname(options.out).toLowerCase() === '.json';
      const text = json ? `${JSON.stringify(profile, null, 2)}\n` : stringify(profile);
      if (options.out === undefined) process.stdout.write(text);
      else writeOutput(options.out, text);
      console.error(countsText(Object.keys(profile.answers).length, open));
      if (signal.aborted) process.exitCode = 1;
    } finally {
      done();
      await close();
    }
  });
}
