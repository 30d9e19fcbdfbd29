import type { Comparison, JudgedDifference } from './comparison.js';

/** How much of a value is shown, in characters. */
const shown = 200;

/** A comparison as text: what nobody has documented first, then what the documents say, then what they said in vain. */
export function comparisonText(comparison: Comparison): string {
  const { before, after, differences, missing, compared } = comparison;
  const open = differences.filter(({ judgement, accepted }) => judgement === 'undocumented' && accepted === null);
  const accepted = differences.filter((one) => one.accepted !== null);
  const documented = differences.filter((one) => one.judgement === 'documented' && one.accepted === null);
  const lines = [
    ...section('Undocumented changes', open.map(differenceText)),
    ...section(
      'Documented changes that did not happen',
      missing.map(({ api, operation, what }) => `${api} ${operation}: ${what}`),
    ),
    ...section('Documented changes', summed(documented)),
    ...section(
      'Accepted changes',
      accepted.map((one) => `${one.check} (${one.aspect} at ${one.at}): ${one.accepted}`),
    ),
    `${compared} checks compared, ${before} and ${after}: ` +
      `${open.length} undocumented, ${documented.length} documented, ${missing.length} documented and not seen, ${accepted.length} accepted`,
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`), ''];
}

function differenceText({ check, operation, aspect, at, before, after }: JudgedDifference): string {
  return [
    `${operation ?? 'the check'}: ${aspect} at ${at === '' ? 'its end' : at}`,
    `    in ${check}`,
    `    before ${excerpt(before)}`,
    `    after  ${excerpt(after)}`,
  ].join('\n  ');
}

/** One line for the same change in many checks. */
function summed(differences: readonly JudgedDifference[]): string[] {
  const counts = new Map<string, number>();
  for (const { operation, aspect, at } of differences) {
    const name = `${operation ?? 'checks'}: ${aspect} ${at.replace(/^\d+/, '').replace(/\/\d+(?=\/|$)/g, '/…')}`.trim();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`));
}

function excerpt(value: unknown): string {
  const text = value === undefined ? '(nothing)' : JSON.stringify(value);
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}
