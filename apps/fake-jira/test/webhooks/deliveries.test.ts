import { createHmac } from 'node:crypto';
import { startFakeJira, type FakeJira, type FakeJiraOptions } from '../../src/index.js';
import { Receiver } from '../support/receiver.js';

const noon = Date.UTC(2026, 0, 15, 12);
const headers = {
  Authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
  'Content-Type': 'application/json',
};
const minute = 60_000;

/** A fake with one webhook for changes of issues, and who is told. */
async function staged(options: FakeJiraOptions = {}, webhook: object = {}) {
  const jira = await startFakeJira({ world: 'demo', clock: { now: () => noon }, ...options });
  open.push(jira);
  jira.clock.freeze();
  const receiver = await Receiver.listening();
  const events = ['jira:issue_created', 'jira:issue_updated', 'jira:issue_deleted'];
  jira.webhooks.add({ url: `${receiver.url}/hook`, events, ...webhook });
  return { jira, receiver };
}

const open: FakeJira[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((jira) => jira.close()));
});

async function ask(jira: { readonly url: string }, method: string, path: string, body?: unknown): Promise<Response> {
  const response = await fetch(jira.url + path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(response.status).toBeLessThan(300);
  return response;
}

async function issueIn(
  jira: { readonly url: string; world(): { readonly projects: ReadonlyMapLike } },
  summary: string,
) {
  const [project] = [...jira.world().projects.values()] as { readonly key: string }[];
  const fields = { project: { key: project?.key }, issuetype: { name: 'Task' }, summary };
  return (await (await ask(jira, 'POST', '/rest/api/2/issue', { fields })).json()) as { key: string; id: string };
}

interface ReadonlyMapLike {
  values(): Iterable<unknown>;
}

describe('webhooks', () => {
  it('tell of an issue that is made, changed and deleted, in that order', async () => {
    const { jira, receiver } = await staged({ profile: 'cloud' });
    const { key, id } = await issueIn(jira, 'First');
    await ask(jira, 'PUT', `/rest/api/2/issue/${key}`, { fields: { summary: 'Second' } });
    await ask(jira, 'DELETE', `/rest/api/2/issue/${key}`);
    const deliveries = await jira.webhooks.deliveries();
    expect(deliveries.map(({ event, state }) => [event, state])).toEqual([
      ['jira:issue_created', 'delivered'],
      ['jira:issue_updated', 'delivered'],
      ['jira:issue_deleted', 'delivered'],
    ]);
    const [created, updated, deleted] = receiver.received.map(({ body }) => body);
    expect(created).toMatchObject({
      timestamp: noon,
      webhookEvent: 'jira:issue_created',
      issue_event_type_name: 'issue_created',
      user: { displayName: expect.any(String) as string },
      issue: { id, key, self: `${jira.url}/rest/api/2/${id}`, fields: { summary: 'First' } },
    });
    expect(created).not.toHaveProperty('changelog');
    expect(updated).toMatchObject({
      webhookEvent: 'jira:issue_updated',
      issue_event_type_name: 'issue_updated',
      issue: { key, fields: { summary: 'Second' } },
      changelog: {
        id: expect.stringMatching(/^\d+$/) as string,
        items: [{ field: 'summary', fieldtype: 'jira', fromString: 'First', toString: 'Second' }],
      },
    });
    expect(deleted).toMatchObject({
      webhookEvent: 'jira:issue_deleted',
      issue: { key, fields: { summary: 'Second' } },
    });
  });

  it('say which delivery it is, and that it is Jira who sends it', async () => {
    const { jira, receiver } = await staged();
    await issueIn(jira, 'First');
    const [delivery] = await jira.webhooks.deliveries();
    expect(receiver.received[0]).toMatchObject({
      path: '/hook',
      headers: {
        'user-agent': 'Atlassian Webhook HTTP Client',
        'content-type': 'application/json; charset=UTF-8',
        'x-atlassian-webhook-identifier': delivery?.id,
        'x-atlassian-webhook-flow': 'Primary',
      },
    });
    expect(receiver.received[0]?.headers).not.toHaveProperty('x-atlassian-webhook-retry');
    expect(receiver.received[0]?.headers).not.toHaveProperty('x-hub-signature');
    expect(delivery?.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  });

  it('sign what they send where there is a secret, which is told nowhere', async () => {
    const { jira, receiver } = await staged({}, { secret: 'hush-hush' });
    await issueIn(jira, 'First');
    const deliveries = await jira.webhooks.deliveries();
    const [received] = receiver.received;
    const expected = createHmac('sha256', 'hush-hush')
      .update(received?.text ?? '')
      .digest('hex');
    expect(received?.headers['x-hub-signature']).toBe(`sha256=${expected}`);
    const told = [
      JSON.stringify(deliveries),
      JSON.stringify(jira.webhooks.list()),
      await (await ask(jira, 'GET', '/_fake/webhooks')).text(),
      await (await ask(jira, 'GET', '/_fake/webhooks/deliveries')).text(),
      await (await ask(jira, 'GET', '/_fake/world?history=true')).text(),
      await (await ask(jira, 'GET', '/rest/webhooks/1.0/webhook')).text(),
    ].join('\n');
    expect(told).toContain(`${receiver.url}/hook`);
    expect(told).not.toContain('hush-hush');
    expect(told).not.toContain(expected);
  });

  it('try again by the clock what failed and may work later, five times at most', async () => {
    const { jira, receiver } = await staged();
    receiver.answers(503, 429, 200);
    await issueIn(jira, 'First');
    const [first] = await jira.webhooks.deliveries();
    expect(first).toMatchObject({ state: 'waiting', attempts: [{ status: 503 }] });
    const wait = Date.parse(first?.nextAttempt ?? '') - noon;
    expect(wait).toBeGreaterThanOrEqual(5 * minute);
    expect(wait).toBeLessThanOrEqual(15 * minute);
    jira.clock.advance(wait - 1);
    expect(await jira.webhooks.deliveries()).toEqual([first]);
    jira.clock.advance(1);
    expect(await jira.webhooks.deliveries()).toMatchObject([{ state: 'waiting', attempts: [{}, { status: 429 }] }]);
    jira.clock.advance(15 * minute);
    expect(await jira.webhooks.deliveries()).toMatchObject([{ state: 'delivered', nextAttempt: null }]);
    const retries = receiver.received.map(({ headers }) => headers['x-atlassian-webhook-retry']);
    expect(retries).toEqual([undefined, '1', '2']);
    expect(new Set(receiver.received.map(({ headers }) => headers['x-atlassian-webhook-identifier'])).size).toBe(1);

    receiver.answers(500);
    await issueIn(jira, 'Second');
    await jira.webhooks.deliveries();
    for (let i = 0; i < 7; i++) {
      jira.clock.advance(15 * minute);
      await jira.webhooks.deliveries();
    }
    const [, second] = await jira.webhooks.deliveries();
    expect(second).toMatchObject({ state: 'failed', nextAttempt: null });
    expect(second?.attempts).toHaveLength(6);
  });

  it('give up at once where trying again would be of no use', async () => {
    const { jira, receiver } = await staged();
    receiver.answers(404);
    await issueIn(jira, 'First');
    expect(await jira.webhooks.deliveries()).toMatchObject([{ state: 'failed', attempts: [{ status: 404 }] }]);
  });

  it('do not stop a request when nobody listens, and say so', async () => {
    const { jira, receiver } = await staged();
    receiver.close();
    const { key } = await issueIn(jira, 'First');
    await ask(jira, 'GET', `/rest/api/2/issue/${key}`);
    const [delivery] = await jira.webhooks.deliveries();
    expect(delivery).toMatchObject({
      state: 'waiting',
      attempts: [{ error: expect.stringContaining('ECONNREFUSED') as string }],
    });
  });

  it('are sent to this machine alone unless another is allowed', async () => {
    const { jira } = await staged(
      { allowWebhooksTo: ['Hooks.example'] },
      { url: 'https://elsewhere.example/hook?token=abc' },
    );
    await issueIn(jira, 'First');
    const [delivery] = await jira.webhooks.deliveries();
    expect(delivery).toMatchObject({
      state: 'failed',
      url: 'https://elsewhere.example/hook?token=***',
      attempts: [{ error: expect.stringContaining('--allow-webhooks-to elsewhere.example') as string }],
    });
  });

  it('are told again on demand, under the same identifier', async () => {
    const { jira, receiver } = await staged();
    await issueIn(jira, 'First');
    const [delivery] = await jira.webhooks.deliveries();
    jira.webhooks.redeliver(delivery?.id ?? '');
    expect(await jira.webhooks.deliveries()).toMatchObject([
      { id: delivery?.id, state: 'delivered', attempts: [{}, {}] },
    ]);
    expect(receiver.received[1]?.text).toBe(receiver.received[0]?.text);
    expect(() => jira.webhooks.redeliver('none')).toThrow('There is no delivery none');
  });

  it('tell only of issues that their query finds, and of changes of their fields', async () => {
    const { jira, receiver } = await staged({}, { jql: 'summary ~ wanted', fieldIds: ['summary'] });
    const wanted = await issueIn(jira, 'Something wanted');
    const other = await issueIn(jira, 'Something else');
    for (const { key } of [wanted, other]) {
      await ask(jira, 'PUT', `/rest/api/2/issue/${key}`, { fields: { labels: ['x'] } });
      await ask(jira, 'PUT', `/rest/api/2/issue/${key}`, { update: { summary: [{ set: `${key} wanted` }] } });
    }
    await jira.webhooks.deliveries();
    expect(receiver.received.map(({ body }) => body)).toMatchObject([
      { webhookEvent: 'jira:issue_created', issue: { key: wanted.key } },
      { webhookEvent: 'jira:issue_updated', issue: { key: wanted.key, fields: { summary: `${wanted.key} wanted` } } },
      { webhookEvent: 'jira:issue_updated', issue: { key: other.key } },
    ]);
  });

  it('tell nothing of what was refused, nor when they are off, nor after a reset', async () => {
    const { jira, receiver } = await staged({}, { enabled: false });
    await issueIn(jira, 'First');
    expect(await jira.webhooks.deliveries()).toEqual([]);
    jira.webhooks.add({ url: receiver.url, events: ['jira:issue_created'] });
    const refused = await fetch(`${jira.url}/rest/api/2/issue`, { method: 'POST', headers, body: '{"fields":{}}' });
    expect(refused.status).toBe(400);
    jira.reset();
    await issueIn(jira, 'Second');
    expect(await jira.webhooks.deliveries()).toEqual([]);
    expect(receiver.received).toEqual([]);
  });

  it('leave out what has happened where that is wanted, and fill in variables of their address', async () => {
    const { jira, receiver } = await staged({}, {});
    const [known] = jira.webhooks.list();
    jira.webhooks.remove(known?.id ?? 0);
    const url = `${receiver.url}/\${project.key}/{issue.key}/\${unknown}`;
    jira.webhooks.add({ url, events: ['jira:issue_created'], excludeBody: true });
    const { key } = await issueIn(jira, 'First');
    await jira.webhooks.deliveries();
    expect(receiver.received).toMatchObject([{ text: '', path: `/${key.split('-')[0]}/${key}/$%7Bunknown%7D` }]);
  });

  it('belong to one workspace', async () => {
    const { jira, receiver } = await staged();
    await issueIn(jira.workspace('other'), 'Elsewhere');
    expect(await jira.workspace('other').webhooks.deliveries()).toEqual([]);
    expect(await jira.webhooks.deliveries()).toEqual([]);
    expect(receiver.received).toEqual([]);
  });
});
