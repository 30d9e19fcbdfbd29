import type { KnownDeviation } from '../known.js';
import { ContractRun, type ContractRunOptions } from './contract-run.js';
import { reportOf } from './report-of.js';
import type { CheckResult, RunReport } from './result.js';

export interface RunContractOptions extends ContractRunOptions {
  readonly known?: readonly KnownDeviation[];
  readonly concurrency?: number;
  /** Judges every exchange a second time with Prism; true by default. */
  readonly prism?: boolean;
  /** Aborted: no further check begins, and what was made is removed. */
  readonly signal?: AbortSignal;
  /** Told how many checks there are, before the first. */
  readonly onBegin?: (checks: number) => void | Promise<void>;
  readonly onResult?: (result: CheckResult) => void;
}

/**
 * Runs the suite on a target, in this process, and answers with everything that reports are made of.
 *
 * @example
 * const report = await runContract({ target, runId: 'ci-1' });
 * process.exitCode = holds(report) ? 0 : 1;
 */
export async function runContract(options: RunContractOptions): Promise<RunReport> {
  const { target, known, shard, concurrency, prism = true, onResult, checks, signal } = options;
  const startedAt = Date.now();
  const began = performance.now();
  const run = await ContractRun.open(options);
  await options.onBegin?.(run.chosen.length);
  const results = await run.run({ concurrency, signal, onResult });
  const left = await run.close();
  return reportOf({
    url: target.url,
    profile: target.profile,
    results,
    exchanges: run.exchanges,
    left,
    startedAt,
    milliseconds: Math.round(performance.now() - began),
    shard,
    known,
    prism,
    ...(checks === undefined ? {} : { checks }),
  });
}
