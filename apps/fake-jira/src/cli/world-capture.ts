import { extname } from 'node:path';
import { worldFileText } from '@fake-jira/fixtures';
import { capture, counted, requireSeedable } from '@fake-jira/seeding';
import { detect } from '@fake-jira/target';
import { requireWritable, writeOutput } from './files.js';
import { preflight } from './preflight.js';
import { progressBar, type Progress } from './progress.js';
import { targetOf, withTarget, type TargetOptions } from './target-option.js';

export interface CaptureOptions extends TargetOptions {
  readonly out?: string;
  readonly keepPersonalData?: boolean;
  /** `--no-ids` */
  readonly ids: boolean;
}

/** Writes what a target is like as a world file. */
export async function captureWorld(options: CaptureOptions): Promise<void> {
  const { out, keepPersonalData = false, ids } = options;
  requireWritable(out);
  let progress: Progress | undefined;
  await withTarget(
    async () => {
      const target = await targetOf(options);
      await preflight(target, 'administrator');
      const caller = target.administrator;
      const facts = await detect(caller);
      requireSeedable(facts);
      let seen = 0;
      let bar: Promise<Progress> | undefined;
      const { file, leftOut } = await capture({
        caller,
        facts,
        keepPersonalData,
        ids,
        onProgress: (done, total) => {
          bar ??= progressBar(total, counted(total, 'field'));
          void bar.then((one) => {
            progress = one;
            one.add(done - seen);
            seen = Math.max(seen, done);
          });
        },
      });
      (await bar)?.stop();
      for (const { what, why } of leftOut) console.error(`left out: ${what}, because ${why}`);
      const json = out !== undefined && extname(out).toLowerCase() === '.json';
      const text = worldFileText(file, json ? 'json' : 'yaml');
      if (out === undefined) process.stdout.write(text);
      else {
        writeOutput(out, text);
        console.error(`${out} is written.`);
      }
    },
    () => {
      progress?.stop();
      return '';
    },
  );
}
