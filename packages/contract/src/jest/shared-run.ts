import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '../exchange.js';
import type { KnownTarget } from '../run/open-target.js';
import type { Preparation } from '../run/preparation.js';
import type { CheckResult } from '../run/result.js';

/** The environment variable with the directory of a run that several processes share. */
export const runDirectoryVariable = 'FAKE_JIRA_CONTRACT_RUN';

/** What Jest's processes need to know of a run. Only its owner can read the file: it holds passwords. */
export interface SharedRun extends KnownTarget {
  readonly runId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly preparation: Preparation;
}

/** What one file of the suite leaves for the reporter. */
export interface FileOutput {
  readonly results: readonly CheckResult[];
  readonly exchanges: readonly Exchange[];
}

export function writeRun(directory: string, run: SharedRun): void {
  writeFileSync(join(directory, 'run.json'), JSON.stringify(run), { mode: 0o600 });
}

/** @throws Error outside of a run */
export function readRun(directory = process.env[runDirectoryVariable]): SharedRun {
  if (directory === undefined)
    throw new Error('The suite is run by `npm run contract`, which says where its target is.');
  return JSON.parse(readFileSync(join(directory, 'run.json'), 'utf8')) as SharedRun;
}
