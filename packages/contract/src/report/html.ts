import { evidences, type Evidence } from '@fake-jira/openapi';
import { groupBy } from '../group-by.js';
import { countsOf, outcomesSeen, type CheckResult, type OutcomeCoverage, type RunReport } from '../run/result.js';
import { countsByEvidence } from './by-evidence.js';
import { groupResults } from './groups.js';
import { style } from './html-style.js';
import { text } from './html-text.js';

/** A run as one HTML page that needs nothing else. */
export function htmlReport(report: RunReport): string {
  const { target, results, coverage, startedAt, milliseconds } = report;
  const { passed, failed, skipped } = countsOf(results);
  const { seen, of } = outcomesSeen(coverage);
  const versions = Object.entries(target.versions).map(([app, version]) => `${app} ${version}`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Contract of ${text(target.url)}</title>
<style>${style}</style>
<h1>Contract of ${text(target.url)}</h1>
<p>Profile <b>${text(target.profile)}</b> (${text(versions.join(' · '))}), ${new Date(startedAt).toISOString()}, ${(milliseconds / 1000).toFixed(1)} s.</p>
<p class="sums"><span class="passed">${passed} passed</span> <span class="failed">${failed} failed</span> <span class="skipped">${skipped} skipped</span>
<span>${seen} of ${of} documented outcomes seen in traffic</span>
<span>${report.secondJudge.judged} exchanges judged a second time, ${report.secondJudge.violations.length} against it</span></p>
${evidenceTable(report)}
${listOf('Known deviations that have disappeared', report.disappeared)}
${listOf('What the second judge does not allow', report.secondJudge.violations)}
${listOf('Left behind on the target', report.left)}
${failures(results)}
<h2>Outcomes</h2>
${outcomeTables(coverage, results)}
<h2>Checks</h2>
${groupResults(results).map(groupDetails).join('\n')}
</html>
`;
}

function evidenceTable({ results, coverage }: RunReport): string {
  const counts = countsByEvidence(results);
  const rows = evidences.map((evidence) => {
    const { passed, failed, skipped } = counts[evidence];
    const { seen, of } = outcomesSeen(coverage, evidence);
    return `<tr><th>${badge(evidence)}<td>${passed}<td>${failed}<td>${skipped}<td>${seen} of ${of}`;
  });
  return `<table><tr><th>How it is known<th>passed<th>failed<th>skipped<th>outcomes seen${rows.join('')}</table>`;
}

function failures(results: readonly CheckResult[]): string {
  const failed = results.filter(({ verdict }) => verdict === 'failed');
  if (failed.length === 0) return '';
  return `<h2>Failures</h2>${failed.map((result) => `<section class="failure" id="${text(result.id)}">${failure(result)}</section>`).join('\n')}`;
}

function failure({ id, evidence, source, message, exchange }: CheckResult): string {
  const head = `<h3>${text(id)}</h3><p>${badge(evidence)} ${text(source)}</p><pre>${text(message ?? '')}</pre>`;
  if (exchange === null) return head;
  const { role, method, path, requestBody, status, headers, body } = exchange;
  return `${head}<div class="exchange"><div><h4>Request (${text(role)})</h4><pre>${text(`${method} ${path}`)}
${text(json(requestBody))}</pre></div><div><h4>Response ${status}</h4><pre>${text(json(headers))}
${text(json(body))}</pre></div></div>`;
}

/** API × operation, outcome by outcome. */
function outcomeTables(coverage: readonly OutcomeCoverage[], results: readonly CheckResult[]): string {
  const failing = new Set(
    results.filter(({ verdict }) => verdict === 'failed').map(({ operation, status }) => `${operation} ${status}`),
  );
  const byApi = groupBy(coverage, ({ api }) => api);
  return [...byApi]
    .map(([api, outcomes]) => {
      const rows = [...groupBy(outcomes, ({ operation }) => operation)].map(
        ([operation, own]) =>
          `<tr><th>${text(operation)}<br><small>${text(`${own[0]?.method} ${own[0]?.path}`)}</small><td>${own
            .map((outcome) => outcomeCell(outcome, failing))
            .join(' ')}`,
      );
      return `<details open><summary>${text(api)}</summary><table class="outcomes">${rows.join('\n')}</table></details>`;
    })
    .join('\n');
}

function outcomeCell(
  { operation, status, evidence, seen, reason }: OutcomeCoverage,
  failing: ReadonlySet<string>,
): string {
  const state = failing.has(`${operation} ${status}`) ? 'failed' : seen ? 'passed' : 'skipped';
  const title = `${evidence}${seen ? ', seen' : `, not seen: ${reason}`}`;
  return `<span class="${state} ${evidence}" title="${text(title)}">${status}</span>`;
}

function groupDetails({ name, results }: { readonly name: string; readonly results: readonly CheckResult[] }): string {
  const { passed, failed, skipped } = countsOf(results);
  const rows = results.map(
    ({ title, verdict, evidence, source, message, known, answer }) =>
      `<tr class="${verdict}"><td>${verdict}<td>${text(title)}<td>${badge(evidence)} ${text(source)}<td>${text(known ?? answer ?? message ?? '')}`,
  );
  return `<details><summary>${text(name)}: ${passed} passed, ${failed} failed, ${skipped} skipped</summary><table>${rows.join('\n')}</table></details>`;
}

function listOf(title: string, entries: readonly string[]): string {
  if (entries.length === 0) return '';
  return `<h2>${text(title)}</h2><ul>${entries.map((entry) => `<li>${text(entry)}`).join('')}</ul>`;
}

function badge(evidence: Evidence): string {
  return `<span class="badge ${evidence}">${evidence}</span>`;
}

function json(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
