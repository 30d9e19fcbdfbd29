import { testJira, type TestJira } from '../support/jira.js';

const base = '/rest/jiracustomfieldeditorplugin/1';

interface Body {
  [name: string]: never;
}

/** A select list made through Jira's own API, with its one global context. */
async function fieldOfJira(jira: TestJira, type = 'select') {
  const key = `com.atlassian.jira.plugin.system.customfieldtypes:${type}`;
  const made = await jira.admin.post('/rest/api/3/field', { name: 'Colours', type: key });
  expect(made.status).toBe(201);
  const { id } = made.body as { id: string };
  const contexts = await jira.admin.get(`/rest/api/3/field/${id}/context`);
  const [{ id: contextId }] = (contexts.body as { values: [{ id: string }] }).values;
  return { id, number: Number(id.slice('customfield_'.length)), contextId };
}

async function grantBob(jira: TestJira, field: number) {
  const granted = await jira.admin.patch(`${base}/admin/customfields/${field}`, {
    user: 'bob',
    action: 'GRANT',
    type: 'GLOBAL',
  });
  expect([granted.status, granted.body]).toEqual([200, {}]);
}

async function colours(jira: TestJira, type?: string) {
  const field = await fieldOfJira(jira, type);
  await grantBob(jira, field.number);
  const options = `${base}/user/customfields/${field.number}/contexts/default/options`;
  const add = async (optionvalue: string, under = options) => {
    const made = await jira.bob.post(under, { optionvalue });
    expect(made.status).toBe(200);
    return made.body as { id: number; sequence: number };
  };
  const values = async (at = options) =>
    ((await jira.bob.get(at)).body as { optionvalue: string }[]).map((o) => o.optionvalue);
  return { ...field, options, add, values };
}

it('a field made through Jira is granted here, gets options here from a plain user, and Jira reads them in their order', async () => {
  const jira = testJira();
  const { id, contextId, add, options, values } = await colours(jira);
  const made = [await add('red'), await add('green'), await add('blue')];
  expect(made.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
  const moved = await jira.bob.post(`${options}/${made[2]?.id}/move`, { after: `/anywhere/${made[0]?.id}` });
  expect(moved.body).toEqual({ optionvalue: 'blue', id: made[2]?.id, sequence: 1, disabled: false });

  expect(await values()).toEqual(['red', 'blue', 'green']);
  const read = await jira.admin.get(`/rest/api/3/field/${id}/context/${contextId}/option`);
  const options2 = (read.body as { values: { id: string; value: string }[] }).values;
  expect(options2.map(({ value }) => value)).toEqual(['red', 'blue', 'green']);
  expect(options2.map((one) => Number(one.id))).toEqual([made[0], made[2], made[1]].map((one) => one?.id));
});

it('without a grant the list is empty, and a single field answers 403', async () => {
  const jira = testJira();
  const { number } = await fieldOfJira(jira);
  for (const user of [jira.admin, jira.as('steve')]) {
    const options = await user.get(`${base}/user/customfields/${number}/contexts/default/options`);
    expect([options.status, options.body]).toEqual([
      403,
      {
        statusCode: 403,
        subCode: 403001,
        message: 'FieldPermission Denied - you do not have sufficient rights for this operation.',
      },
    ]);
  }
  const mine = await jira.admin.get(`${base}/user/customfields`);
  expect(mine.body).toEqual({ maxResults: 20, startAt: 0, total: 0, processingTimeInMs: 0, values: [] });
});

it('a value that is taken is refused with the ID of the option that has it, since 2.8', async () => {
  const message = 'This option value does already exist. Option values need to be unique.';
  for (const version of ['3.0', '2.7']) {
    const jira = testJira({ customfieldEditor: version });
    const { add, options, values } = await colours(jira);
    const { id } = await add('red');
    const again = await jira.bob.post(options, { optionvalue: 'red' });
    const existing = {
      name: 'existingOptionId',
      message: 'The id of the existing option with the same value.',
      value: id,
    };
    expect([again.status, again.body]).toEqual([
      400,
      {
        statusCode: 400,
        subCode: 400000,
        message: 'validation errors',
        errors: [{ name: 'optionvalue', message }, ...(version === '3.0' ? [existing] : [])],
      },
    ]);
    expect(await values()).toEqual(['red']);
  }
});

it('an update changes only what is sent, and takes a flag as a string', async () => {
  const jira = testJira();
  const { add, options } = await colours(jira);
  const { id } = await add('red');
  const same = await jira.bob.put(`${options}/${id}`, { optionvalue: 'red' });
  expect(same.status).toBe(200);
  const disabled = await jira.bob.put(`${options}/${id}`, { disabled: 'true' });
  expect(disabled.body).toEqual({ optionvalue: 'red', id, sequence: 0, disabled: true });
  const placed = await jira.bob.put(`${options}/${id}`, { sequence: 7 });
  expect(placed.body).toEqual({ optionvalue: 'red', id, sequence: 7, disabled: true });
});

it('children are options below an option, and go with it', async () => {
  const jira = testJira();
  const { add, options, values, id, contextId } = await colours(jira, 'cascadingselect');
  const cats = await add('cats');
  const children = `${options}/${cats.id}/childoptions`;
  await add('micki', children);
  const leo = await add('leo', children);
  expect(await values(children)).toEqual(['micki', 'leo']);
  expect(await values()).toEqual(['cats']);
  expect((await jira.bob.put(`${options}/${leo.id}`, { optionvalue: 'tom' })).status).toBe(400);
  expect((await jira.bob.get(`${children}/${leo.id}/childoptions`)).status).toBe(404);
  expect((await jira.bob.delete(`${options}/${cats.id}`)).body).toEqual({ id: cats.id });
  const left = await jira.admin.get(`/rest/api/3/field/${id}/context/${contextId}/option`);
  expect((left.body as Body)['total']).toBe(0);
});

it('the default value has the form of the field type, and none is an empty object', async () => {
  const jira = testJira();
  const { add, options } = await colours(jira, 'cascadingselect');
  const cats = await add('cats');
  const leo = await add('leo', `${options}/${cats.id}/childoptions`);
  const at = `${options}/default`;
  expect((await jira.bob.get(at)).body).toEqual({});
  const set = await jira.bob.put(at, { optionId: cats.id, childOptionId: leo.id });
  const both = {
    defaultOption: { optionvalue: 'cats', id: cats.id, sequence: 0, disabled: false },
    defaultChildOption: { optionvalue: 'leo', id: leo.id, sequence: 0, disabled: false },
  };
  expect([set.status, set.body]).toEqual([200, both]);
  expect((await jira.bob.get(at)).body).toEqual(both);
  expect((await jira.bob.put(at, { optionIds: [cats.id] })).status).toBe(400);
  expect((await jira.bob.delete(at)).status).toBe(204);
  expect((await jira.bob.get(at)).body).toEqual({});
});

it('sorting goes by the alphabet of a locale and numbers the options anew', async () => {
  const jira = testJira();
  const { add, options, values } = await colours(jira);
  for (const value of ['zebra', 'Öl', 'apfel', 'ofen']) await add(value);
  const sorted = await jira.bob.put(`${options}/sort`, { order: 'ASCENDING', locale: 'de-DE' });
  expect([sorted.status, sorted.body]).toEqual([200, {}]);
  expect(await values()).toEqual(['apfel', 'ofen', 'Öl', 'zebra']);
  await jira.bob.put(`${options}/sort`, { order: 'DESCENDING', locale: 'sv-SE', strength: 'PRIMARY' });
  expect(await values()).toEqual(['Öl', 'zebra', 'ofen', 'apfel']);
  const refused = await jira.bob.put(`${options}/sort`, { locale: 'not a tag', strength: 'HUGE' });
  expect(refused.status).toBe(400);
});

it('the delete setting keeps deleting to administrators, and is told', async () => {
  const jira = testJira();
  const { add, options, number, contextId } = await colours(jira);
  const { id } = await add('red');
  jira.world.write((tx) => tx.set({ onlyAdministratorsDeleteOptions: true }));
  expect((await jira.bob.delete(`${options}/${id}`)).body).toMatchObject({ statusCode: 403, subCode: 403001 });
  const context = await jira.bob.get(`${base}/user/customfields/${number}/contexts/${contextId}`);
  expect((context.body as Body)['authenticatedUserMeta']).toEqual({ userAllowedToDeleteOptions: false });
});

it('contexts are made, changed and deleted here, and Jira knows them', async () => {
  const jira = testJira();
  const { id, number } = await fieldOfJira(jira);
  const contexts = `${base}/admin/customfields/${number}/contexts`;
  const [project] = [...jira.root.projects.keys()] as [number];
  const wanted = {
    contextName: 'Some',
    contextDescription: 'only',
    isGlobal: false,
    projectIds: [project],
    issueTypeIds: [],
  };
  const made = await jira.admin.post(contexts, wanted);
  expect(made.status).toBe(200);
  const contextId = (made.body as { id: number }).id;
  const read = await jira.admin.get(`/rest/api/3/field/${id}/context?contextId=${contextId}`);
  expect((read.body as { values: object[] }).values).toMatchObject([
    { id: String(contextId), name: 'Some', isGlobalContext: false },
  ]);
  expect((await jira.admin.put(`${contexts}/${contextId}`, { ...wanted, isGlobal: true })).status).toBe(400);
  const shown = await jira.admin.get(`${contexts}?expand=projects,issueTypes`);
  expect((shown.body as object[])[1]).toMatchObject({
    contextId,
    isGlobal: false,
    isAllProjects: false,
    isAllIssueTypes: true,
    projects: [{ projectId: project }],
    issueTypes: [],
  });
  expect((await jira.admin.delete(`${contexts}/${contextId}`)).body).toEqual({ id: contextId });
  expect((await jira.admin.get(contexts)).body).toHaveLength(1);
});

it('grants by context are replaced as a whole', async () => {
  const jira = testJira();
  const { number, contextId } = await fieldOfJira(jira);
  const at = `${base}/admin/customfields/${number}/contexts/permissions`;
  const put = await jira.admin.put(at, [{ contextId: Number(contextId), userlist: ['bob'], grouplist: null }]);
  expect([put.status, put.body]).toEqual([200, {}]);
  expect((await jira.admin.get(`${at}?expand=userlistWithFullnames`)).body).toEqual([
    {
      contextId: Number(contextId),
      userlist: ['bob'],
      grouplist: [],
      userlistWithFullnames: [
        {
          username: 'bob',
          fullname: jira.root.users.get(jira.root.accountIdsByName.get('bob') ?? '')?.displayName,
          exists: true,
        },
      ],
    },
  ]);
  const mine = await jira.bob.get(`${base}/user/customfields?filter=Colours`);
  expect((mine.body as { values: object[] }).values).toMatchObject([
    {
      fieldId: number,
      fieldType: 'singleselect',
      fieldGlobalPermission: false,
      contexts: [{ contextId: Number(contextId) }],
    },
  ]);
  const unknown = await jira.admin.put(at, [{ contextId: Number(contextId), userlist: ['nobody'] }]);
  expect(unknown.body).toMatchObject({ errors: [{ name: 'userlist' }] });
});

it('jobs, events, tables and the schedule are there for administrators', async () => {
  const jira = testJira();
  const { id } = await fieldOfJira(jira);
  const jobs = await jira.admin.get(`${base}/maintenance/jobs`);
  expect((jobs.body as { total: number }).total).toBe(3);
  const events = await jira.admin.get(`${base}/maintenance/event_logs?filter=${id}&orderBy=+dateTime`);
  expect((events.body as { values: object[] }).values).toContainEqual({
    hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    name: 'CustomFieldCreatedEvent',
    details: `ID ${id}`,
    dateTime: '2026-01-15T12:00:00+0000',
  });
  const set = await jira.admin.put(`${base}/maintenance/event_log_truncate_schedule`, {
    active: true,
    cronExpression: '0 0 * ? * *',
  });
  expect(set.body).toEqual({ active: true, cronExpression: '0 0 * ? * *', nextRun: '2026-01-15T13:00:00' });
  expect((await jira.admin.get(`${base}/maintenance/data_storage`)).status).toBe(200);
  expect((await jira.admin.get(`${base}/maintenance/migration_tasks`)).status).toBe(200);
  const done = await jira.admin.post(`${base}/maintenance/operations`, { name: 'MaintenanceActionDeleteAllEventLogs' });
  expect([done.status, done.body]).toEqual([200, {}]);
  expect((await jira.admin.post(`${base}/maintenance/operations`, { name: 'JobOfMine' })).status).toBe(400);
  for (const at of ['jobs', 'event_logs', 'data_storage']) {
    expect((await jira.bob.get(`${base}/maintenance/${at}`)).body).toMatchObject({ statusCode: 403, subCode: 403000 });
    expect((await jira.anonymous.get(`${base}/maintenance/${at}`)).status).toBe(401);
  }
});

it('the app says that it is well, and describes itself', async () => {
  const jira = testJira();
  expect((await jira.anonymous.get(`${base}/health/status`)).status).toBe(200);
  const swagger = await jira.admin.get(`${base}/api_specification/swagger_json`);
  expect(swagger.body).toMatchObject({ swagger: '2.0', basePath: base });
  expect(Object.keys((swagger.body as { paths: object }).paths)).toContain('/user/customfields');
});
