import {
  bodyOf,
  newContext,
  newField,
  newOptions,
  onlyContextOf,
  optionsAt,
  projectIdOf,
} from '../../support/field-steps.js';
import { testJira, type TestJira } from '../../support/jira.js';
import { addOne, base, grantedField, maintenance, type PageBody } from './steps.js';

interface Event {
  readonly name: string;
  readonly details: string;
  readonly dateTime: string;
  readonly hash: string;
}

async function events(jira: TestJira, query = '?maxResults=1000'): Promise<readonly Event[]> {
  return bodyOf<PageBody<Event>>(await jira.admin.get(`${maintenance}/event_logs${query}`), 200).values;
}

/** What was logged, the oldest first, without the word that all names end in. */
const log = async (jira: TestJira) =>
  [...(await events(jira))].reverse().map(({ name, details }) => [name.replace(/^CustomField|Event$/g, ''), details]);

async function execute(jira: TestJira, name: string): Promise<void> {
  bodyOf(await jira.admin.post(`${maintenance}/operations`, { name }), 200);
}

const day = 24 * 60 * 60 * 1000;

it('changes through Jira’s API write the event log of the app, each with a SHA-256 hash of its own', async () => {
  const jira = testJira();
  expect(await events(jira)).toEqual([]);
  const field = await newField(jira);
  const global = await onlyContextOf(jira, field);
  const shop = await newContext(jira, field, { name: 'Shop', projectIds: [projectIdOf(jira, 'SHOP')] });
  const [red, green] = await newOptions(jira, optionsAt(field, shop), ['red', 'green']);
  const api = `/rest/api/3/field/${field}`;
  bodyOf(await jira.admin.put(optionsAt(field, shop), { options: [{ id: red, value: 'rouge' }] }), 200);
  bodyOf(
    await jira.admin.put(`${optionsAt(field, shop)}/move`, { customFieldOptionIds: [green], position: 'First' }),
    204,
  );
  const defaults = [{ contextId: shop, type: 'option.single', optionId: red }];
  bodyOf(await jira.admin.put(`${api}/context/defaultValue`, { defaultValues: defaults }), 204);
  bodyOf(await jira.admin.delete(`${optionsAt(field, shop)}/${green}`), 204);
  bodyOf(await jira.admin.put(`${api}/context/${shop}`, { name: 'Pets' }), 204);
  bodyOf(await jira.admin.delete(`${api}/context/${shop}`), 204);
  bodyOf(await jira.admin.put(api, { name: 'Renamed' }), 204);
  bodyOf(await jira.admin.post(`${api}/trash`), 200);
  bodyOf(await jira.admin.post(`${api}/restore`), 200);
  expect((await jira.admin.delete(api)).status).toBe(303);
  jira.clock.advance(60_000);

  const id = `ID ${field}`;
  expect(await log(jira)).toEqual([
    ['Created', id],
    ['ContextCreated', `${id}, context ${global}`],
    ['ContextCreated', `${id}, context ${shop}`],
    ['OptionCreated', `${id}, context ${shop}, 2 options`],
    ['OptionUpdated', `${id}, context ${shop}, option ${red}`],
    ['OptionMoved', `${id}, context ${shop}, option ${green}`],
    ['DefaultValueUpdated', `${id}, context ${shop}`],
    ['OptionDeleted', `${id}, context ${shop}, option ${green}`],
    ['ContextUpdated', `${id}, context ${shop}`],
    // Its options go first, and with them its default.
    ['DefaultValueUpdated', `${id}, context ${shop}`],
    ['ContextDeleted', `${id}, context ${shop}`],
    ['Updated', id],
    ['Trashed', id],
    ['Restored', id],
    ['Deleted', id],
  ]);
  const hashes = (await events(jira)).map(({ hash }) => hash);
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(hashes).size).toBe(hashes.length);
});

it('changes through the app write it too, and reading and refusals do not', async () => {
  const jira = testJira();
  const field = await grantedField(jira);
  const before = await events(jira);
  bodyOf(await jira.bob.get(field.options), 200);
  expect((await jira.bob.post(field.options, { optionvalue: '' })).status).toBe(400);
  expect((await jira.as('steve').post(field.options, { optionvalue: 'x' })).status).toBe(403);
  expect(await events(jira)).toEqual(before);
  const red = await addOne(jira.bob, field.options, 'red');
  bodyOf(await jira.bob.put(`${field.options}/default`, { optionId: red }), 200);
  bodyOf(await jira.bob.put(`${field.options}/sort`, { locale: 'en-US' }), 200);
  const id = `ID ${field.id}, context ${await onlyContextOf(jira, field.id)}`;
  expect((await log(jira)).slice(before.length)).toEqual([
    ['OptionCreated', `${id}, option ${red}`],
    ['DefaultValueUpdated', id],
    ['OptionSorted', `${id}, option ${red}`],
  ]);
});

it('the newest stands first, pages, filters and orders are as they are asked', async () => {
  const jira = testJira();
  const ids: string[] = [];
  for (let made = 0; made < 3; made += 1) {
    ids.push(await newField(jira));
    jira.clock.advance(1000);
  }
  const created = async (query: string) =>
    (await events(jira, `?filter=createdevent&${query}`)).map(({ details }) => details);
  const fields = async (query: string) => (await created(query)).filter((details) => !details.includes('context'));
  const newest = [...ids].reverse().map((id) => `ID ${id}`);
  expect(await fields('')).toEqual(newest);
  expect(await fields('orderBy=-dateTime')).toEqual(newest);
  expect(await fields('orderBy=+dateTime')).toEqual([...newest].reverse());
  expect(await fields('orderBy=%2Bdetails')).toEqual([...newest].reverse());
  expect(await created('maxResults=2')).toHaveLength(2);
  expect((await events(jira, `?filter=${ids[1]}`)).map(({ dateTime }) => dateTime)).toEqual([
    '2026-01-15T12:00:01+0000',
    '2026-01-15T12:00:01+0000',
  ]);
  const hashes = (await events(jira, '?orderBy=hash')).map(({ hash }) => hash);
  expect(hashes).toEqual([...hashes].sort());
});

it('entries older than a month can be deleted, and all of them', async () => {
  const jira = testJira();
  await newField(jira);
  jira.clock.advance(20 * day);
  const young = await newField(jira);
  jira.clock.advance(20 * day);
  await execute(jira, 'MaintenanceActionDeleteEventLogsOlderThanOneMonth');
  expect((await log(jira))[0]).toEqual(['Created', `ID ${young}`]);
  await execute(jira, 'MaintenanceActionDeleteAllEventLogs');
  expect(await events(jira)).toEqual([]);
});

it('with more verbosity jobs are logged', async () => {
  const jira = testJira();
  jira.clock.advance(1000);
  await execute(jira, 'MaintenanceActionIncreaseVerbosityForTesting');
  await execute(jira, 'JobCleanupPermissions');
  jira.clock.advance(1000);
  expect((await events(jira)).map(({ name }) => name)).toEqual(['JobFinishedEvent', 'JobScheduledEvent']);
  await execute(jira, 'MaintenanceActionDecreaseVerbosityForTesting');
  await execute(jira, 'JobCleanupPermissions');
  jira.clock.advance(1000);
  expect(await events(jira)).toHaveLength(2);
});

it('the counts of the data storage are those of the lists, before and after changes', async () => {
  const jira = testJira();
  interface Table {
    readonly tableName: string;
    readonly count: number;
  }
  const storage = async () =>
    Object.fromEntries(
      bodyOf<PageBody<Table>>(await jira.admin.get(`${maintenance}/data_storage`), 200).values.map(
        ({ tableName, count }) => [tableName, count],
      ),
    ) as Record<string, number>;
  const total = async (address: string) => bodyOf<PageBody<object>>(await jira.admin.get(base + address), 200).total;
  const expectTrue = async () =>
    expect(await storage()).toMatchObject({
      CUSTOM_FIELD_SEARCH: await total('/admin/customfields'),
      EVENT_LOG: await total('/maintenance/event_logs'),
      JOB: await total('/maintenance/jobs'),
    });
  await expectTrue();
  const before = await storage();
  const field = await grantedField(jira);
  const other = { userlist: ['bob', 'tina'], grouplist: ['developers'] };
  bodyOf(await jira.admin.put(field.admin, other), 200);
  await expectTrue();
  expect(await storage()).toMatchObject({
    CUSTOM_FIELD_SEARCH: (before['CUSTOM_FIELD_SEARCH'] as number) + 1,
    PERMISSION_USER: (before['PERMISSION_USER'] as number) + 2,
    PERMISSION_GROUP: (before['PERMISSION_GROUP'] as number) + 1,
    MIGRATION_TASK: 0,
  });
  jira.clock.advance(60_000);
  expect((await storage())['MIGRATION_TASK']).toBe(3);
  bodyOf(await jira.admin.put(field.admin, {}), 200);
  expect(await storage()).toMatchObject({
    PERMISSION_USER: before['PERMISSION_USER'],
    PERMISSION_GROUP: before['PERMISSION_GROUP'],
  });
  bodyOf(await jira.admin.post(`/rest/api/3/field/${field.id}/trash`), 200);
  await expectTrue();
  expect((await storage())['CUSTOM_FIELD_SEARCH']).toBe(before['CUSTOM_FIELD_SEARCH']);
});
