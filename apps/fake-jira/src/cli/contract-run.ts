import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  allChecks,
  isPrismInstalled,
  parseKnown,
  prismMissing,
  runContract,
  selectChecks,
  type KnownDeviation,
} from '@fake-jira/contract';
import { selectionOf, type ChooseOptions } from './contract-choose.js';
import { giveReport, type ReportOptions } from './contract-reports.js';
import { ledgerDirectory, openedTarget, type ContractTargetOptions } from './contract-target.js';
import { onInterrupt } from './interrupt.js';
import { withTarget } from './target-option.js';
import { readText, unreadable } from '../given/file.js';
import { requireWritable } from './files.js';
import { progressBar, type Progress } from './progress.js';
import { UsageError } from '../given/usage-error.js';

export interface RunOptions extends ContractTargetOptions, ChooseOptions, ReportOptions {
  readonly readOnly: boolean;
  readonly allowDestructive: boolean;
  readonly known?: string;
  readonly against?: string;
  readonly accepted?: string;
  readonly prism: boolean;
}

/** Runs the suite on a target, reports, and leaves nothing behind; Ctrl-C ends it early and as clean. */
export async function run(options: RunOptions): Promise<void> {
  await withTarget(async () => {
    if (options.against === undefined) return runOn(options);
    return (await import('./contract-against.js')).runAgainst(options.against, options);
  });
}

async function runOn(options: RunOptions): Promise<void> {
  const selection = selectionOf(options);
  requireWritable(options.json, options.junit, options.html);
  if (options.prism && !isPrismInstalled()) throw new UsageError(prismMissing);
  const known = options.known === undefined ? [] : await knownIn(options.known);
  if (selectChecks(allChecks, { grep: selection.grep, apis: selection.apis }, () => 'assumed').length === 0) {
    throw new UsageError('No check is chosen. fake-jira contract list lists them.');
  }
  const { target, close } = await openedTarget(options);
  const runId = randomBytes(3).toString('hex');
  const { signal, done } = onInterrupt('Stopping: what was made is being removed …');
  let bar: Progress | undefined;
  try {
    const report = await runContract({
      ...selection,
      target,
      runId,
      readOnly: options.readOnly,
      allowDestructive: options.allowDestructive,
      known,
      prism: options.prism,
      ledgerFile: join(ledgerDirectory, `${runId}.jsonl`),
      signal,
      onBegin: async (checks) => {
        bar = await progressBar(checks, `${checks} checks`);
      },
      onResult: () => bar?.add(1),
    });
    bar?.stop();
    giveReport(report, options);
    if (signal.aborted) process.exitCode = 1;
  } finally {
    bar?.stop();
    done();
    await close();
  }
}

async function knownIn(file: string): Promise<KnownDeviation[]> {
  const { parse, YAMLParseError } = await import('yaml');
  let data: unknown;
  try {
    data = parse(readText(file));
  } catch (error) {
    throw error instanceof YAMLParseError ? new UsageError(`${file}: ${error.message}`) : unreadable(file, error);
  }
  try {
    return parseKnown(data);
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}
