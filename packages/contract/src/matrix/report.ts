import { groupBy } from '../group-by.js';
import { countsOf, holds, outcomesSeen, type Counts } from '../run/result.js';
import type { MatrixRow } from './matrix.js';

/** What the matrix says of a profile. */
export interface MatrixReportRow extends Counts {
  readonly profile: string;
  /** Documented outcomes that the traffic had. */
  readonly outcomes: { readonly seen: number; readonly of: number };
  readonly milliseconds: number;
  readonly holds: boolean;
  /** What did not hold: id and message of each check that failed, and what was left behind. */
  readonly failures: readonly string[];
  /** How the checks of each operation ended. */
  readonly operations: Readonly<Record<string, Counts>>;
}

/** What a whole matrix says: `contract matrix --json` writes it, `contract merge` puts parts of it together. */
export interface MatrixReport {
  readonly format: 'fake-jira contract matrix 1';
  readonly rows: readonly MatrixReportRow[];
}

/** A row, small enough to keep: a report of the suite for each profile would be half a megabyte. */
export function reportRow({ profile, report }: MatrixRow): MatrixReportRow {
  const { results, coverage, milliseconds, left, secondJudge } = report;
  const failed = results.filter(({ verdict }) => verdict === 'failed');
  const byOperation = groupBy(
    results.filter(({ operation }) => operation !== null),
    ({ operation }) => operation as string,
  );
  return {
    profile,
    ...countsOf(results),
    outcomes: outcomesSeen(coverage),
    milliseconds: Math.round(milliseconds),
    holds: holds(report),
    failures: [
      ...failed.map(({ id, message }) => `${id}: ${message}`),
      ...secondJudge.violations,
      ...left.map((what) => `left behind: ${what}`),
    ],
    operations: Object.fromEntries([...byOperation].map(([operation, checks]) => [operation, countsOf(checks)])),
  };
}

/** What a table shows of a row. */
export function matrixCells({ profile, passed, failed, skipped, outcomes, milliseconds }: MatrixReportRow): string[] {
  const time = `${(milliseconds / 1000).toFixed(1)} s`;
  return [profile, String(passed), String(failed), String(skipped), `${outcomes.seen} of ${outcomes.of}`, time];
}

/**
 * Puts parts of a matrix together, in the order of the profiles.
 *
 * @param order - names of profiles; what is not among them comes last
 * @throws Error where two parts have the same profile
 */
export function mergeMatrices(parts: readonly MatrixReport[], order: readonly string[]): MatrixReport {
  const rows = parts.flatMap((part) => part.rows);
  const twice = rows.find(({ profile }, at) => rows.findIndex((row) => row.profile === profile) !== at);
  if (twice) throw new Error(`Profile "${twice.profile}" is in two of the reports.`);
  const place = ({ profile }: MatrixReportRow) => {
    const at = order.indexOf(profile);
    return at < 0 ? order.length : at;
  };
  return { format: 'fake-jira contract matrix 1', rows: rows.toSorted((one, other) => place(one) - place(other)) };
}
