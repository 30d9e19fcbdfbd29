import { replayFrom } from './field-replays.js';
import type { Example } from './document.js';
import type { TestJira } from '../../support/jira.js';
import type { Replay } from './replay.js';
import { worldOf } from './worlds.js';

const world = worldOf({});
const plain: Replay = { world };
const emptyPage: Replay = { world, query: 'startAt=100' };

/** When the entries of the examples were made. */
const then = Date.UTC(2019, 0, 3, 20, 44, 29);
const base = '/rest/jiracustomfieldeditorplugin/1';

/** Longer than any job takes. */
const aWhile = 600_000;

const migrationTasks: Replay = {
  world,
  // Until the job that runs them has done so.
  before: ({ clock }) => clock.advance(aWhile),
};

async function createField({ admin }: TestJira) {
  const type = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
  await admin.post('/rest/api/2/field', { name: 'The next one', type });
}

const everyHour = { active: true, cronExpression: '0 0 * ? * *' };

const operations: Readonly<Record<string, Readonly<Record<string, Replay>> | Replay>> = {
  editorListJobs: {
    emptyPage,
    sample: {
      world,
      query: 'filter=Migration',
      before: ({ clock }) => clock.advance(aWhile),
    },
    entry: {
      world,
      query: 'filter=JobIndexCustomFieldSearchTable',
      answers: { 'editor.job-finished-status': 'FINISHED' },
      async before({ clock, admin }) {
        // One that is scheduled already is not scheduled again.
        clock.advance(aWhile);
        await admin.get(`${base}/maintenance/jobs`);
        clock.advance(then - clock.now());
        await admin.post(`${base}/maintenance/operations`, { name: 'JobIndexCustomFieldSearchTable' });
        clock.advance(aWhile);
      },
      pick: ({ values }: { values: unknown[] }) => values[0],
    },
  },
  editorExecuteMaintenanceOperation: {
    scheduleJob: plain,
    sample: {
      world,
      body: { name: 'JobIndexCustomFieldSearchTable' },
      because: 'the generated sample names no operation',
    },
  },
  editorListMigrationTasks: migrationTasks,
  editorListMigrationTasksBefore20: migrationTasks,
  editorClearMigrationTasksBefore20: plain,
  editorListEventLogs: {
    emptyPage,
    sample: { world, before: createField, query: 'maxResults=1' },
    entry: {
      world: worldOf({ id: 10106 }),
      async before(jira) {
        jira.clock.advance(then - jira.clock.now());
        await createField(jira);
      },
      query: 'filter=CustomFieldCreatedEvent',
      pick: ({ values }: { values: { details: string }[] }) =>
        values.find(({ details }) => details === 'ID customfield_10107'),
    },
  },
  editorGetDataStorage: plain,
  editorGetTruncateSchedule: {
    world,
    before: ({ admin }, path) => admin.put(path, everyHour),
  },
  editorSetTruncateSchedule: {
    everyHour: plain,
    deactivate: plain,
    sample: {
      world,
      body: everyHour,
      because: 'the generated sample has no cron expression, and only an active schedule has a next run',
    },
  },
};

export const maintenanceReplay = (example: Example): Replay => replayFrom(operations, example);
