import type { DefaultValue } from './default-value-kinds.js';
import type { FieldValue, RichText } from './field-values.js';
import { table, type Table } from './table.js';

/** A moment, in milliseconds since 1970 (UTC). */
export type Moment = number;

export interface User {
  /** Number of the user, as tasks report it in `submittedBy`. */
  readonly id: number;
  readonly accountId: string;
  /** Log-in name; Data Center's identity. */
  readonly name: string;
  readonly key: string;
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
  /** API tokens (Basic) and personal access tokens (Bearer). */
  readonly tokens: readonly string[];
  readonly active: boolean;
  readonly groups: readonly string[];
  readonly timeZone: string;
  /** Key of the app that this user is; it may manage the options of that app's fields. */
  readonly app?: string;
}

export interface Group {
  readonly groupId: string;
  readonly name: string;
}

export interface ProjectVersion {
  readonly id: number;
  readonly name: string;
  readonly archived: boolean;
  readonly released: boolean;
}

export interface Project {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly lead: string;
  readonly projectTypeKey: 'software' | 'service_desk' | 'business';
  /** Issue types of the project; `null`: every one. */
  readonly issueTypeIds: readonly number[] | null;
  readonly versions: readonly ProjectVersion[];
  /** The screen on which its issues are created and edited. */
  readonly screenId: number;
}

export interface IssueType {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly subtask: boolean;
}

export interface Tab {
  readonly id: number;
  readonly name: string;
  readonly fieldIds: readonly string[];
}

export interface Screen {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly tabs: readonly Tab[];
}

export interface CustomField {
  /** The number in `customfield_10000`. */
  readonly id: number;
  readonly name: string;
  readonly description: string;
  /** Full key of the type, with the module's key in front. */
  readonly type: string;
  readonly searcherKey: string | null;
  readonly locked: boolean;
  /** `app-key__field-key` of a field that an app provides. */
  readonly appFieldKey?: string;
  readonly trashed?: { readonly at: Moment; readonly by: string; readonly deleteAt: Moment };
  /** When a value of the field last changed in any issue. */
  readonly lastUsed?: Moment;
}

/** A context: which options and default a field has in which projects and issue types. */
export interface Context {
  readonly id: number;
  readonly fieldId: number;
  readonly name: string;
  readonly description: string;
  /** Applies to all projects. A flag of its own: a context can also have lost its last project. */
  readonly global: boolean;
  readonly projectIds: readonly number[];
  /** None: every issue type. */
  readonly issueTypeIds: readonly number[];
  readonly defaultValue?: DefaultValue;
}

export interface Option {
  readonly id: number;
  readonly fieldId: number;
  readonly contextId: number;
  /** The option above it; 0 on the first level. */
  readonly parentId: number;
  readonly value: string;
  readonly disabled: boolean;
}

export type AppOptionAttribute = 'notSelectable' | 'defaultValue';

export interface AppOption {
  readonly id: number;
  readonly fieldId: number;
  readonly value: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly attributes: readonly AppOptionAttribute[];
  readonly scope: {
    /** Attributes in every project; `null` where the option has no global scope. */
    readonly global: readonly AppOptionAttribute[] | null;
    readonly projects: readonly { readonly id: number; readonly attributes: readonly AppOptionAttribute[] }[];
  };
}

export type TaskWork =
  | { readonly kind: 'delete-field'; readonly fieldId: number }
  | {
      readonly kind: 'replace-app-option';
      readonly fieldId: number;
      readonly optionId: number;
      readonly replaceWith: number | null;
      readonly issueIds: readonly number[];
    };

/** A long-running task. Its state is a function of its start and the clock, worked out when it is read. */
export interface Task {
  readonly id: number;
  readonly description: string;
  readonly submittedBy: number;
  readonly submittedAt: Moment;
  readonly work: TaskWork;
  /** Stays running until somebody lets it go on. */
  readonly held: boolean;
  readonly finished?: { readonly at: Moment; readonly status: 'COMPLETE' | 'CANCELLED'; readonly result?: unknown };
}

export interface Issue {
  readonly id: number;
  readonly key: string;
  readonly projectId: number;
  readonly issueTypeId: number;
  readonly parentId: number | null;
  readonly summary: string;
  readonly description: RichText | null;
  readonly reporter: string;
  readonly assignee: string | null;
  readonly labels: readonly string[];
  readonly created: Moment;
  readonly updated: Moment;
  /** Values of custom fields by the field's number; a field without a value has no entry. */
  readonly values: Readonly<Record<number, FieldValue>>;
}

/** What no mirrored API sets. */
export interface Settings {
  readonly subtasks: boolean;
  /** New tasks stay running until let go. */
  readonly holdTasks: boolean;
}

export type CounterName =
  'user' | 'project' | 'version' | 'issueType' | 'screen' | 'tab' | 'field' | 'context' | 'option' | 'task' | 'issue';

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
  readonly settings: Settings;
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
    settings: { subtasks: true, holdTasks: false },
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
    },
    issueNumbers: table(),
  };
}
