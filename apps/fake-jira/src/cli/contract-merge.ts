import { mergeReports, type RunReport } from '@fake-jira/contract';
import { giveReport, type MergeOptions } from './contract-reports.js';
import { readText, unreadable } from '../given/file.js';
import { UsageError } from '../given/usage-error.js';

/** Puts the JSON reports of shards together, and reports the whole. */
export function merge(files: readonly string[], options: MergeOptions): void {
  let merged: RunReport;
  try {
    merged = mergeReports(files.map(readReport));
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
  giveReport(merged, options);
}

function readReport(file: string): RunReport {
  let report: Partial<RunReport>;
  try {
    report = JSON.parse(readText(file)) as Partial<RunReport>;
  } catch (error) {
    throw error instanceof SyntaxError ? new UsageError(`${file} is not JSON.`) : unreadable(file, error);
  }
  if (report.format !== 'fake-jira contract report 1') {
    throw new UsageError(`${file} is no report of \`fake-jira contract run --json\`.`);
  }
  return report as RunReport;
}
