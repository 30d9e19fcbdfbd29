import {
  checkWorld,
  createContext,
  createField,
  dataStorage,
  eventLog,
  executeMaintenance,
  jobDelay,
  jobDuration,
  jobNames,
  jobs,
  maintenanceActions,
  migrationTasks,
  releaseTasks,
  replaceGrants,
  pagesOf,
  rootOfPages,
  trashField,
  World,
} from '../../../src/index.js';
import { broken, noon, smallWorld } from '../../small-world.js';

const month = 30 * 24 * 60 * 60 * 1000;

function maintainedWorld() {
  const small = smallWorld();
  const { world, clock } = small;
  const execute = (name: string) => world.write((tx) => executeMaintenance(tx, name));
  const listed = (query = {}) => jobs(world.root, clock.at, query);
  const statuses = () => listed().map((job) => job.status);
  return { ...small, execute, listed, statuses };
}

describe('Jobs', () => {
  it('run when the app is enabled, so that there are some from the start', () => {
    const { listed } = maintainedWorld();
    expect(listed()).toEqual(
      jobNames.map((name) => ({ name, status: 'SCHEDULED', scheduledAt: noon, finishedAt: null })),
    );
  });

  it('are scheduled, run and succeed as the clock goes', () => {
    const { clock, listed, statuses } = maintainedWorld();
    clock.at += jobDelay;
    expect(statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
    clock.at += jobDuration;
    expect(statuses()).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS']);
    expect(listed()[0]?.finishedAt).toBe(noon + jobDuration);
  });

  it('can be scheduled again, and scheduling a running one changes nothing', () => {
    const { clock, execute, listed, world } = maintainedWorld();
    const name = 'JobIndexCustomFieldSearchTable';
    clock.at += 1_000;
    execute(name);
    const started = clock.at;
    clock.at += jobDelay;
    execute(name);
    expect(listed({ filter: 'searchtable' })).toEqual([
      { name, status: 'RUNNING', scheduledAt: started, finishedAt: null },
    ]);
    clock.at = started + jobDuration;
    expect(listed({ filter: name })[0]).toMatchObject({ status: 'SUCCESS', finishedAt: started + jobDuration });
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('are ordered by name, or as asked', () => {
    const { clock, execute, listed } = maintainedWorld();
    clock.at += 1_000;
    execute('JobIndexCustomFieldSearchTable');
    const byTime = listed({ orderBy: { key: 'scheduledTime', descending: true } });
    expect(byTime.map((job) => job.name)).toEqual([
      'JobIndexCustomFieldSearchTable',
      'JobCleanupPermissions',
      'JobRunDataMigrationTasks',
    ]);
    expect(listed({ orderBy: { key: 'name', descending: true } })[0]?.name).toBe('JobRunDataMigrationTasks');
    expect(listed({ orderBy: { key: 'finishedTime', descending: false } }).at(-1)?.finishedAt).toBeNull();
    expect(listed({ orderBy: { key: 'status', descending: false } })[0]?.status).toBe('SCHEDULED');
  });

  it('that hang can be said to have failed, and then be scheduled again', () => {
    const { world, clock, execute, statuses } = maintainedWorld();
    clock.at += 1_000;
    world.write((tx) => tx.set({ holdTasks: true }));
    execute('JobCleanupPermissions');
    clock.at += 1_000_000;
    expect(statuses()).toEqual(['RUNNING', 'SUCCESS', 'SUCCESS']);
    execute('MaintenanceActionForceFailRunningAndScheduledJobs');
    expect(statuses()).toEqual(['FAILED', 'SUCCESS', 'SUCCESS']);
    execute('JobCleanupPermissions');
    clock.at += 1_000;
    world.write((tx) => releaseTasks(tx));
    expect(statuses()).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS']);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('that clean up permissions delete those on fields and contexts that are gone', () => {
    const { world, clock, execute } = maintainedWorld();
    clock.at += 1_000;
    const gone = { users: ['bob'], groups: [] };
    world.write((tx) => {
      const field = createField(tx, { name: 'Browsers', type: 'select' });
      const context = createContext(tx, field.id, { name: 'All' }, { uniqueNames: false });
      replaceGrants(tx, field, context.id, gone, { unknown: 'refuse' });
      tx.edit('grants').set([99, 0], gone);
      tx.edit('grantsOfUser').set(['bob', 99, 0], true);
    });
    execute('JobCleanupPermissions');
    expect(world.root.grants.size).toBe(2);
    clock.at += jobDuration;
    expect(world.root.grants.size).toBe(1);
    expect(checkWorld(world.root)).toEqual([]);
  });
});

describe('A maintenance operation', () => {
  it('is one of the jobs and actions of the document', () => {
    const { execute } = maintainedWorld();
    expect([...jobNames, ...maintenanceActions]).toHaveLength(9);
    for (const name of [...jobNames, ...maintenanceActions]) expect(() => execute(name)).not.toThrow();
    for (const name of ['', 'toString', 'JobOfNobody']) {
      expect(broken(() => execute(name))).toMatchObject({ code: 'maintenance-operation-unknown', data: { name } });
    }
  });

  it('deletes entries of the event log that are older than a month, or all of them', () => {
    const { world, clock, execute } = maintainedWorld();
    const create = (name: string) => world.write((tx) => createField(tx, { name, type: 'select' }));
    create('One');
    clock.at += month;
    create('Two');
    execute('MaintenanceActionDeleteEventLogsOlderThanOneMonth');
    expect(world.root.events.size).toBe(2);
    clock.at += 1;
    execute('MaintenanceActionDeleteEventLogsOlderThanOneMonth');
    expect(world.root.events.size).toBe(1);
    execute('MaintenanceActionDeleteAllEventLogs');
    expect(world.root.events.size).toBe(0);
  });

  it('makes the event log say what jobs do, and no more', () => {
    const { world, clock, execute } = maintainedWorld();
    clock.at += 1_000;
    execute('MaintenanceActionIncreaseVerbosityForTesting');
    execute('JobCleanupPermissions');
    clock.at += 1_000;
    const entries = eventLog(world.root, { events: 'all-changes' });
    expect(entries.map(({ name, details }) => [name, details])).toEqual([
      ['JobFinishedEvent', 'Name JobCleanupPermissions, status SUCCESS'],
      ['JobScheduledEvent', 'Name JobCleanupPermissions'],
    ]);
    execute('MaintenanceActionDecreaseVerbosityForTesting');
    execute('JobCleanupPermissions');
    expect(world.root.events.size).toBe(2);
  });
});

describe('Migration tasks', () => {
  it('run by themselves, can be forgotten, and run again by their job', () => {
    const { world, clock, execute } = maintainedWorld();
    const executed = () => migrationTasks(world.root).map((task) => task.executedAt);
    expect(executed()).toEqual([null, null, null]);
    clock.at += 1_000;
    expect(executed()).toEqual([noon, noon, noon].map((at) => at + jobDuration));
    execute('MaintenanceActionDeleteAllMigrationTaskInformation');
    expect(executed()).toEqual([null, null, null]);
    execute('JobRunDataMigrationTasks');
    const again = clock.at + jobDuration;
    clock.at += 1_000;
    expect(executed()).toEqual([again, again, again]);
  });
});

describe('The data storage', () => {
  it('counts what there is', () => {
    const { world, clock, ada } = maintainedWorld();
    clock.at += 1_000;
    world.write((tx) => {
      const field = createField(tx, { name: 'Browsers', type: 'select' });
      replaceGrants(tx, field, 0, { users: ['ada', 'bob'], groups: ['jira-users'] }, { unknown: 'refuse' });
      trashField(tx, createField(tx, { name: 'Old', type: 'select' }).id, ada);
    });
    expect(dataStorage(world.root)).toEqual([
      { tableName: 'CUSTOM_FIELD_SEARCH', count: 1 },
      { tableName: 'EVENT_LOG', count: 4 },
      { tableName: 'JOB', count: 3 },
      { tableName: 'MIGRATION_TASK', count: 3 },
      { tableName: 'PERMISSION_GROUP', count: 1 },
      { tableName: 'PERMISSION_USER', count: 2 },
    ]);
  });
});

describe('What maintenance keeps', () => {
  it('survives being written down, and is new where an older state has none of it', () => {
    const { world, clock } = maintainedWorld();
    clock.at += 1_000;
    world.write((tx) => createField(tx, { name: 'Browsers', type: 'select' }));
    const back = rootOfPages(pagesOf(world.root));
    expect(back.maintenance).toEqual(world.root.maintenance);
    expect([...back.jobRuns.values()]).toEqual([...world.root.jobRuns.values()]);
    expect([...back.events.values()]).toEqual([...world.root.events.values()]);
    const next = new World({ clock, root: rootOfPages([['kept', '{}']]) });
    expect(jobs(next.root, clock.at).map((job) => job.scheduledAt)).toEqual([clock.at, clock.at, clock.at]);
  });
});
