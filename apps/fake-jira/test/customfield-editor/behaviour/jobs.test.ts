import { bodyOf } from '../../support/field-steps.js';
import { testJira, type TestJira } from '../../support/jira.js';
import { maintenance, type PageBody } from './steps.js';

interface Job {
  readonly name: string;
  readonly status: string;
  readonly scheduledTime: string;
  readonly finishedTime: string | null;
}

const all = ['JobCleanupPermissions', 'JobIndexCustomFieldSearchTable', 'JobRunDataMigrationTasks'];

async function jobs(jira: TestJira, query = ''): Promise<readonly Job[]> {
  return bodyOf<PageBody<Job>>(await jira.admin.get(`${maintenance}/jobs${query}`), 200).values;
}

const statuses = async (jira: TestJira) => (await jobs(jira)).map(({ status }) => status);

async function execute(jira: TestJira, name: string): Promise<void> {
  bodyOf(await jira.admin.post(`${maintenance}/operations`, { name }), 200);
}

it('the jobs run by themselves when the app is enabled, and pass through their states with the clock', async () => {
  const jira = testJira();
  const scheduledTime = '2026-01-15T12:00:00+0000';
  expect(await jobs(jira)).toEqual(
    all.map((name) => ({ name, status: 'SCHEDULED', scheduledTime, finishedTime: null })),
  );
  jira.clock.advance(99);
  expect(await statuses(jira)).toEqual(['SCHEDULED', 'SCHEDULED', 'SCHEDULED']);
  jira.clock.advance(1);
  expect(await statuses(jira)).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
  jira.clock.advance(299);
  expect(await statuses(jira)).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
  jira.clock.advance(1);
  expect(await jobs(jira)).toEqual(
    all.map((name) => ({ name, status: 'SUCCESS', scheduledTime, finishedTime: scheduledTime })),
  );
});

it('a job that is scheduled or runs is not scheduled again, one that is done is', async () => {
  const jira = testJira();
  const job = async () => (await jobs(jira, '?filter=index'))[0] as Job;
  const first = await job();
  for (const wait of [50, 250]) {
    jira.clock.advance(wait);
    await execute(jira, 'JobIndexCustomFieldSearchTable');
    expect((await job()).scheduledTime).toBe(first.scheduledTime);
  }
  jira.clock.advance(60_000);
  expect((await job()).status).toBe('SUCCESS');
  await execute(jira, 'JobIndexCustomFieldSearchTable');
  expect(await job()).toMatchObject({
    status: 'SCHEDULED',
    scheduledTime: '2026-01-15T12:01:00+0000',
    finishedTime: null,
  });
  jira.clock.advance(400);
  expect((await job()).status).toBe('SUCCESS');
});

it('what is scheduled or runs can be made to fail, and stays so', async () => {
  const jira = testJira();
  jira.clock.advance(1000);
  expect(await statuses(jira)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS']);
  await execute(jira, 'JobRunDataMigrationTasks');
  jira.clock.advance(200);
  await execute(jira, 'MaintenanceActionForceFailRunningAndScheduledJobs');
  expect(await statuses(jira)).toEqual(['SUCCESS', 'SUCCESS', 'FAILED']);
  jira.clock.advance(60_000);
  expect((await jobs(jira))[2]).toMatchObject({ status: 'FAILED', finishedTime: '2026-01-15T12:00:01+0000' });
});

it('jobs are ordered by name, or as it is asked, and filtered', async () => {
  const jira = testJira();
  const names = async (query: string) => (await jobs(jira, query)).map(({ name }) => name);
  expect(await names('')).toEqual(all);
  expect(await names('?orderBy=-name')).toEqual([...all].reverse());
  expect(await names('?orderBy=+name')).toEqual(all);
  expect(await names('?filter=CLEANUP')).toEqual(['JobCleanupPermissions']);
  expect(await names('?startAt=1&maxResults=1')).toEqual(['JobIndexCustomFieldSearchTable']);
  jira.clock.advance(60_000);
  await jobs(jira);
  await execute(jira, 'JobCleanupPermissions');
  expect(await names('?orderBy=-scheduledTime&maxResults=1')).toEqual(['JobCleanupPermissions']);
  expect(await names('?orderBy=status&maxResults=1')).toEqual(['JobCleanupPermissions']);
});

it('the migration tasks have run when their job has, and run again when what is known of them was deleted', async () => {
  const jira = testJira();
  interface Task {
    readonly status: string;
    readonly executionTime: string | null;
  }
  const tasks = async () => {
    const found = bodyOf<Task[]>(await jira.admin.get(`${maintenance}/migration_tasks`), 200);
    return [...new Set(found.map(({ status, executionTime }) => `${status} ${executionTime}`))];
  };
  const notYet = ['STATUS_NOT_EXECUTED_OR_FAILED null'];
  expect(await tasks()).toEqual(notYet);
  jira.clock.advance(400);
  expect(await tasks()).toEqual(['SUCCESS 2026-01-15T12:00:00+0000']);
  await execute(jira, 'MaintenanceActionDeleteAllMigrationTaskInformation');
  expect(await tasks()).toEqual(notYet);
  jira.clock.advance(60_000);
  await execute(jira, 'JobRunDataMigrationTasks');
  jira.clock.advance(400);
  expect(await tasks()).toEqual(['SUCCESS 2026-01-15T12:01:00+0000']);
});
