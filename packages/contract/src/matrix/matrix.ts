import { namedProfile, profileNames, type Profile } from '@fake-jira/profile';
import type { Check } from '../check.js';
import { runContract } from '../run/run-contract.js';
import type { RunReport } from '../run/result.js';
import type { ContractTarget } from '../run/target.js';

/** One row of the matrix: what the suite says of the fake in one profile. */
export interface MatrixRow {
  readonly profile: string;
  readonly report: RunReport;
}

export interface MatrixOptions {
  readonly profiles: readonly Profile[];
  /** A fake of a profile, as a target of the suite. The matrix does not know how one is started. */
  readonly startFake: (profile: Profile) => Promise<{ readonly target: ContractTarget; close(): Promise<void> }>;
  /** Which checks a profile is held to: all, by default. */
  readonly checksFor?: ((profile: Profile) => readonly Check[]) | undefined;
  readonly concurrency?: number;
  readonly prism?: boolean;
  readonly onRow?: (row: MatrixRow) => void;
}

/** Every profile of the matrix: Jira before and after each of its own changes, and each version of an app. */
export function matrixProfiles(): Profile[] {
  return profileNames().map((name) => namedProfile(name));
}

/** Runs the suite on a fake of each profile, and answers with a row for each. */
export async function runMatrix(options: MatrixOptions): Promise<MatrixRow[]> {
  const { profiles, startFake, checksFor, concurrency, prism = false, onRow } = options;
  const rows: MatrixRow[] = [];
  for (const profile of profiles) {
    const fake = await startFake(profile);
    try {
      const report = await runContract({
        target: fake.target,
        runId: 'matrix',
        prism,
        ...(checksFor === undefined ? {} : { checks: checksFor(profile) }),
        ...(concurrency === undefined ? {} : { concurrency }),
      });
      const row = { profile: profile.name, report };
      rows.push(row);
      onRow?.(row);
    } finally {
      await fake.close();
    }
  }
  return rows;
}
