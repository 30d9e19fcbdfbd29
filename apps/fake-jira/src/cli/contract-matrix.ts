import Table from 'cli-table3';
import {
  isPrismInstalled,
  matrixCells,
  matrixHolds,
  matrixProfiles,
  prismMissing,
  runMatrix,
} from '@fake-jira/contract';
import { startedTarget } from './contract-target.js';
import { readProfile } from '../given/profile.js';
import { UsageError } from '../given/usage-error.js';

export interface MatrixOptions {
  readonly profile?: readonly string[];
  readonly prism: boolean;
}

/** Runs the suite on fakes of many profiles, and prints a row for each. */
export async function matrix({ profile: names, prism }: MatrixOptions): Promise<void> {
  if (prism && !isPrismInstalled()) throw new UsageError(prismMissing);
  const profiles = names === undefined ? matrixProfiles() : await Promise.all(names.map((name) => readProfile(name)));
  const table = new Table({
    head: ['profile', 'passed', 'failed', 'skipped', 'documented outcomes seen', 'time'],
    style: { head: [], border: [] },
  });
  const rows = await runMatrix({
    profiles,
    prism,
    startFake: (profile) => startedTarget(profile),
    onRow: (row) => {
      console.error(matrixCells(row).join('  '));
      for (const { id, message, verdict } of row.report.results) {
        if (verdict === 'failed') console.error(`  ✗ ${id}\n    ${message}`);
      }
    },
  });
  for (const row of rows) table.push(matrixCells(row));
  console.log(table.toString());
  process.exitCode = matrixHolds(rows) ? 0 : 1;
}
