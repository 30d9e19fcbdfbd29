import type { EventLogEntry } from '../apps/customfield-editor/events.js';
import type { JobRun } from '../apps/customfield-editor/jobs.js';
import type {
  AppOption,
  Context,
  CustomField,
  Grants,
  Group,
  Issue,
  IssueType,
  Moment,
  Option,
  Project,
  ProtectedToken,
  Screen,
  Settings,
  Task,
  User,
} from './records.js';
import { table, type Table } from './table.js';
import type { TruncateSchedule } from '../apps/customfield-editor/truncate-schedule.js';

export * from './records.js';

/** What Customfield Editor keeps beside its tables. */
export interface Maintenance {
  /** When the app was enabled: at the first read of a world. Before that nothing is logged, and no job has run. */
  readonly enabledAt: Moment | null;
  /** Whether the event log also says what jobs do. */
  readonly verbose: boolean;
  readonly truncateSchedule: TruncateSchedule;
}

export type CounterName =
  | 'user'
  | 'project'
  | 'version'
  | 'issueType'
  | 'screen'
  | 'tab'
  | 'field'
  | 'context'
  | 'option'
  | 'task'
  | 'issue'
  | 'event';

/**
 * Everything there is, at one moment. Never changed: a write makes a new root that shares what stayed the same.
 * Tables whose keys are lists are indexes, or keep an order.
 */
export interface Root {
  readonly users: Table<string, User>;
  readonly accountIdsByName: Table<string, string>;
  readonly accountIdsByEmail: Table<string, string>;
  readonly accountIdsByToken: Table<string, string>;
  readonly groups: Table<string, Group>;
  /** [group name, account id] */
  readonly members: Table<readonly [string, string], true>;
  readonly projects: Table<number, Project>;
  readonly projectIdsByKey: Table<string, number>;
  readonly issueTypes: Table<number, IssueType>;
  readonly screens: Table<number, Screen>;
  /** [field id as in addresses, screen id, tab id] */
  readonly screensOfField: Table<readonly [string, number, number], true>;
  readonly fields: Table<number, CustomField>;
  /** [name in lower case, field id] */
  readonly fieldsByName: Table<readonly [string, number], true>;
  readonly appFieldIds: Table<string, number>;
  /** [moment of the planned deletion, field id] */
  readonly trash: Table<readonly [Moment, number], true>;
  readonly contexts: Table<number, Context>;
  /** [field id, context id] */
  readonly contextsOfField: Table<readonly [number, number], true>;
  /** [field id, project id] → context id */
  readonly contextOfProject: Table<readonly [number, number], number>;
  /** [field id, context id, or 0 for the whole field]: nobody has an entry with nobody in it */
  readonly grants: Table<readonly [number, number], Grants>;
  /** [log-in name in lower case, field id, context id or 0] */
  readonly grantsOfUser: Table<readonly [string, number, number], true>;
  /** [group name, field id, context id or 0] */
  readonly grantsOfGroup: Table<readonly [string, number, number], true>;
  readonly options: Table<number, Option>;
  /** [context id, parent id, rank, option id]: options of one level in their order */
  readonly optionOrder: Table<readonly [number, number, number, number], true>;
  readonly optionRanks: Table<number, number>;
  /** [context id, parent id, value in lower case, option id] */
  readonly optionsByValue: Table<readonly [number, number, string, number], true>;
  /** How many options a field has, in all contexts. */
  readonly optionCounts: Table<number, number>;
  /** [field id, app option id] */
  readonly appOptions: Table<readonly [number, number], AppOption>;
  readonly tasks: Table<number, Task>;
  readonly runningTasks: Table<number, true>;
  readonly issues: Table<number, Issue>;
  readonly issueIdsByKey: Table<string, number>;
  /** [project id, issue id] */
  readonly issuesOfProject: Table<readonly [number, number], true>;
  /** [parent issue id, issue id] */
  readonly subtasks: Table<readonly [number, number], true>;
  /** [field id, issue id]: issues in which the field has a value */
  readonly issuesWithField: Table<readonly [number, number], true>;
  /** [field id, option id (of the context or of the app), issue id] */
  readonly issuesWithOption: Table<readonly [number, number, number], true>;
  /** By their hashes. */
  readonly protectedTokens: Table<string, ProtectedToken>;
  readonly events: Table<number, EventLogEntry>;
  /** The last run of each job, by the job's name. */
  readonly jobRuns: Table<string, JobRun>;
  /** When each migration task has run, by its id. */
  readonly migrationRuns: Table<number, Moment>;
  readonly settings: Settings;
  readonly maintenance: Maintenance;
  /** The next id of each kind; a project's next issue number stands under its own id in `issueNumbers`. */
  readonly counters: Readonly<Record<CounterName, number>>;
  readonly issueNumbers: Table<number, number>;
}

/** A world with nothing in it, not even a user. */
export function emptyRoot(): Root {
  return {
    users: table(),
    accountIdsByName: table(),
    accountIdsByEmail: table(),
    accountIdsByToken: table(),
    groups: table(),
    members: table(),
    projects: table(),
    projectIdsByKey: table(),
    issueTypes: table(),
    screens: table(),
    screensOfField: table(),
    fields: table(),
    fieldsByName: table(),
    appFieldIds: table(),
    trash: table(),
    contexts: table(),
    contextsOfField: table(),
    contextOfProject: table(),
    grants: table(),
    grantsOfUser: table(),
    grantsOfGroup: table(),
    options: table(),
    optionOrder: table(),
    optionRanks: table(),
    optionsByValue: table(),
    optionCounts: table(),
    appOptions: table(),
    tasks: table(),
    runningTasks: table(),
    issues: table(),
    issueIdsByKey: table(),
    issuesOfProject: table(),
    subtasks: table(),
    issuesWithField: table(),
    issuesWithOption: table(),
    protectedTokens: table(),
    events: table(),
    jobRuns: table(),
    migrationRuns: table(),
    settings: {
      subtasks: true,
      holdTasks: false,
      onlyAdministratorsDeleteOptions: false,
      administratorsHaveDefaultPermission: false,
      multiLevelCascadingLicence: true,
    },
    maintenance: {
      enabledAt: null,
      verbose: false,
      truncateSchedule: { active: false, cronExpression: null, nextRun: null },
    },
    counters: {
      user: 10000,
      project: 10000,
      version: 10000,
      issueType: 10000,
      screen: 1,
      tab: 10000,
      field: 10000,
      context: 10100,
      option: 10000,
      task: 10000,
      issue: 10000,
      event: 1,
    },
    issueNumbers: table(),
  };
}
