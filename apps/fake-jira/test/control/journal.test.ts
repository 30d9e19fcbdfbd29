import { protectedFieldsDefaultAddress } from '@fake-jira/profile';
import { as, ask, control, createField, listening, select } from './stage.js';

describe('the journal', () => {
  it('has method, address, user, status, time, operation and body of each request, oldest first', async () => {
    const jira = await listening({ clock: { now: () => 1_700_000_000_000 } });
    await createField(jira, 'New');
    await ask(jira, '/jira/rest/api/3/myself?expand=groups', { headers: as('bob') });
    await ask(jira, '/nothing', { headers: {} });
    const entry = { at: 1_700_000_000_000, violations: [] };
    const entries = [
      {
        ...entry,
        method: 'POST',
        path: '/rest/api/2/field',
        user: 'admin',
        status: 201,
        operationId: 'createCustomField',
        body: { name: 'New', type: select },
      },
      {
        ...entry,
        method: 'GET',
        path: '/rest/api/3/myself?expand=groups',
        user: 'bob',
        status: 200,
        operationId: 'getCurrentUser',
      },
      { ...entry, method: 'GET', path: '/nothing', user: null, status: 404, operationId: null, mirrored: false },
    ];
    expect(jira.journal()).toEqual(entries);
    expect((await control(jira, 'GET', 'requests')).body).toEqual({ requests: entries });
  });

  it('has the grade of what was answered, where the fake is to explain itself', async () => {
    const jira = await listening({ explain: true });
    await createField(jira, 'New');
    await ask(jira, '/nothing', { headers: {} });
    expect(jira.journal().map(({ status, evidence }) => [status, evidence])).toEqual([
      [201, 'documented'],
      [404, undefined],
    ]);
    expect((await control(jira, 'GET', 'requests')).body).toMatchObject({ requests: [{ evidence: 'documented' }, {}] });
  });

  it('finds requests by method, path, user, status and operation, and the newest', async () => {
    const jira = await listening();
    await createField(jira, 'New');
    await createField(jira, '');
    await ask(jira, '/rest/api/3/myself', { headers: as('bob') });
    await ask(jira, '/rest/api/3/serverInfo', { headers: {} });
    const found = async (query: string) =>
      ((await control(jira, 'GET', `requests?${query}`)).body.requests as { path: string; status: number }[]).map(
        ({ path, status }) => `${status} ${path.split('/').at(-1)}`,
      );
    expect(await found('method=post')).toEqual(['201 field', '400 field']);
    expect(await found('path=/rest/api/*/field')).toEqual(['201 field', '400 field']);
    expect(await found('path=/rest/api/3/**')).toEqual(['200 myself', '200 serverInfo']);
    expect(await found('user=bob')).toEqual(['200 myself']);
    expect(await found('user=')).toEqual(['200 serverInfo']);
    expect(await found('status=201')).toEqual(['201 field']);
    expect(await found('operation=createCustomField&limit=1')).toEqual(['400 field']);
    expect((await control(jira, 'GET', 'requests?limit=0')).status).toBe(400);
    expect((await control(jira, 'DELETE', 'requests')).status).toBe(204);
    expect(await found('')).toEqual([]);
  });

  it('is told of the control API by nobody', async () => {
    const jira = await listening();
    await control(jira, 'GET', 'info');
    expect(jira.journal()).toEqual([]);
  });

  it('keeps the newest thousand', async () => {
    const jira = await listening();
    // More than a journal holds, by few connections.
    for (let i = 0; i < 21; i++)
      await Promise.all(Array.from({ length: 50 }, () => ask(jira, '/nothing', { headers: {} })));
    expect(jira.journal()).toHaveLength(1000);
  }, 60_000);

  it('has no secret, neither in an address nor in a body', async () => {
    const jira = await listening();
    const secret = 'swordfish';
    await ask(jira, `/rest/api/2/field?token=${secret}&x=1&api_key=${secret}&PASSWORD=${secret}`);
    await ask(jira, '/rest/api/2/field', {
      method: 'POST',
      body: { name: 'A', password: secret, a: [{ apiToken: secret }] },
    });
    expect(JSON.stringify(jira.journal())).not.toContain(secret);
    expect(jira.journal().map(({ path, body }) => [path, body])).toEqual([
      ['/rest/api/2/field?token=***&x=1&api_key=***&PASSWORD=***', undefined],
      ['/rest/api/2/field', { name: 'A', password: '***', a: [{ apiToken: '***' }] }],
    ]);
  });

  it('has no value of a protected field, through whichever API it came', async () => {
    const jira = await listening({ world: 'demo' });
    const isProtectedText = ({ type }: { type: string }) => type.startsWith('protected-fields:');
    const [field] = [...jira.world().fields.values()].filter(isProtectedText);
    const name = `customfield_${field?.id}`;
    const secret = 'swordfish';
    const own = `${protectedFieldsDefaultAddress}?token=${secret}`;
    await ask(jira, own, { method: 'POST', body: { value: secret } });
    await ask(jira, '/rest/api/2/issue/TEST-1', { method: 'PUT', body: { fields: { [name]: secret } } });
    await ask(jira, '/rest/api/2/issue/TEST-1', { method: 'PUT', body: { update: { [name]: [{ set: secret }] } } });
    expect(JSON.stringify(jira.journal())).not.toContain(secret);
    expect(jira.journal()).toMatchObject([
      { path: `${protectedFieldsDefaultAddress}?token=***`, bodyLeftOut: 'protected' },
      { body: { fields: { [name]: '***' } } },
      { body: { update: { [name]: '***' } } },
    ]);
  });

  it('leaves out a body that is too large, and says so', async () => {
    const jira = await listening();
    await createField(jira, 'x'.repeat(20_000));
    expect(jira.journal()).toEqual([expect.objectContaining({ status: 400, bodyLeftOut: 'too-large' })]);
    expect(jira.journal()[0]).not.toHaveProperty('body');
  });
});
