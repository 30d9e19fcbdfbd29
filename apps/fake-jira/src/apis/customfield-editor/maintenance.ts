import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import {
  dataStorage,
  eventHash,
  eventLog,
  eventOrderKeys,
  executeMaintenance,
  jobOrderKeys,
  jobs,
  migrationTasks,
  setTruncateSchedule,
  truncateSchedule,
  type EventLogEntry,
  type JobState,
  type MigrationTask,
  type Moment,
  type TruncateSchedule,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import type { EditorBehaviour } from './behaviour.js';
import { orderOf, pageOf } from './paging.js';

type Operations = Pick<
  CustomfieldEditorOperations,
  | 'editorListJobs'
  | 'editorExecuteMaintenanceOperation'
  | 'editorListMigrationTasks'
  | 'editorListEventLogs'
  | 'editorGetDataStorage'
  | 'editorGetTruncateSchedule'
  | 'editorSetTruncateSchedule'
>;

export const maintenance: Handlers<Operations, EditorBehaviour> = {
  editorListJobs(call) {
    const { root, world, query, behaviour } = call;
    const orderBy = orderOf(query, jobOrderKeys, call);
    const found = () =>
      jobs(root, world.clock.now(), { filter: query.filter, orderBy }).filter(({ name }) => behaviour.hasJob(name));
    return ok(pageOf(found, query, call, (job) => renderJob(job, behaviour)));
  },

  editorExecuteMaintenanceOperation({ world, body }) {
    world.write((tx) => executeMaintenance(tx, body?.name ?? ''));
    return ok({});
  },

  // Those that came with the installed version or an earlier one.
  editorListMigrationTasks({ root, behaviour }) {
    const found = migrationTasks(root).filter(({ forVersion }) => behaviour.hasMigrated(forVersion));
    return ok(found.map(renderTask));
  },

  editorListEventLogs(call) {
    const { root, query, behaviour } = call;
    const orderBy = orderOf(query, eventOrderKeys, call);
    const asked = { events: behaviour.loggedEvents, filter: query.filter, orderBy };
    return ok(pageOf(() => eventLog(root, asked), query, call, renderEvent));
  },

  editorGetDataStorage(call) {
    const tables = dataStorage(call.root);
    return ok(
      pageOf(
        () => tables,
        { startAt: 0, maxResults: tables.length },
        call,
        (table) => table,
      ),
    );
  },

  editorGetTruncateSchedule: ({ root }) => ok(renderSchedule(truncateSchedule(root))),

  editorSetTruncateSchedule({ world, body, behaviour }) {
    const input = { active: body?.active ?? false, cronExpression: body?.cronExpression };
    const schedule = world.write((tx) => setTruncateSchedule(tx, input, behaviour.truncateRules));
    return ok(renderSchedule(schedule));
  },
};

function renderJob({ name, status, scheduledAt, finishedAt }: JobState, { succeededStatus }: EditorBehaviour) {
  return {
    name,
    status: status === 'SUCCESS' ? succeededStatus : status,
    scheduledTime: timestamp(scheduledAt),
    finishedTime: finishedAt === null ? null : timestamp(finishedAt),
  };
}

function renderTask({ id, description, forVersion, executedAt }: MigrationTask) {
  return {
    id,
    description,
    forVersion,
    executionTime: executedAt === null ? null : timestamp(executedAt),
    status: executedAt === null ? 'STATUS_NOT_EXECUTED_OR_FAILED' : 'SUCCESS',
  };
}

function renderEvent(entry: EventLogEntry) {
  return { name: entry.name, details: entry.details, dateTime: timestamp(entry.at), hash: eventHash(entry) };
}

function renderSchedule({ active, cronExpression, nextRun }: TruncateSchedule) {
  return { active, cronExpression, nextRun: nextRun === null ? null : localTime(nextRun) };
}

/** `2019-01-03T20:44:29+0000`: the app's times are in UTC, without milliseconds. */
function timestamp(moment: Moment): string {
  return `${localTime(moment)}+0000`;
}

/** `2019-01-03T20:44:29`: UTC, without saying so. */
function localTime(moment: Moment): string {
  return new Date(moment).toISOString().slice(0, 19);
}
