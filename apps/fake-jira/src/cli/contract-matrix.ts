import { availableParallelism } from 'node:os';
import {
  isPrismInstalled,
  matrixCells,
  matrixProfiles,
  mergeMatrices,
  prismMissing,
  reportRow,
  runMatrix,
  type MatrixReport,
  type MatrixReportRow,
} from '@fake-jira/contract';
import type { Profile } from '@fake-jira/profile';
import { shardOf } from './contract-choose.js';
import { giveMatrix } from './contract-matrix-report.js';
import { matricesOfJobs } from './contract-matrix-jobs.js';
import { startedTarget } from './contract-target.js';
import { wholeNumber } from './choices.js';
import { requireWritable } from './files.js';
import { readProfile } from '../given/profile.js';
import { UsageError } from '../given/usage-error.js';

export interface MatrixOptions {
  readonly profile?: readonly string[];
  readonly prism: boolean;
  readonly jobs?: string;
  readonly shard?: string;
  readonly json?: string;
}

/** Runs the suite on fakes of many profiles, and prints a row for each. */
export async function matrix({ profile, prism, jobs, shard, json }: MatrixOptions): Promise<void> {
  if (prism && !isPrismInstalled()) throw new UsageError(prismMissing);
  requireWritable(json);
  const all = profile ?? matrixProfiles().map(({ name }) => name);
  const { index, of } = shard === undefined ? { index: 1, of: 1 } : shardOf(shard);
  // Neighbours in the list take about as long: dealt out one by one, the parts do too.
  const names = all.filter((_, at) => at % of === index - 1);
  const profiles = await Promise.all(names.map((name) => readProfile(name)));
  const side = Math.min(jobsOf(jobs), names.length);
  const parts = side > 1 ? await matricesOfJobs(names, side, prism) : [await matrixHere(profiles, prism)];
  const order = profiles.map(({ name }) => name);
  giveMatrix(mergeMatrices(parts, order), json);
}

function jobsOf(jobs: string | undefined): number {
  if (jobs === undefined) return availableParallelism();
  const number = wholeNumber('--jobs', jobs, 1_000);
  if (number === 0) throw new UsageError('--jobs cannot be 0. Leave it out for as many as there are cores.');
  return number;
}

async function matrixHere(profiles: readonly Profile[], prism: boolean): Promise<MatrixReport> {
  const rows: MatrixReportRow[] = [];
  await runMatrix({
    profiles,
    prism,
    startFake: (profile) => startedTarget(profile),
    onRow: (row) => {
      const reported = reportRow(row);
      rows.push(reported);
      console.error([matrixCells(reported).join('  '), ...reported.failures.map((what) => `  ✗ ${what}`)].join('\n'));
    },
  });
  return { format: 'fake-jira contract matrix 1', rows };
}
