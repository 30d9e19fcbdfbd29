import type { Comparison, JudgedDifference, MissingChange, SeenChange } from './comparison.js';
import { sideText } from './sides.js';
import { changeText } from './explanation.js';

/** How much of a value is shown, in characters. */
const shown = 200;

/** A comparison as text: what nobody has documented first, then what the documents say, then what they said in vain. */
export function comparisonText(comparison: Comparison): string {
  const { sides, differences, changes, missing, compared } = comparison;
  const open = differences.filter(({ judgement, accepted }) => judgement === 'undocumented' && accepted === null);
  const accepted = [...differences.map(differenceLine), ...missing.map(missingLine)].filter(
    (one) => one.reason !== null,
  );
  const documented = differences.filter((one) => one.judgement === 'documented' && one.accepted === null);
  const vain = missing.filter((one) => one.accepted === null);
  const lines = [
    ...section('Undocumented changes', open.map(differenceText)),
    ...section(
      'Documented changes that did not happen',
      vain.map((one) => missingLine(one).text),
    ),
    ...section('Documented changes', summed(changes.filter(({ seen }) => seen > 0))),
    ...section('Documented changes that no check could show', summed(changes.filter(({ seen }) => seen === 0))),
    ...section(
      'Accepted changes',
      accepted.map(({ text, reason }) => `${text}: ${reason}`),
    ),
    `before: ${sideText(sides.before)}`,
    `after:  ${sideText(sides.after)}`,
    `${compared} checks compared: ` +
      `${open.length} undocumented, ${documented.length} documented, ${vain.length} documented and not seen, ${accepted.length} accepted`,
  ];
  return `${lines.join('\n')}\n`;
}

function differenceLine({ check, aspect, at, accepted }: JudgedDifference) {
  return { text: `${check} (${aspect} at ${at})`, reason: accepted };
}

function missingLine({ api, operation, what, accepted }: MissingChange) {
  return { text: `${api} ${operation}: ${what}`, reason: accepted };
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

/** One line for what changed alike in several operations. */
function summed(changes: readonly SeenChange[]): string[] {
  const groups = new Map<string, { readonly operations: Set<string>; seen: number }>();
  for (const change of changes) {
    const name = `${change.api}, ${change.kind === 'address' ? 'at another address' : changeText(change)}`;
    const group = groups.get(name) ?? { operations: new Set(), seen: 0 };
    group.operations.add(change.operation);
    group.seen += change.seen;
    groups.set(name, group);
  }
  return [...groups].map(([name, { operations, seen }]) => {
    const [first = '', ...more] = [...operations];
    const which = more.length === 0 ? first : `${first} and ${more.length} more`;
    return `${name}: ${which}${seen === 0 ? '' : ` (${seen === 1 ? 'once' : `${seen} times`})`}`;
  });
}

function excerpt(value: unknown): string {
  const text = value === undefined ? '(nothing)' : JSON.stringify(value);
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}
