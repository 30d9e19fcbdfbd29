import Table from 'cli-table3';
import { matrixCells, type MatrixReport } from '@fake-jira/contract';
import { writeOutput } from './files.js';

/** Prints a matrix as a table, and writes it where that is wanted; the exit code says whether every profile holds. */
export function giveMatrix(report: MatrixReport, json: string | undefined): void {
  if (json !== undefined) writeOutput(json, `${JSON.stringify(report, null, 2)}\n`);
  const table = new Table({
    head: ['profile', 'passed', 'failed', 'skipped', 'documented outcomes seen', 'time'],
    style: { head: [], border: [] },
  });
  for (const row of report.rows) table.push(matrixCells(row));
  console.log(table.toString());
  process.exitCode = report.rows.every(({ holds }) => holds) ? 0 : 1;
}
