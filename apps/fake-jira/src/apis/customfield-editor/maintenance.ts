import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import { answer, placeVersion, type Profile, type Versions } from '@fake-jira/profile';
import {
  clearMigrationTasks,
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
  type TruncateSchedule,
  type TruncateScheduleRules,
} from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Call, Handlers } from '../../http/call.js';
import { done } from './answers.js';
import { orderOf, pageOf } from './paging.js';
import { localTime, timestamp } from './timestamp.js';

type Operations = Pick<
  CustomfieldEditorOperations,
  | 'editorListJobs'
  | 'editorExecuteMaintenanceOperation'
  | 'editorListMigrationTasks'
  | 'editorListMigrationTasksBefore20'
  | 'editorClearMigrationTasksBefore20'
  | 'editorListEventLogs'
  | 'editorGetDataStorage'
  | 'editorGetTruncateSchedule'
  | 'editorSetTruncateSchedule'
>;

export const maintenance: Handlers<Operations> = {
  editorListJobs(call) {
    const { root, world, query, profile, versions } = call;
    const orderBy = orderOf(query, jobOrderKeys, call);
    const found = () =>
      jobs(root, world.clock.now(), { filter: query.filter, orderBy }).filter(({ name }) => hasJob(name, versions));
    return ok(pageOf(found, query, call, (job) => renderJob(job, profile)));
  },

  editorExecuteMaintenanceOperation({ world, body, profile }) {
    world.write((tx) => executeMaintenance(tx, body?.name ?? ''));
    return done(profile);
  },

  editorListMigrationTasks: (call) => ok(tasksOf(call)),

  editorListMigrationTasksBefore20: (call) => ok(tasksOf(call)),

  editorClearMigrationTasksBefore20({ world, profile }) {
    world.write(clearMigrationTasks);
    return done(profile);
  },

  editorListEventLogs(call) {
    const { root, query, profile } = call;
    const orderBy = orderOf(query, eventOrderKeys, call);
    const events = answer(profile, 'editor.event-log-events');
    return ok(pageOf(() => eventLog(root, { events, filter: query.filter, orderBy }), query, call, renderEvent));
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

  editorSetTruncateSchedule({ world, body, profile }) {
    const input = { active: body?.active ?? false, cronExpression: body?.cronExpression };
    const schedule = world.write((tx) => setTruncateSchedule(tx, input, truncateRules(profile)));
    return ok(renderSchedule(schedule));
  },
};

function truncateRules(profile: Profile): TruncateScheduleRules {
  return {
    activeWithoutCron: answer(profile, 'editor.truncate-schedule') === '400' ? 'refuse' : 'keeps-the-old',
    inactive: answer(profile, 'editor.truncate-schedule-inactive'),
    year: answer(profile, 'editor.truncate-schedule-fields') === '400' ? 'refuse' : 'accepted',
  };
}

function hasJob(name: JobState['name'], { customfieldEditor }: Versions): boolean {
  return name !== 'JobCleanupPermissions' || customfieldEditor.atLeast('2.15');
}

function renderJob({ name, status, scheduledAt, finishedAt }: JobState, profile: Profile) {
  return {
    name,
    status: status === 'SUCCESS' ? answer(profile, 'editor.job-finished-status') : status,
    scheduledTime: timestamp(scheduledAt),
    finishedTime: finishedAt === null ? null : timestamp(finishedAt),
  };
}

/** The migrations that came with the installed version or an earlier one. */
function tasksOf({ root, versions }: Pick<Call, 'root' | 'versions'>) {
  return migrationTasks(root)
    .filter(({ forVersion }) => cameWith(forVersion, versions))
    .map(renderTask);
}

function cameWith(forVersion: string, { customfieldEditor }: Versions): boolean {
  const place = placeVersion('customfieldEditor', forVersion);
  return place === 'before' || customfieldEditor.atLeast(place);
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
