import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cleanUp } from '@fake-jira/contract';
import { ledgerDirectory, openedTarget, type ContractTargetOptions } from './contract-target.js';
import { withTarget } from './target-option.js';
import { UsageError } from '../given/usage-error.js';

export type CleanupOptions = ContractTargetOptions;

/** Removes what earlier runs, started in this folder, have left on a target; exit code 1 where something stays. */
export async function cleanup(options: CleanupOptions): Promise<void> {
  await withTarget(() => cleanUpTarget(options));
}

async function cleanUpTarget(options: CleanupOptions): Promise<void> {
  if (options.target === undefined) throw new UsageError('Name the target that is to be cleaned up: --target URL.');
  const files = existsSync(ledgerDirectory)
    ? readdirSync(ledgerDirectory)
        .filter((file) => file.endsWith('.jsonl'))
        .map((file) => join(ledgerDirectory, file))
    : [];
  const { target } = await openedTarget({ ...options, asReal: true, needs: 'administrator' });
  const { removed, left, elsewhere } = await cleanUp(target, files);
  for (const { kind, name, reason } of left) console.error(`${kind} ${name} is still there: ${reason}`);
  if (elsewhere > 0) console.log(`${elsewhere} runs were on other targets: name those to clean them up.`);
  console.log(`${removed} removed, ${left.length} left`);
  if (left.length > 0) process.exitCode = 1;
}
