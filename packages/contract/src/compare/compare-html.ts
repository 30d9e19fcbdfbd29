import { style } from '../report/html-style.js';
import { text } from '../report/html-text.js';
import { sideText } from './sides.js';
import type { Comparison, JudgedDifference } from './comparison.js';

/** Comparisons as one HTML page that needs nothing else: a table of operations × steps, then each step in full. */
export function comparisonHtml(comparisons: readonly Comparison[]): string {
  const title = comparisons.map(({ sides }) => `${sides.before.name} → ${sides.after.name}`).join(' · ');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<style>${style}</style>
<h1>What changed</h1>
${table(comparisons)}
${comparisons.map(step).join('\n')}
</html>
`;
}

function table(comparisons: readonly Comparison[]): string {
  const operations = [
    ...new Set(comparisons.flatMap(({ differences }) => differences.map(({ operation }) => operation ?? ''))),
  ].sort();
  const head = comparisons.map(({ sides }) => `<th>${text(sides.before.name)}<br>→ ${text(sides.after.name)}`).join('');
  const rows = operations.map((operation) => {
    const cells = comparisons.map(({ differences }) => {
      const own = differences.filter((one) => (one.operation ?? '') === operation);
      const open = own.filter(isOpen).length;
      const state = open > 0 ? 'failed' : own.length > 0 ? 'passed' : 'skipped';
      return `<td class="${state}">${open > 0 ? `${open} undocumented` : own.length > 0 ? 'documented' : ''}`;
    });
    return `<tr><th>${text(operation === '' ? 'checks' : operation)}${cells.join('')}`;
  });
  return `<table><tr><th>${head}${rows.join('\n')}</table>`;
}

function step({ sides, differences, missing, compared }: Comparison): string {
  const groups = [
    ['Undocumented', differences.filter(isOpen)],
    ['Documented', differences.filter(({ judgement, accepted }) => judgement === 'documented' && accepted === null)],
    ['Accepted', differences.filter(({ accepted }) => accepted !== null)],
  ] as const;
  const lists = groups.map(([name, own]) =>
    own.length === 0
      ? ''
      : `<details${name === 'Undocumented' ? ' open' : ''}><summary>${name}: ${own.length}</summary><table>${own.map(row).join('\n')}</table></details>`,
  );
  const vain = missing.map(
    ({ api, operation, what, accepted }) =>
      `<li>${text(`${api} ${operation}: ${what}`)}${accepted === null ? '' : ` <b>${text(accepted)}</b>`}`,
  );
  return `<h2>${text(sides.before.name)} → ${text(sides.after.name)}</h2><p>Before: ${text(sideText(sides.before))}<br>After: ${text(sideText(sides.after))}</p><p>${compared} checks compared.</p>${lists.join('')}${
    vain.length === 0 ? '' : `<h3>Documented changes that did not happen</h3><ul>${vain.join('')}</ul>`
  }`;
}

function row({ check, operation, aspect, at, before, after, accepted }: JudgedDifference): string {
  return `<tr><td>${text(operation ?? '')}<td>${aspect}<br><small>${text(at)}</small><td>${text(check)}${
    accepted === null ? '' : `<br><b>${text(accepted)}</b>`
  }<td><pre>${text(json(before))}</pre><td><pre>${text(json(after))}</pre>`;
}

function isOpen({ judgement, accepted }: JudgedDifference): boolean {
  return judgement === 'undocumented' && accepted === null;
}

function json(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value, null, 1);
}
