import { afterwards, has } from '../../jira-cloud/outcomes/scenario.js';
import { wrongPages } from './pages.js';
import { to } from './requests.js';
import { is, names, scenario, tableOf, type KeyOf } from './scenario.js';
import { context, field, option } from './stage.js';

type OperationId =
  | `editorListMy${'CustomFields' | 'Contexts'}`
  | 'editorGetMyContext'
  | `editorList${'Jobs' | 'MigrationTasks' | 'EventLogs'}`
  | 'editorExecuteMaintenanceOperation'
  | 'editorGetDataStorage'
  | `editor${'Get' | 'Set'}TruncateSchedule`;

type Key = Extract<KeyOf<200> | KeyOf<400>, `${OperationId} ${string}`>;

const scheduled = { status: 'SCHEDULED', scheduledTime: '2026-01-15T12:00:00+0000', finishedTime: null };
const wrongSchedule = (when: string, body: object, name: string) =>
  scenario(when, to('editorSetTruncateSchedule', { body }), names(name));
const wrongOperation = (when: string, body: object) =>
  scenario(when, to('editorExecuteMaintenanceOperation', { body }), names('name'));

export const userOutcomes = tableOf<Extract<Key, `${string}My${string}`>>([
  [
    'editorListMyCustomFields 200',
    [
      scenario(
        'with the fields on which the caller, or a group of theirs, has a grant',
        to('editorListMyCustomFields', {}, (jira) => jira.as('tina')),
        has({
          total: 1,
          values: [
            {
              fieldId: field.teams,
              fieldType: 'multiselect',
              fieldGlobalPermission: false,
              contexts: [{ contextId: context.teamsInShop }],
            },
          ],
        }),
      ),
      scenario(
        'without any where there is no grant, also to an administrator',
        to('editorListMyCustomFields', {}, (jira) => jira.admin),
        has({ total: 0, values: [] }),
      ),
    ],
  ],
  ['editorListMyCustomFields 400', wrongPages('editorListMyCustomFields')],
  [
    'editorListMyContexts 200',
    [
      scenario(
        'with all contexts to whom the field is granted',
        to('editorListMyContexts'),
        has([{ contextId: context.browsers }, { contextId: context.browsersInTest }]),
      ),
      scenario(
        'with those that are granted',
        to('editorListMyContexts', { path: { customFieldId: String(field.teams) } }),
        has([{ contextId: context.teamsInShop }]),
      ),
    ],
  ],
  [
    'editorGetMyContext 200',
    [
      scenario(
        'with the context, its field and its default value',
        to('editorGetMyContext'),
        has({
          fieldId: field.browsers,
          fieldType: 'singleselect',
          context: { contextId: context.browsers, isGlobal: true },
          defaultOption: { defaultOption: { id: option.firefox } },
          authenticatedUserMeta: { userAllowedToDeleteOptions: true },
        }),
      ),
    ],
  ],
]);

export const maintenanceOutcomes = tableOf<Exclude<Key, `${string}My${string}`>>([
  [
    'editorListJobs 200',
    [
      scenario(
        'with the jobs that began when the app was enabled',
        to('editorListJobs'),
        has({
          total: 3,
          values: [
            { name: 'JobCleanupPermissions', ...scheduled },
            { name: 'JobIndexCustomFieldSearchTable', ...scheduled },
            { name: 'JobRunDataMigrationTasks', ...scheduled },
          ],
        }),
      ),
    ],
  ],
  ['editorListJobs 400', wrongPages('editorListJobs')],
  [
    'editorExecuteMaintenanceOperation 200',
    [scenario('when it is an action of the app', to('editorExecuteMaintenanceOperation'), is({}))],
  ],
  [
    'editorExecuteMaintenanceOperation 400',
    [
      wrongOperation('when the name is missing', {}),
      wrongOperation('when the name is empty', { name: '' }),
      wrongOperation('when there is no such operation', { name: 'MaintenanceActionMakeTea' }),
      wrongOperation('when the name is that of something else', { name: 'toString' }),
    ],
  ],
  [
    'editorListMigrationTasks 200',
    [
      scenario('with the tasks, which have not run yet', to('editorListMigrationTasks'), ({ response }) => {
        expect(response.body).toHaveLength(3);
        expect(response.body).toMatchObject([{ id: 1, executionTime: null }, {}, {}]);
      }),
    ],
  ],
  [
    'editorListEventLogs 200',
    [
      scenario(
        'with what has happened',
        async (jira) => {
          await to('editorCreateDefaultOption')(jira);
          return to('editorListEventLogs')(jira);
        },
        has({ total: 1, values: [{ dateTime: '2026-01-15T12:00:00+0000' }] }),
      ),
    ],
  ],
  ['editorListEventLogs 400', wrongPages('editorListEventLogs')],
  [
    'editorGetDataStorage 200',
    [
      scenario('with the tables and how much is in them', to('editorGetDataStorage'), ({ response }) => {
        const { values } = response.body as { values: object[] };
        expect(values).toContainEqual({ tableName: 'CUSTOM_FIELD_SEARCH', count: 19 });
      }),
    ],
  ],
  [
    'editorGetTruncateSchedule 200',
    [
      scenario(
        'with none at first',
        to('editorGetTruncateSchedule'),
        is({ active: false, cronExpression: null, nextRun: null }),
      ),
    ],
  ],
  [
    'editorSetTruncateSchedule 200',
    [
      scenario(
        'with the schedule and when it runs next',
        to('editorSetTruncateSchedule'),
        is({ active: true, cronExpression: '0 0 * ? * *', nextRun: '2026-01-15T13:00:00' }),
        afterwards(to('editorGetTruncateSchedule'), { active: true, nextRun: '2026-01-15T13:00:00' }),
      ),
    ],
  ],
  [
    'editorSetTruncateSchedule 400',
    [
      wrongSchedule('when it is active without a cron expression', { active: true }, 'cronExpression'),
      wrongSchedule('when the cron expression is empty', { active: true, cronExpression: '' }, 'cronExpression'),
      wrongSchedule('when the cron expression is words', { active: true, cronExpression: 'hourly' }, 'cronExpression'),
      wrongSchedule(
        'when the cron expression has too few fields',
        { active: true, cronExpression: '0 * * *' },
        'cronExpression',
      ),
      wrongSchedule(
        'when a field of it is out of range',
        { active: true, cronExpression: '0 0 25 ? * *' },
        'cronExpression',
      ),
      wrongSchedule('when active is no flag', { active: 'yes', cronExpression: '0 0 * ? * *' }, 'active'),
    ],
  ],
]);
