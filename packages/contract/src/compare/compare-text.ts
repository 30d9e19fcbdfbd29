import type { Comparison, JudgedDifference } from './comparison.js';
import { changeText } from './explanation.js';
import type { DocumentedChange } from './spec-changes.js';

/** How much of a value is shown, in characters. */
const shown = 200;

/** A comparison as text: what nobody has documented first, then what the documents say, then what they said in vain. */
export function comparisonText(comparison: Comparison): string {
  const { before, after, differences, changes, missing, compared } = comparison;
  const open = differences.filter(({ judgement, accepted }) => judgement === 'undocumented' && accepted === null);
  const accepted = differences.filter((one) => one.accepted !== null);
  const documented = differences.filter((one) => one.judgement === 'documented' && one.accepted === null);
  const unseen = changes.filter(({ seen }) => seen === 0);
  const lines = [
    ...section('Undocumented changes', open.map(differenceText)),
    ...section(
      'Documented changes that did not happen',
      missing.map(({ api, operation, what }) => `${api} ${operation}: ${what}`),
    ),
    ...section(
      'Documented changes',
      changes.filter(({ seen }) => seen > 0).map((change) => `${lineOf(change)} (${times(change.seen)})`),
    ),
    ...section('Documented changes that no check could show', unseen.map(lineOf)),
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

function lineOf(change: DocumentedChange): string {
  return `${change.api} ${change.operation}: ${changeText(change)}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function excerpt(value: unknown): string {
  const text = value === undefined ? '(nothing)' : JSON.stringify(value);
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}
