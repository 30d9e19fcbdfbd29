import { testJira, type TestJira } from '../support/jira.js';

const base = '/rest/jiracustomfieldeditorplugin/1';
const options = `${base}/user/customfields/10000/contexts/default/options`;

const json = { 'Content-Type': 'application/json' };

it('a body that cannot be read is a validation error; before 1.2 it has the form of then', async () => {
  const broken = await testJira().bob.post(options, '{"optionvalue":', json);
  expect([broken.status, broken.body]).toMatchObject([
    400,
    { statusCode: 400, subCode: 400000, errors: [{ name: 'body' }] },
  ]);
  const legacy = testJira({ customfieldEditor: '1.1' });
  const old = await legacy.bob.post(
    '/rest/jiracustomfieldeditorplugin/1.1/user/customfieldoption/customfield_10000',
    '{',
    json,
  );
  expect([old.status, Object.keys(old.body as object)]).toEqual([400, ['errors']]);
});

it('a method that an address does not have is 405 without a body', async () => {
  const refused = await testJira().bob.put(options, {});
  expect([refused.status, refused.headers['allow'], refused.text]).toEqual([405, 'GET, POST', '']);
});

it('a defect of the fake has the form of an unexpected error', async () => {
  const jira = testJira();
  jira.world.write = () => {
    throw new Error('planted');
  };
  await expect(jira.bob.post(options, { optionvalue: 'x' })).rejects.toThrow('planted');
  const defects = jira.defects.splice(0);
  expect(defects).toHaveLength(1);
  const answer = await jira.bob.post(options, { optionvalue: 'x' }).catch(() => undefined);
  expect(answer).toBeUndefined();
});

it('an ID that is no number is not found, or a validation error where this instance says so', async () => {
  expect((await testJira().bob.get(`${base}/user/customfields/abc/contexts`)).status).toBe(404);
  const jira = testJira({ answers: { 'editor.non-numeric-id': '400' } });
  expect((await jira.bob.get(`${base}/user/customfields/abc/contexts`)).status).toBe(400);
});

it('wrong credentials are as good as none', async () => {
  const jira = testJira();
  for (const address of ['/admin/customfields', '/user/customfields', '/maintenance/jobs']) {
    const answer = await jira.as('bob', 'wrong').get(base + address);
    expect([answer.status, answer.text]).toEqual([401, '']);
  }
  expect((await jira.as('bob', 'wrong').get(`${base}/health/status`)).status).toBe(200);
});

const patches: readonly [string, object, string][] = [
  ['without an action', { user: 'bob', type: 'GLOBAL' }, 'action'],
  ['without a type', { user: 'bob', action: 'GRANT' }, 'type'],
  ['of an unknown action', { user: 'bob', action: 'GIVE', type: 'GLOBAL' }, 'action'],
  ['of an unknown type', { user: 'bob', action: 'GRANT', type: 'ALL' }, 'type'],
  ['of nobody', { user: null, action: 'GRANT', type: 'GLOBAL' }, 'user'],
  ['of a user and a group', { user: 'bob', group: 'developers', action: 'GRANT', type: 'GLOBAL' }, 'user'],
  ['of a context without its ID', { user: 'bob', action: 'GRANT', type: 'CONTEXT' }, 'contextId'],
  [
    'of the field with the ID of a context',
    { user: 'bob', action: 'GRANT', type: 'GLOBAL', contextId: 10100 },
    'contextId',
  ],
  ['of an unknown context', { user: 'bob', action: 'GRANT', type: 'CONTEXT', contextId: 99 }, 'contextId'],
  ['of an unknown user', { user: 'nobody', action: 'GRANT', type: 'GLOBAL' }, 'user'],
  ['of an unknown group', { group: 'nobodies', action: 'GRANT', type: 'GLOBAL' }, 'group'],
];

it.each(patches)('a patch %s is refused, naming the property', async (_, patch, name) => {
  const jira = testJira();
  await expectRefusal(jira, 'patch', `${base}/admin/customfields/10002`, patch, name);
});

const bodies: readonly ['post' | 'put', string, object, string][] = [
  ['post', options, {}, 'optionvalue'],
  ['post', options, { optionvalue: ' ' }, 'optionvalue'],
  ['post', options, { optionvalue: 'x'.repeat(256) }, 'optionvalue'],
  ['post', options, { optionvalue: 'x', colour: 'red' }, 'colour'],
  ['put', `${options}/99`, { optionvalue: 'x' }, 'optionId'],
  ['post', `${options}/10000/move`, {}, 'after'],
  ['post', `${options}/10000/move`, { after: 'nowhere' }, 'after'],
  ['post', `${options}/10000/move`, { after: '10000' }, 'after'],
  ['post', `${options}/10000/move`, { position: 'Last' }, 'position'],
  ['put', `${options}/sort`, { locale: 'not a tag' }, 'locale'],
  ['put', `${options}/sort`, { locale: 'xx-XX' }, 'locale'],
  ['put', `${options}/sort`, { locale: 'en-US', strength: 'HUGE' }, 'strength'],
  ['put', `${options}/sort`, { locale: 'en-US', order: 'UP' }, 'order'],
  ['put', `${options}/default`, {}, 'optionId'],
  ['put', `${options}/default`, { optionIds: [10000] }, 'optionIds'],
  ['put', `${options}/default`, { optionId: 99 }, 'optionId'],
  ['post', `${options}/10000/childoptions`, { optionvalue: 'x' }, 'optionId'],
  ['put', `${base}/maintenance/event_log_truncate_schedule`, { active: true }, 'cronExpression'],
  [
    'put',
    `${base}/maintenance/event_log_truncate_schedule`,
    { active: true, cronExpression: 'hourly' },
    'cronExpression',
  ],
  ['post', `${base}/maintenance/operations`, {}, 'name'],
  ['post', `${base}/maintenance/operations`, { name: 'foo' }, 'name'],
  [
    'post',
    `${base}/admin/customfields/10000/contexts`,
    { contextName: 'x', isGlobal: true, projectIds: [10000] },
    'isGlobal',
  ],
  ['post', `${base}/admin/customfields/10000/contexts`, { contextName: 'x', isGlobal: true }, 'isGlobal'],
  ['post', `${base}/admin/customfields/10000/contexts`, { contextName: 'x', projectIds: [99] }, 'projectIds'],
  ['put', `${base}/admin/customfields/10000`, { userlist: 'bob' }, 'userlist'],
  ['put', `${base}/admin/customfields/10000/contexts/permissions`, [{ userlist: [] }], 'contextId'],
  ['put', `${base}/admin/customfields/10000/contexts/permissions`, [{ contextId: 99 }], 'contextId'],
];

it.each(bodies)('%s %s %j is refused, naming the property', async (method, address, body, name) => {
  await expectRefusal(testJira(), method, address, body, name);
});

/** Refused with 400, an entry for the property, and nothing changed. */
async function expectRefusal(
  jira: TestJira,
  method: 'post' | 'put' | 'patch',
  address: string,
  body: object,
  name: string,
) {
  const before = jira.root;
  const user = address.startsWith(`${base}/user`) ? jira.bob : jira.admin;
  const answer = await user[method](address, body);
  expect([answer.status, answer.body]).toMatchObject([
    400,
    { statusCode: 400, subCode: 400000, message: 'validation errors' },
  ]);
  expect((answer.body as { errors: { name: string }[] }).errors.map((entry) => entry.name)).toContain(name);
  expect(jira.root).toBe(before);
}
