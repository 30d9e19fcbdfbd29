import { testJira } from '../support/jira.js';

const month = 30 * 24 * 60 * 60 * 1000;
const url = 'https://hooks.example.com/told';
const events = ['jira:issue_created'];

describe('the webhooks of apps', () => {
  it('belong to who has registered them, and end after a month unless they are renewed', async () => {
    const { admin, bob, clock } = testJira({ profile: 'cloud' });
    const webhooks = [
      { jqlFilter: 'project = TEST', events },
      { jqlFilter: 'nothing = 1', events },
      { jqlFilter: 'project =', events },
    ];
    const { body } = await admin.post('/rest/api/3/webhook', { url, webhooks });
    expect(body).toEqual({
      webhookRegistrationResult: [
        { createdWebhookId: 1 },
        { errors: ["Field 'nothing' does not exist or you do not have permission to view it."] },
        { errors: [expect.stringContaining('before the end of the query')] },
      ],
    });
    const ids = async (who: typeof admin) =>
      ((await who.get('/rest/api/3/webhook')).body as { values: { id: number }[] }).values.map(({ id }) => id);
    expect([await ids(admin), await ids(bob)]).toEqual([[1], []]);
    await bob.delete('/rest/api/3/webhook', { webhookIds: [1] });
    await bob.put('/rest/api/3/webhook/refresh', { webhookIds: [1] });
    clock.advance(month - 1);
    expect(await ids(admin)).toEqual([1]);
    const renewed = await admin.put('/rest/api/3/webhook/refresh', { webhookIds: [1] });
    expect(renewed.body).toEqual({ expirationDate: clock.now() + month });
    clock.advance(month - 1);
    expect(await ids(admin)).toEqual([1]);
    clock.advance(1);
    expect(await ids(admin)).toEqual([]);
    expect((await admin.get('/_fake/webhooks')).body).toEqual({ webhooks: [] });
  });

  it('are told by Cloud alone, also under version 2', async () => {
    expect((await testJira({ profile: 'cloud' }).admin.get('/rest/api/2/webhook')).status).toBe(200);
    expect((await testJira({ profile: 'data-center' }).admin.get('/rest/api/2/webhook')).status).toBe(404);
  });
});

describe('the webhooks of administrators', () => {
  it('have an address each, and tell no secret', async () => {
    const { admin, bob } = testJira({ profile: 'cloud' });
    const path = '/rest/webhooks/1.0/webhook';
    const made = await admin.post(path, { name: 'Mine', url, events, secret: 'hush-hush' });
    expect([made.status, made.body]).toMatchObject([201, { name: 'Mine', enabled: true, isSigned: true, filters: {} }]);
    expect(made.text).not.toContain('hush-hush');
    const { self } = made.body as { self: string };
    const address = new URL(self).pathname;
    expect(address).toBe(`${path}/1`);
    const filters = { 'issue-related-events-section': 'project = TEST' };
    const changed = await admin.put(address, { filters, enabled: false });
    expect(changed.body).toMatchObject({ name: 'Mine', url, events, filters, enabled: false, isSigned: true });
    expect((await bob.get(path)).status).toBe(403);
    expect((await admin.delete(address)).status).toBe(204);
    expect((await admin.get(address)).status).toBe(404);
  });

  it('are not those of apps, which only their apps change', async () => {
    const { admin } = testJira({ profile: 'cloud' });
    await admin.post('/rest/api/3/webhook', { url, webhooks: [{ jqlFilter: 'project = TEST', events }] });
    const path = '/rest/webhooks/1.0/webhook';
    expect((await admin.get(path)).body).toEqual([]);
    expect((await admin.get(`${path}/1`)).status).toBe(404);
    expect((await admin.put(`${path}/1`, { events: ['user_deleted'] })).status).toBe(404);
    expect((await admin.delete(`${path}/1`)).status).toBe(404);
    const { values } = (await admin.get('/rest/api/3/webhook')).body as { values: object[] };
    expect(values).toMatchObject([{ id: 1, events }]);
  });

  it('moved with version 10 of Data Center', async () => {
    const statuses = async (version: string) => {
      const { admin } = testJira({ profile: 'data-center', jira: { deployment: 'data-center', version } });
      const [older, newer] = [
        await admin.get('/rest/webhooks/1.0/webhook'),
        await admin.get('/rest/jira-webhook/1.0/webhooks'),
      ];
      return [older.status, newer.status];
    };
    expect(await statuses('9.12.0')).toEqual([200, 404]);
    expect(await statuses('10.3.0')).toEqual([404, 200]);
  });

  it('say their query and their secret in a configuration from then on', async () => {
    const { admin } = testJira({ profile: 'data-center', jira: { deployment: 'data-center', version: '10.3.0' } });
    const configuration = { FILTERS: 'project = TEST', EXCLUDE_BODY: 'true', SECRET: 'hush-hush' };
    const { body, text } = await admin.post('/rest/jira-webhook/1.0/webhooks', {
      name: 'Mine',
      url,
      events,
      configuration,
    });
    expect(body).toMatchObject({
      id: 1,
      active: true,
      configuration: { FILTERS: 'project = TEST', EXCLUDE_BODY: 'true' },
    });
    expect(text).not.toContain('hush-hush');
    expect((await admin.get('/_fake/webhooks/1')).body).toMatchObject({
      jql: 'project = TEST',
      excludeBody: true,
      signed: true,
    });
  });
});
