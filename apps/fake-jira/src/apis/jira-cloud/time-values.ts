import { durationText, subtasksOf, type Issue } from '@fake-jira/world';
import type { View } from './call.js';

/** Values of the fields about time. Nobody logs work here, so that only estimates are ever there. */
export function timeValues(issue: Issue, view: View): Readonly<Record<string, () => unknown>> {
  const { original, remaining } = issue.details?.timetracking ?? {};
  // What is of an issue and its sub-tasks together.
  const aggregate = (part: 'original' | 'remaining') => () =>
    sum([issue, ...subtasksOf(view.root, issue.id)].flatMap(({ details }) => details?.timetracking?.[part] ?? []));
  return {
    timetracking: () => ({
      ...(original !== undefined && { originalEstimate: durationText(original) }),
      ...(remaining !== undefined && { remainingEstimate: durationText(remaining) }),
      ...(original !== undefined && { originalEstimateSeconds: original }),
      ...(remaining !== undefined && { remainingEstimateSeconds: remaining }),
    }),
    timeoriginalestimate: () => original ?? null,
    timeestimate: () => remaining ?? null,
    aggregatetimeoriginalestimate: aggregate('original'),
    aggregatetimeestimate: aggregate('remaining'),
    progress: () => progress(remaining ?? null),
    aggregateprogress: () => progress(aggregate('remaining')()),
  };
}

function progress(total: number | null) {
  return { progress: 0, total: total ?? 0, ...(total !== null && total > 0 && { percent: 0 }) };
}

function sum(seconds: readonly number[]): number | null {
  return seconds.length === 0 ? null : seconds.reduce((all, one) => all + one, 0);
}
