import type { Figure } from '../figures.js';
import type { Finding, Goal, Row } from '../scenario.js';

/** Where and when a run was made. */
export interface Circumstances {
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly rounds: number;
}

/**
 * The results as a page: ratios first.
 *
 * @param missing - scenarios that the run has not come to
 */
export function page(
  findings: readonly Finding[],
  circumstances: Circumstances,
  drawings: ReadonlyMap<string, string>,
  missing: readonly string[] = [],
): string {
  const { date, machine, node, versions, rounds } = circumstances;
  return [
    '# What it costs, beside its peers',
    '',
    `Made by \`npm run bench\` on ${date}: ${machine}, Node ${node}, ${rounds} rounds, all subjects of a scenario in turn within each round. Medians, in brackets the smallest and the largest. Quote ratios: single times belong to the machine and its mood.`,
    '',
    `Peers: ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    '',
    '| what is asked | wanted | seen | | what does no more than it must |',
    '| --- | --- | --- | --- | --- |',
    ...findings.flatMap(({ goals }) => goals).map(goalLine),
    '',
    ...(missing.length === 0 ? [] : [`Not measured in this run: ${missing.join(', ')}.`, '']),
    ...findings.flatMap((finding) => section(finding, drawings.get(finding.title))),
  ].join('\n');
}

function goalLine({ what, wanted, seen, holds, floor }: Goal): string {
  const beside = floor === undefined ? '' : `${floor.what}: ${short(floor.seen.median)}`;
  return `| ${what} | ${wanted} | ${short(seen)} | ${holds ? 'holds' : '**does not hold**'} | ${beside} |`;
}

function section({ title, how, units, rows, skipped = [] }: Finding, drawing: string | undefined): string[] {
  const figures = Object.keys(units);
  const ratios = [...new Set(rows.flatMap((row) => Object.keys(row.ratios ?? {})))];
  return [
    `## ${title}`,
    '',
    how,
    '',
    `| | ${[...ratios, ...figures.map((name) => `${name}, ${units[name]}`)].join(' | ')} |`,
    `| --- |${' --- |'.repeat(ratios.length + figures.length)}`,
    ...rows.map((row) => `| ${row.subject} | ${cells(row, ratios, figures).join(' | ')} |`),
    '',
    ...(drawing === undefined ? [] : [`![${title}](${drawing})`, '']),
    ...skipped.map((what) => `Left out: ${what}.\n`),
  ];
}

function cells({ ratios = {}, figures }: Row, ratioNames: readonly string[], figureNames: readonly string[]): string[] {
  return [...ratioNames.map((name) => cell(ratios[name])), ...figureNames.map((name) => cell(figures[name]))];
}

function cell(figure: Figure | undefined): string {
  return figure === undefined ? '' : `${short(figure.median)} (${short(figure.min)}–${short(figure.max)})`;
}

function short(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
