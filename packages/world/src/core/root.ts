import type {
  AppOption,
  Comment,
  Context,
  CustomField,
  Group,
  Issue,
  IssueLink,
  IssueChange,
  IssueType,
  Moment,
  Option,
  Project,
  Screen,
  Settings,
  Task,
  TrashedProject,
  User,
} from './records.js';
import type { Webhook } from './webhook.js';
import type { Table, TableKey } from './table.js';

export * from './records.js';
export * from './webhook.js';

/** The next id of each kind. An app adds its own. */
export interface Counters {
  readonly user: number;
  readonly project: number;
  readonly version: number;
  readonly component: number;
  readonly issueType: number;
  readonly screen: number;
  readonly tab: number;
  readonly field: number;
  readonly context: number;
  readonly option: number;
  readonly task: number;
  readonly issue: number;
  readonly comment: number;
  readonly issueLink: number;
  readonly issueChange: number;
  readonly webhook: number;
}

export type CounterName = keyof Counters;

/** What is in no table. An app adds its own. */
export interface Kept {
  readonly settings: Settings;
}

/**
 * Everything there is, at one moment. Never changed: a write makes a new root that shares what stayed the same.
 * Which tables are indexes of which, `jira.ts` declares; an app declares its own tables in its folder.
 */
export interface Root extends Kept {
  readonly users: Table<string, User>;
  readonly accountIdsByName: Table<string, string>;
  readonly accountIdsByEmail: Table<string, string>;
  readonly accountIdsByToken: Table<string, string>;
  readonly groups: Table<string, Group>;
  /** [group name, account id] */
  readonly members: Table<readonly [string, string], true>;
  readonly projects: Table<number, Project>;
  readonly projectIdsByKey: Table<string, number>;
  /** version id → project id */
  readonly projectOfVersion: Table<number, number>;
  /** component id → project id */
  readonly projectOfComponent: Table<number, number>;
  readonly trashedProjects: Table<number, TrashedProject>;
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
  readonly comments: Table<number, Comment>;
  /** [issue id, comment id] */
  readonly commentsOfIssue: Table<readonly [number, number], true>;
  readonly issueLinks: Table<number, IssueLink>;
  /** [issue id, link id], for both ends */
  readonly linksOfIssue: Table<readonly [number, number], true>;
  /** A project's next issue number stands under its own id in `issueNumbers`. */
  readonly counters: Counters;
  readonly issueNumbers: Table<number, number>;
  /** What was changed of an issue, the oldest first; by the id of the issue. */
  readonly issueChanges: Table<number, readonly IssueChange[]>;
  readonly webhooks: Table<number, Webhook>;
}

export type TableName = { [Name in keyof Root]: Root[Name] extends { clone(): unknown } ? Name : never }[keyof Root];
export type KeyOf<Name extends TableName> = Root[Name] extends Table<infer Key, infer _> ? Key : never;
export type RecordOf<Name extends TableName> = Root[Name] extends Table<infer _, infer Value> ? Value : never;
export type AnyTable = Table<TableKey, unknown>;
