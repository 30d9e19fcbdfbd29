import type { OutcomeCoverage, RunReport } from '../run/result.js';

/**
 * Puts the reports of shards together.
 *
 * @throws Error for reports of different targets or versions: together they would say nothing
 */
export function mergeReports(reports: readonly RunReport[]): RunReport {
  const [first, ...others] = reports;
  if (!first) throw new Error('There is no report to merge.');
  for (const other of others) {
    if (JSON.stringify(other.target.versions) !== JSON.stringify(first.target.versions)) {
      throw new Error(
        `The reports are of different versions: ${JSON.stringify(first.target.versions)} and ${JSON.stringify(other.target.versions)}.`,
      );
    }
  }
  return {
    ...first,
    startedAt: Math.min(...reports.map(({ startedAt }) => startedAt)),
    // Shards run side by side.
    milliseconds: Math.max(...reports.map(({ milliseconds }) => milliseconds)),
    shard: null,
    results: reports.flatMap(({ results }) => results),
    coverage: first.coverage.map((outcome, at) => merged(reports.map(({ coverage }) => coverage[at] ?? outcome))),
    secondJudge: {
      judged: reports.reduce((sum, { secondJudge }) => sum + secondJudge.judged, 0),
      violations: [...new Set(reports.flatMap(({ secondJudge }) => secondJudge.violations))],
    },
    disappeared: everyHas(reports.map(({ disappeared }) => disappeared)),
    left: reports.flatMap(({ left }) => left),
  };
}

function merged(outcomes: readonly OutcomeCoverage[]): OutcomeCoverage {
  const notChosen = 'The checks that ask for it were not chosen.';
  return (
    outcomes.find(({ seen }) => seen) ??
    outcomes.find(({ reason }) => reason !== notChosen) ??
    (outcomes[0] as OutcomeCoverage)
  );
}

/** A known deviation has disappeared where no shard has it any more. */
function everyHas(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lists;
  return first.filter((entry) => others.every((list) => list.includes(entry)));
}
