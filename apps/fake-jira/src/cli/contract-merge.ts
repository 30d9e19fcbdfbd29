import { matrixProfiles, mergeMatrices, mergeReports, type MatrixReport, type RunReport } from '@fake-jira/contract';
import { giveMatrix } from './contract-matrix-report.js';
import { giveReport, type MergeOptions } from './contract-reports.js';
import { readText, unreadable } from '../given/file.js';
import { UsageError } from '../given/usage-error.js';

/** Puts the JSON reports of shards together, of a run or of the matrix, and reports the whole. */
export function merge(files: readonly string[], options: MergeOptions): void {
  const reports = files.map(readReport);
  const matrices = reports.filter(isMatrix);
  if (matrices.length === 0)
    return giveReport(
      saying(() => mergeReports(reports as RunReport[])),
      options,
    );
  const other = reports.findIndex((report) => !isMatrix(report));
  if (other >= 0) throw new UsageError(`${files[other]} is the report of a run, and the others are of a matrix.`);
  if (options.junit !== undefined || options.html !== undefined)
    throw new UsageError('A matrix is written as JSON only: leave --junit and --html out.');
  const order = matrixProfiles().map(({ name }) => name);
  giveMatrix(
    saying(() => mergeMatrices(matrices, order)),
    options.json,
  );
}

type Report = RunReport | MatrixReport;

const isMatrix = (report: Report): report is MatrixReport => report.format === 'fake-jira contract matrix 1';

function saying<Merged>(merged: () => Merged): Merged {
  try {
    return merged();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readReport(file: string): Report {
  let report: Partial<Report>;
  try {
    report = JSON.parse(readText(file)) as Partial<Report>;
  } catch (error) {
    throw error instanceof SyntaxError ? new UsageError(`${file} is not JSON.`) : unreadable(file, error);
  }
  if (report.format !== 'fake-jira contract report 1' && report.format !== 'fake-jira contract matrix 1') {
    throw new UsageError(`${file} is no report of \`fake-jira contract run --json\` or \`contract matrix --json\`.`);
  }
  return report as Report;
}
