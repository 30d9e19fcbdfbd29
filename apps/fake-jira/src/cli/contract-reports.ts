import { htmlReport, holds, junitReport, textReport, type RunReport } from '@fake-jira/contract';
import { annotations } from './annotations.js';
import { writeOutput } from './files.js';
import { paintedReport } from './style.js';

/** Where reports go, beside the terminal. */
export interface ReportOptions {
  readonly json?: string;
  readonly junit?: string;
  readonly html?: string;
  readonly verbose: boolean;
}

export type MergeOptions = ReportOptions;

/** Writes a report wherever it is wanted, and prints it; the exit code says whether the target holds. */
export function giveReport(report: RunReport, { json, junit, html, verbose }: ReportOptions): void {
  if (json !== undefined) writeOutput(json, `${JSON.stringify(report, null, 2)}\n`);
  if (junit !== undefined) writeOutput(junit, junitReport(report));
  if (html !== undefined) writeOutput(html, htmlReport(report));
  process.stderr.write(annotations(report));
  process.stdout.write(paintedReport(textReport(report, { verbose })));
  process.exitCode = holds(report) ? 0 : 1;
}
