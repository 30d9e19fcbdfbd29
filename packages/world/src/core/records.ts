import type { DefaultValue } from './default-value-kinds.js';
import type { FieldValue, RichText } from './field-values.js';

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
  readonly description?: string;
  readonly archived: boolean;
  readonly released: boolean;
  /** Days, as `yyyy-MM-dd`. */
  readonly startDate?: string;
  readonly releaseDate?: string;
}

/** Who gets an issue of a component to do, unless it says so itself. */
export type ComponentAssigneeType = 'PROJECT_DEFAULT' | 'COMPONENT_LEAD' | 'PROJECT_LEAD' | 'UNASSIGNED';

export interface Component {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  /** Account id. */
  readonly lead?: string;
  /** Absent: that of the project. */
  readonly assigneeType?: ComponentAssigneeType;
}

export interface Project {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly lead: string;
  readonly projectTypeKey: 'software' | 'service_desk' | 'business';
  /** Who gets its issues to do, unless they say so themselves. Absent: nobody. */
  readonly assigneeType?: 'PROJECT_LEAD' | 'UNASSIGNED';
  /** Issue types of the project; `null`: every one. */
  readonly issueTypeIds: readonly number[] | null;
  readonly versions: readonly ProjectVersion[];
  readonly components: readonly Component[];
  /** Its team manages fields and issue types of its own, which no other project has (Cloud alone). */
  readonly teamManaged?: boolean;
  /** The screen on which its issues are created and edited. */
  readonly screenId: number;
  /** Keys that it has had, under which it is still found. */
  readonly formerKeys?: readonly string[];
  /** Since when it is in the archive, and whose doing that is. */
  readonly archived?: { readonly at: Moment; readonly by: string };
}

export interface IssueType {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly subtask: boolean;
  /** The team-managed project that it is of. */
  readonly ofProject?: number;
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

/** What a field of the type collection offers. */
export interface Collection {
  /** Its render mode: whether an issue can have several of the options. */
  readonly renderMode: 'single' | 'multiple';
  readonly options: readonly string[];
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
  /** The team-managed project that it is of: nobody configures its contexts. */
  readonly ofProject?: number;
  /** `app-key__field-key` of a field that an app provides. */
  readonly appFieldKey?: string;
  /** Of a protected collection field; absent: nothing to choose from yet. */
  readonly collection?: Collection;
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

/** Estimates of the work on an issue, in seconds. */
export interface TimeTracking {
  readonly original?: number;
  readonly remaining?: number;
}

/** Values of system fields that an issue need not have. */
export interface IssueDetails {
  readonly environment?: RichText | null;
  /** A day, as `yyyy-MM-dd`. */
  readonly duedate?: string | null;
  readonly timetracking?: TimeTracking | null;
  /** Absent: that of every new issue. */
  readonly priority?: number;
  readonly components?: readonly number[];
  readonly fixVersions?: readonly number[];
  readonly versions?: readonly number[];
}

/** Where an issue is in its workflow, once it has moved. */
export interface IssueWorkflow {
  readonly status: number;
  readonly resolution?: number;
  /** When it was resolved. */
  readonly resolved?: Moment;
  /** When its status went over to another category. */
  readonly categoryChanged?: Moment;
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
  readonly details?: IssueDetails;
  /** Absent: as a new issue, in the first status. */
  readonly workflow?: IssueWorkflow;
  /** Values of custom fields by the field's number; a field without a value has no entry. */
  readonly values: Readonly<Record<number, FieldValue>>;
}

export interface Comment {
  readonly id: number;
  readonly issueId: number;
  /** Account id of who wrote it. */
  readonly author: string;
  readonly body: RichText;
  readonly created: Moment;
  /** Account id of who changed it last. */
  readonly updateAuthor: string;
  readonly updated: Moment;
}

/** A link between two issues: `fromId` does what its type says outward, as in "blocks". */
export interface IssueLink {
  readonly id: number;
  readonly typeId: number;
  readonly fromId: number;
  readonly toId: number;
}

/** One field of a change, as it was and as it became: what it is by, and how people read it. */
export interface ChangedField {
  /** The name: of a system field as the history has it. */
  readonly field: string;
  /** As in addresses. */
  readonly fieldId: string;
  readonly custom: boolean;
  readonly from: string | null;
  readonly fromText: string | null;
  readonly to: string | null;
  readonly toText: string | null;
  /** Whether `from` and `to` are account ids. */
  readonly people?: true;
}

/** What somebody changed of an issue at once. */
export interface IssueChange {
  readonly id: number;
  readonly at: Moment;
  /** Account id. */
  readonly by: string;
  readonly fields: readonly ChangedField[];
}

/** A project in the trash, with what went with it. Where it was, it is as if it were deleted. */
export interface TrashedProject {
  readonly project: Project;
  readonly at: Moment;
  readonly by: string;
  /** When it is deleted for good. */
  readonly deleteAt: Moment;
  readonly issues: readonly Issue[];
  readonly comments: readonly Comment[];
  readonly links: readonly IssueLink[];
  /** By the id of the issue. */
  readonly changes: readonly (readonly [number, readonly IssueChange[]])[];
  /** The number of its next issue. */
  readonly nextNumber: number;
  /** The contexts that named it. */
  readonly contextIds: readonly number[];
}

/** What no mirrored API sets. */
export interface Settings {
  readonly subtasks: boolean;
  /** New tasks stay running until let go. */
  readonly holdTasks: boolean;
  /** Customfield Editor deletes options and default values for administrators only. */
  readonly onlyAdministratorsDeleteOptions: boolean;
  /** Customfield Editor treats administrators as if they had a global grant on every field. */
  readonly administratorsHaveDefaultPermission: boolean;
  /** Whether the app of the multi-level cascading select has a licence. */
  readonly multiLevelCascadingLicence: boolean;
}
