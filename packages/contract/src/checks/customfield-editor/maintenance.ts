import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { done, invalid } from './answers.js';
import { execute, time, type Page, type Query } from './maintaining.js';
import { askBy } from './requests.js';

const { outcome, rule } = checksOf('customfield-editor', 'maintenance');
const source = '001, maintenance';
const since20 = { customfieldEditor: '2.0' } as const;
const reading = { readOnly: true } as const;
/** What is executed, and the schedule, are of the whole instance. */
const destructive = { destructive: true } as const;

interface Job {
  readonly name: string;
  readonly status: string;
  readonly scheduledTime: string | null;
  readonly finishedTime: string | null;
}

async function jobs(stage: Stage, query: Query = {}): Promise<Page<Job>> {
  return (await stage.admin.ask('editorListJobs', 200, { query })).body as Page<Job>;
}

const pages = (['editorListJobs', 'editorListEventLogs'] as const).flatMap((id) => [
  outcome(
    id,
    400,
    'when startAt or maxResults are negative or no numbers',
    async (stage) => {
      for (const name of ['startAt', 'maxResults'])
        for (const value of ['-1', 'x']) invalid(await askBy(stage.admin, id, 400, { query: { [name]: value } }));
    },
    { ...reading, evidence: 'inferred', answers: { 'editor.invalid-paging': '400' } },
  ),
  outcome(
    id,
    400,
    'when orderBy names no property',
    async (stage) => invalid(await askBy(stage.admin, id, 400, { query: { orderBy: '-colour' } })),
    { ...reading, answers: { 'editor.unknown-order-key': '400' } },
  ),
]);

const ofJobs = [
  outcome(
    'editorListJobs',
    200,
    'with the jobs that ran when the app was enabled, by name',
    async (stage) => {
      const page = await jobs(stage);
      expect(page).toMatchObject({ maxResults: 20, startAt: 0, processingTimeInMs: expect.any(Number) });
      expect(page.total).toBe(page.values.length);
      const names = page.values.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['JobIndexCustomFieldSearchTable', 'JobRunDataMigrationTasks']));
      expect(names).toEqual([...names].sort());
      for (const job of page.values) {
        // The text of the document knows SUCCESS, its example FINISHED (editor.job-finished-status).
        expect(['SCHEDULED', 'RUNNING', 'SUCCESS', 'FINISHED', 'FAILED']).toContain(job.status);
        expect([time, null]).toContainEqual(job.scheduledTime);
        expect([time, null]).toContainEqual(job.finishedTime);
      }
    },
    reading,
  ),
  rule(
    'jobs are in the order that orderBy names, filtered and in pages',
    { ...reading, evidence: 'documented', source, since: since20 },
    async (stage) => {
      const names = async (query: Query) => (await jobs(stage, query)).values.map(({ name }) => name);
      const all = await names({});
      expect(await names({ orderBy: '+name' })).toEqual(all);
      expect(await names({ orderBy: '-name' })).toEqual([...all].reverse());
      expect(await names({ filter: 'JobRunDataMigrationTasks' })).toEqual(['JobRunDataMigrationTasks']);
      const page = await jobs(stage, { startAt: 1, maxResults: 1 });
      expect(page).toMatchObject({ startAt: 1, maxResults: 1, total: all.length });
      expect(page.values.map(({ name }) => name)).toEqual(all.slice(1, 2));
      expect(await jobs(stage, { startAt: 100 })).toMatchObject({ total: all.length, values: [] });
    },
  ),
  outcome(
    'editorExecuteMaintenanceOperation',
    200,
    'and the job is scheduled',
    async (stage) => {
      const names = ['JobIndexCustomFieldSearchTable', 'JobRunDataMigrationTasks'];
      if (stage.versions.customfieldEditor.atLeast('2.15')) names.push('JobCleanupPermissions');
      for (const name of names) {
        done(stage, await execute(stage, { name }));
        expect((await jobs(stage, { filter: name })).values).toMatchObject([{ name, scheduledTime: time }]);
      }
    },
    destructive,
  ),
  outcome(
    'editorExecuteMaintenanceOperation',
    200,
    'for each action',
    async (stage) => {
      for (const name of [
        'MaintenanceActionForceFailRunningAndScheduledJobs',
        'MaintenanceActionDeleteEventLogsOlderThanOneMonth',
        'MaintenanceActionDeleteAllEventLogs',
        'MaintenanceActionDeleteAllMigrationTaskInformation',
        'MaintenanceActionIncreaseVerbosityForTesting',
        'MaintenanceActionDecreaseVerbosityForTesting',
      ])
        done(stage, await execute(stage, { name }));
    },
    destructive,
  ),
  outcome(
    'editorExecuteMaintenanceOperation',
    400,
    'when there is no such operation, or none is named',
    async (stage) => {
      for (const body of [{ name: 'MaintenanceActionMakeTea' }, { name: '' }, {}])
        invalid(await execute(stage, body, 400), 'name');
    },
    { evidence: 'inferred' },
  ),
  rule(
    'jobs that wait or run are failed by force',
    { evidence: 'documented', source: '001:5835', since: since20, control: true },
    async (stage) => {
      await stage.control.advance(600_000);
      await execute(stage, { name: 'JobIndexCustomFieldSearchTable' });
      await execute(stage, { name: 'MaintenanceActionForceFailRunningAndScheduledJobs' });
      const { values } = await jobs(stage, { filter: 'JobIndexCustomFieldSearchTable' });
      expect(values).toMatchObject([{ status: 'FAILED' }]);
    },
  ),
  outcome(
    'editorListMigrationTasks',
    200,
    'with the tasks and whether they were executed',
    async (stage) => {
      const { body } = await stage.admin.ask('editorListMigrationTasks', 200);
      for (const task of body as { status: string; executionTime: string | null }[]) {
        expect(task).toEqual({
          id: expect.any(Number),
          description: expect.any(String),
          forVersion: expect.any(String),
          executionTime: task.executionTime === null ? null : time,
          status: expect.stringMatching(/^(SUCCESS|STATUS_NOT_EXECUTED_OR_FAILED)$/),
        });
      }
    },
    reading,
  ),
  rule(
    'migration tasks can be forgotten and executed once more',
    { evidence: 'documented', source: '001:5847', since: since20, control: true },
    async (stage) => {
      const statuses = async () => {
        const { body } = await stage.admin.ask('editorListMigrationTasks', 200);
        return new Set((body as { status: string }[]).map(({ status }) => status));
      };
      await stage.control.advance(600_000);
      await jobs(stage);
      expect(await statuses()).toEqual(new Set(['SUCCESS']));
      await execute(stage, { name: 'MaintenanceActionDeleteAllMigrationTaskInformation' });
      expect(await statuses()).toEqual(new Set(['STATUS_NOT_EXECUTED_OR_FAILED']));
      await execute(stage, { name: 'JobRunDataMigrationTasks' });
      await stage.control.advance(600_000);
      await jobs(stage);
      expect(await statuses()).toEqual(new Set(['SUCCESS']));
    },
  ),
];

const storage = [
  outcome(
    'editorGetDataStorage',
    200,
    'with the tables of the app and how many rows they have',
    async (stage) => {
      const { body } = await stage.admin.ask('editorGetDataStorage', 200);
      const page = body as Page<{ tableName: string; count: number }>;
      expect(page).toMatchObject({
        maxResults: expect.any(Number),
        startAt: 0,
        total: page.values.length,
        processingTimeInMs: expect.any(Number),
      });
      expect(page.values.length).toBeGreaterThan(0);
      for (const table of page.values)
        expect(table).toEqual({ tableName: expect.stringMatching(/\S/), count: expect.any(Number) });
    },
    reading,
  ),
];

/** What there was in place of the migration tasks before 2.0. */
const before20 = [
  outcome(
    'editorListMigrationTasksBefore20',
    200,
    'with the tasks',
    async (stage) => {
      const { body } = await stage.admin.ask('editorListMigrationTasksBefore20', 200);
      expect(body).toBeInstanceOf(Array);
    },
    reading,
  ),
  outcome(
    'editorClearMigrationTasksBefore20',
    200,
    'and they are forgotten',
    async (stage) => {
      done(stage, await stage.admin.ask('editorClearMigrationTasksBefore20', 200));
      const { body } = await stage.admin.ask('editorListMigrationTasksBefore20', 200);
      for (const { executionTime } of body as { executionTime: string | null }[]) expect(executionTime).toBeNull();
    },
    destructive,
  ),
  ...(['editorListMigrationTasksBefore20', 'editorClearMigrationTasksBefore20'] as const).map((id) =>
    outcome(id, 403, 'when the caller is no administrator', async (stage) => void (await stage.user.ask(id, 403)), {
      roles: ['user'],
    }),
  ),
  ...(['editorListMigrationTasksBefore20', 'editorClearMigrationTasksBefore20'] as const).map((id) =>
    outcome(id, 401, 'when nobody has signed in', async (stage) => void (await stage.anonymous.ask(id, 401)), reading),
  ),
];

/** Outside of the document, in every instance: the app's own description of itself, and whether it is well. */
const beside = [
  outcome(
    'editorGetHealth',
    200,
    'to anybody',
    async (stage) => void (await stage.anonymous.ask('editorGetHealth', 200)),
    reading,
  ),
  outcome(
    'editorGetSwagger',
    200,
    'with a Swagger document',
    async (stage) => {
      const { body } = await stage.admin.ask('editorGetSwagger', 200);
      expect(body).toMatchObject({ swagger: '2.0', paths: expect.any(Object) });
    },
    reading,
  ),
  outcome(
    'editorGetSwagger',
    403,
    'when the caller is no administrator',
    async (stage) => void (await stage.user.ask('editorGetSwagger', 403)),
    { roles: ['user'], readOnly: true },
  ),
  outcome(
    'editorGetSwagger',
    401,
    'when nobody has signed in',
    async (stage) => void (await stage.anonymous.ask('editorGetSwagger', 401)),
    reading,
  ),
];

export const maintenance = [...ofJobs, ...pages, ...storage, ...before20, ...beside];
