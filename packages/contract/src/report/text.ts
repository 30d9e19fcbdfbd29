import { evidences } from '@fake-jira/openapi';
import Table from 'cli-table3';
import { countsOf, lastLines, outcomesSeen, type CheckResult, type RunReport } from '../run/result.js';
import { countsByEvidence } from './by-evidence.js';
import { groupResults } from './groups.js';

/** How much of a failing exchange is shown, in characters. */
const shown = 1_500;

/** A run as text: failures with their exchange, then what the evidence is, what was not seen, and the last lines. */
export function textReport(report: RunReport, { verbose = false }: { readonly verbose?: boolean } = {}): string {
  const { results, coverage, secondJudge, disappeared, left } = report;
  const parts = [
    ...results.filter(({ verdict }) => verdict === 'failed').map(failureText),
    resourcesText(report),
    tableText(report),
    probesText(results),
    listText('Skipped', skipReasons(results)),
    listText(
      'Documented and recorded outcomes that were not seen',
      coverage
        .filter(({ evidence, seen }) => ['documented', 'recorded'].includes(evidence) && !seen)
        .map(({ operation, status, reason }) => `${operation} ${status}: ${reason}`),
      verbose ? Infinity : 20,
    ),
    listText('What the second judge does not allow', secondJudge.violations),
    listText('Known deviations that have disappeared: take them off the list', disappeared),
    listText('Left behind on the target: run contract cleanup', left),
    `${secondJudge.judged} exchanges were judged by Prism as well, ${secondJudge.violations.length} against it.`,
    ...lastLines(report).slice(0, 1),
    ...lastLines(report).slice(1),
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

function failureText({ id, evidence, source, message, exchange }: CheckResult): string {
  const lines = [`✗ ${id}`, `  ${evidence}${source === '' ? '' : `, ${source}`}`, indented(message ?? '')];
  if (exchange !== null) {
    const { role, method, path, requestBody, status, headers, body } = exchange;
    lines.push(
      `  → ${method} ${path}   (${role})`,
      ...(requestBody === undefined ? [] : [indented(cut(JSON.stringify(requestBody)))]),
      `  ← ${status} ${headers['content-type'] ?? ''}`,
      ...(body === undefined ? [] : [indented(cut(typeof body === 'string' ? body : JSON.stringify(body)))]),
    );
  }
  return `${lines.join('\n')}\n`;
}

function tableText({ results, coverage }: RunReport): string {
  const counts = countsByEvidence(results);
  const head = ['', 'passed', 'failed', 'skipped', 'outcomes seen'];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const evidence of evidences) {
    const { passed, failed, skipped } = counts[evidence];
    const { seen, of } = outcomesSeen(coverage, evidence);
    table.push([evidence, passed, failed, skipped, `${seen} of ${of}`]);
  }
  return table.toString();
}

/** Where failures are, by resource: that says more of a target that fails much than each of them. */
function resourcesText({ results }: RunReport): string {
  if (countsOf(results).failed === 0) return '';
  const table = new Table({ head: ['', 'passed', 'failed', 'skipped'], style: { head: [], border: [] } });
  for (const { name, results: own } of groupResults(results)) {
    const { passed, failed, skipped } = countsOf(own);
    table.push([name, passed, failed, skipped]);
  }
  return table.toString();
}

/** What open questions were answered with. */
function probesText(results: readonly CheckResult[]): string {
  const answered = results.filter(({ kind, answer }) => kind === 'probe' && answer !== null);
  return listText(
    'Answers to open questions',
    answered.map(({ title, answer }) => `${title.replace('which answer has ', '')}: ${answer}`),
  );
}

function skipReasons(results: readonly CheckResult[]): string[] {
  const counts = new Map<string, number>();
  for (const { verdict, known, message } of results) {
    if (verdict !== 'skipped') continue;
    const reason = known === null ? (message ?? '') : `known: ${known}`;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `${count} × ${reason}`);
}

function listText(title: string, lines: readonly string[], limit = Infinity): string {
  if (lines.length === 0) return '';
  const more = lines.length > limit ? [`  … and ${lines.length - limit} more; --verbose lists them`] : [];
  return [`${title}:`, ...lines.slice(0, limit).map((line) => `  ${line}`), ...more, ''].join('\n');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

function cut(text: string): string {
  return text.length > shown ? `${text.slice(0, shown)}… (${text.length} characters)` : text;
}
