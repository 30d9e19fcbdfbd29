import { isDate } from '../core/dates.js';
import type { RichText } from '../core/field-values.js';
import { idNumber } from '../core/ids.js';
import type { IssueDetails, Project } from '../core/root.js';
import type { IssueProblem } from '../core/rule-error.js';
import { priorities } from './issue-classes.js';
import { changedTracking, type TimeTrackingInput } from './time-tracking.js';
import type { OptionName } from './value-check.js';

/** The details of an issue as a request names them; `null` and an empty list: none. */
export interface IssueDetailsInput {
  readonly environment?: RichText | null | undefined;
  readonly duedate?: string | null | undefined;
  readonly timetracking?: TimeTrackingInput | null | undefined;
  readonly priority?: OptionName | null | undefined;
  readonly components?: readonly OptionName[] | undefined;
  readonly fixVersions?: readonly OptionName[] | undefined;
  readonly versions?: readonly OptionName[] | undefined;
}

type Problems = IssueProblem[];

/**
 * What is given of the details, checked: by id, which wins, or by name, among those of the project.
 *
 * @param before - those of the issue that is edited
 */
export function checkDetails(
  project: Project,
  input: IssueDetailsInput,
  problems: Problems,
  before: IssueDetails = {},
): IssueDetails {
  const { environment, duedate, priority, timetracking } = input;
  const named = (field: 'components' | 'fixVersions' | 'versions') => {
    const given = input[field];
    if (given === undefined) return {};
    const known = field === 'components' ? project.components : project.versions;
    return { [field]: given.flatMap((one) => find(known, one, field, problems) ?? []) };
  };
  return {
    ...(environment === undefined ? {} : { environment }),
    ...(duedate === undefined ? {} : { duedate: duedate && checkDay(duedate, problems) }),
    ...(timetracking === undefined
      ? {}
      : { timetracking: timetracking && checkTracking(timetracking, before, problems) }),
    ...(priority == null ? {} : checkPriority(priority, problems)),
    ...named('components'),
    ...named('fixVersions'),
    ...named('versions'),
  };
}

function checkDay(day: string, problems: Problems): string {
  if (!isDate(day)) problems.push({ field: 'duedate', problem: 'not-a-date', detail: day });
  return day;
}

function checkTracking(given: TimeTrackingInput, { timetracking }: IssueDetails, problems: Problems) {
  return changedTracking(timetracking ?? undefined, given, (detail) =>
    problems.push({ field: 'timetracking', problem: 'not-a-duration', detail }),
  );
}

function checkPriority(given: OptionName, problems: Problems): IssueDetails {
  const found = lookUp(priorities, given);
  if (!found) problems.push({ field: 'priority', fieldName: 'Priority', problem: 'unknown-priority' });
  return found ? { priority: found.id } : {};
}

interface Named {
  readonly id: number;
  readonly name: string;
}

function lookUp<Entry extends Named>(known: readonly Entry[], { id, value }: OptionName): Entry | undefined {
  return known.find((entry) => (id === undefined ? entry.name === value : entry.id === idNumber(id)));
}

function find(known: readonly Named[], given: OptionName, field: string, problems: Problems): number | undefined {
  const found = lookUp(known, given);
  const problem = field === 'components' ? 'unknown-component' : 'unknown-version';
  if (!found) problems.push({ field, problem, detail: String(given.id ?? given.value) });
  return found?.id;
}
