import type { JiraEvent } from '../../core/events.js';
import type { Part } from '../../core/part.js';
import type { Moment } from '../../core/root.js';
import type { Table } from '../../core/table.js';
import type { Transaction } from '../../core/transaction.js';
import { logJiraEvent, type EventLogEntry } from './event-log.js';
import { adjustGrants, type Grants } from './grants.js';
import type { JobRun } from './jobs.js';
import type { TruncateSchedule } from './truncate-schedule.js';

/** What Customfield Editor keeps beside its tables. */
export interface Maintenance {
  /** When the app was enabled: at the first read of a world. Before that nothing is logged, and no job has run. */
  readonly enabledAt: Moment | null;
  /** Whether the event log also says what jobs do. */
  readonly verbose: boolean;
  readonly truncateSchedule: TruncateSchedule;
}

declare module '../../core/root.js' {
  interface Root {
    /** [field id, context id, or 0 for the whole field]: nobody has an entry with nobody in it */
    readonly grants: Table<readonly [number, number], Grants>;
    /** [log-in name in lower case, field id, context id or 0] */
    readonly grantsOfUser: Table<readonly [string, number, number], true>;
    /** [group name, field id, context id or 0] */
    readonly grantsOfGroup: Table<readonly [string, number, number], true>;
    readonly events: Table<number, EventLogEntry>;
    /** The last run of each job, by the job's name. */
    readonly jobRuns: Table<string, JobRun>;
    /** When each migration task has run, by its id. */
    readonly migrationRuns: Table<number, Moment>;
  }
  interface Counters {
    readonly event: number;
  }
  interface Kept {
    readonly maintenance: Maintenance;
  }
}

/** The app Customfield Editor. */
export const customfieldEditor = {
  tables: {
    grants: {
      indexes: {
        grantsOfUser: ({ users }, [fieldId, contextId]) =>
          users.map((name) => [[name.toLowerCase(), fieldId, contextId], true]),
        grantsOfGroup: ({ groups }, [fieldId, contextId]) => groups.map((name) => [[name, fieldId, contextId], true]),
      },
    },
    events: {},
    jobRuns: {},
    migrationRuns: {},
  },
  counters: { event: 1 },
  kept: {
    maintenance: {
      enabledAt: null,
      verbose: false,
      truncateSchedule: { active: false, cronExpression: null, nextRun: null },
    },
  },
  hear(tx: Transaction, event: JiraEvent) {
    adjustGrants(tx, event);
    logJiraEvent(tx, event);
  },
} satisfies Part;
