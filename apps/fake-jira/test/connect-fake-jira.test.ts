import { expect } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectFakeJira, startFakeJira, type FakeJira, type FakeJiraOptions, type Place } from '../src/index.js';
import { toHaveReceived } from '../src/jest/matchers.js';
import { asAdmin } from './support/command-line.js';
import { Receiver } from './support/receiver.js';

expect.extend({ toHaveReceived });

const open: FakeJira[] = [];
afterEach(async () => {
  for (const jira of open.splice(0)) await jira.close();
});

async function started(options: FakeJiraOptions = {}): Promise<FakeJira> {
  const jira = await startFakeJira({ world: 'tiny', ...options });
  open.push(jira);
  return jira;
}

const start = Date.UTC(2026, 0, 15);
const frozen = { clock: { now: () => start } };
const json = { ...asAdmin.headers, 'Content-Type': 'application/json' };
const select = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

async function create(url: string, name: string): Promise<number> {
  const body = JSON.stringify({ name, type: select });
  return (await fetch(`${url}/rest/api/3/field`, { method: 'POST', headers: json, body })).status;
}

const ways: readonly (readonly [string, (options?: FakeJiraOptions) => Promise<FakeJira<Place>>])[] = [
  ['startFakeJira', started],
  ['connectFakeJira', async (options) => connectFakeJira((await started(options)).url)],
];

describe.each(ways)('what %s gives', (_, fake) => {
  const names = async (jira: Pick<FakeJira<Place>, 'world'>) =>
    [...(await jira.world()).fields.values()].map(({ name }) => name);

  it('registers webhooks, and says what they were told once nothing is on its way', async () => {
    const jira = await fake();
    const receiver = await Receiver.listening();
    const { id } = await jira.webhooks.add({ url: receiver.url, events: ['avi:jira:created:field'], secret: 'hush' });
    expect(await create(jira.url, 'New')).toBe(201);
    const [delivery] = await jira.webhooks.deliveries();
    expect(delivery).toMatchObject({ webhook: id, state: 'delivered', body: { name: 'New', typeName: 'select' } });
    await jira.webhooks.redeliver(delivery?.id ?? '');
    expect(await jira.webhooks.deliveries()).toMatchObject([{ attempts: [{ status: 200 }, { status: 200 }] }]);
    expect(receiver.received.map(({ headers }) => headers['x-atlassian-webhook-retry'])).toEqual([undefined, '1']);
    expect(await jira.webhooks.list()).toMatchObject([{ id, signed: true }]);
    expect([await jira.webhooks.remove(id), await jira.webhooks.remove(id)]).toEqual([true, false]);
    const wrong = async () => jira.webhooks.add({ url: receiver.url, events: ['jira:isue_created'] });
    await expect(wrong()).rejects.toThrow('"jira:isue_created" is no event of Jira\'s.');
  });

  it('loads, adds to and shows its world, and goes back to its beginning', async () => {
    const jira = await fake();
    await jira.load({ fields: [{ name: 'Team', type: 'select' }] });
    await jira.merge({ fields: [{ name: 'Colour', type: 'select' }] });
    expect(await names(jira)).toEqual(expect.arrayContaining(['Team', 'Colour']));
    await jira.reset();
    expect(await names(jira)).not.toContain('Team');
    await jira.load('demo', { baseline: true });
    await jira.reset();
    expect(await names(jira)).toContain('Browsers');
  });

  it('says every mistake of a world at once, and nothing has happened', async () => {
    const jira = await fake();
    const before = await names(jira);
    const wrong = { fields: [{ nme: 'Team', type: 'select' }] };
    const refused = async () => jira.load(wrong as never);
    await expect(refused()).rejects.toMatchObject({
      name: 'WorldFileError',
      mistakes: [
        { path: 'fields[0].name', message: '"name" is missing' },
        { path: 'fields[0].nme', message: '"nme" is not known here. Did you mean "name"?' },
      ],
    });
    await expect(async () => jira.merge('tiny' as never)).rejects.toThrow("merge takes a world file's content");
    await expect(async () => jira.load('tinny' as never)).rejects.toThrow('load takes "demo" or "tiny"');
    await expect(async () => jira.load('tiny', { baselin: true } as never)).rejects.toThrow('did you mean "baseline"?');
    expect(await names(jira)).toEqual(before);
  });

  it('has a journal that can be filtered, and the matcher', async () => {
    const jira = await fake(frozen);
    await create(jira.url, 'Team');
    await fetch(`${jira.url}/rest/api/3/serverInfo`);
    expect(await jira.journal({ user: null })).toEqual([expect.objectContaining({ path: '/rest/api/3/serverInfo' })]);
    expect(await jira.journal({ method: 'POST', path: '/rest/api/*/field', limit: 1 })).toEqual([
      {
        method: 'POST',
        path: '/rest/api/3/field',
        user: 'admin',
        status: 201,
        at: start,
        operationId: 'createCustomField',
        body: { name: 'Team', type: select },
        violations: [],
      },
    ]);
    await expect(jira).toHaveReceived('POST', '/rest/api/*/field', { body: { name: 'Team' }, times: 1 });
    await expect(jira).not.toHaveReceived('PUT', '/**');
    await expect(async () => expect(jira).toHaveReceived('PUT', '/**')).rejects.toThrow('Received instead:');
    await expect(async () => jira.journal({ metod: 'PUT' } as never)).rejects.toThrow('did you mean "method"?');
  });

  it('makes faults and takes them back', async () => {
    const jira = await fake();
    const fault = await jira.faults.add({ when: { operation: 'createCustomField' }, status: 503, times: 2 });
    expect(fault).toEqual({
      id: 'fault-1',
      met: 0,
      when: { operation: 'createCustomField' },
      status: 503,
      times: 2,
    });
    expect(await create(jira.url, 'Team')).toBe(503);
    expect(await jira.faults.get('fault-1')).toMatchObject({ met: 1 });
    expect(await jira.faults.list()).toHaveLength(1);
    expect(await create(jira.url, 'Team')).toBe(503);
    expect(await jira.faults.get('fault-1')).toBeUndefined();
    expect(await jira.faults.remove('fault-1')).toBe(false);
    const { id } = await jira.faults.add({ latency: 1 });
    expect(await jira.faults.remove(id)).toBe(true);
    await jira.faults.add({ status: 500 });
    await jira.faults.clear();
    expect(await create(jira.url, 'Team')).toBe(201);
    await expect(async () => jira.faults.add({ status: 503, reset: true })).rejects.toThrow('A fault does one thing');
  });

  it('moves and stops its clock', async () => {
    const jira = await fake(frozen);
    await jira.clock.advance(60_000);
    expect(await jira.clock.now()).toBe(start + 60_000);
    expect(await jira.clock.frozen).toBe(false);
    await jira.clock.freeze(0);
    expect([await jira.clock.now(), await jira.clock.frozen]).toEqual([0, true]);
    await jira.clock.set(1_000);
    await jira.clock.resume();
    expect([await jira.clock.now(), await jira.clock.frozen]).toEqual([1_000, false]);
    await jira.clock.freeze();
    expect(await jira.clock.frozen).toBe(true);
    await expect(async () => jira.clock.set(NaN)).rejects.toThrow(/years 1970 to 9998|since 1970/);
    await expect(async () => jira.clock.advance('1h' as never)).rejects.toThrow('number');
  });

  it('changes its settings', async () => {
    const jira = await fake();
    const changed = await jira.changeSettings({ profile: 'data-center', subtasks: false });
    expect(changed).toMatchObject({ profile: { name: 'data-center' }, subtasks: false });
    expect(await jira.changeSettings({})).toEqual(changed);
    expect(await jira.settings()).toEqual(changed);
    await expect(async () => jira.changeSettings({ profle: 'cloud' } as never)).rejects.toThrow('profile');
    await expect(async () => jira.changeSettings({ profile: 'none' })).rejects.toThrow('none');
  });

  it('has workspaces of its own, which can be deleted, and another beginning for those that come', async () => {
    const jira = await fake();
    const [one, two] = [jira.workspace('one'), jira.workspace('two')];
    expect(one.url).toBe(`${jira.url}/w/one`);
    await one.merge({ fields: [{ name: 'Team', type: 'select' }] });
    expect(await names(two)).not.toContain('Team');
    expect(await jira.deleteWorkspace('one')).toBe(true);
    expect(await jira.deleteWorkspace('one')).toBe(false);
    await jira.beginWith({ fields: [{ name: 'Colour', type: 'select' }] });
    expect(await names(one)).toContain('Colour');
    expect(await names(two)).not.toContain('Colour');
    await jira.load('tiny');
    await jira.reset();
    expect(await names(jira)).toContain('Colour');
    expect(() => jira.workspace('a b')).toThrow('is no name of a workspace');
    await expect(async () => jira.deleteWorkspace('default')).rejects.toThrow('always there');
  });
});

describe('connectFakeJira', () => {
  it('begins with the workspace whose address it is given, and ends nothing that it has not started', async () => {
    const here = await started();
    {
      await using jira = await connectFakeJira(`${here.url}/w/mine/`);
      expect(jira.url).toBe(`${here.url}/w/mine`);
      await jira.merge({ fields: [{ name: 'Team', type: 'select' }] });
      expect(jira.workspace('other').url).toBe(`${here.url}/w/other`);
      jira.unref();
    }
    const { fields } = here.workspace('mine').world();
    expect([...fields.values()].map(({ name }) => name)).toContain('Team');
  });

  it('has the same world as the fake has, but for what only the fake can open', async () => {
    const here = await started({ world: 'demo', ...frozen });
    const jira = await connectFakeJira(here.url);
    const [there, own] = [await jira.world(), here.world()];
    for (const table of ['users', 'groups', 'projects', 'fields', 'contexts', 'options', 'issues'] as const)
      expect([...there[table].keys()]).toEqual([...own[table].keys()]);
  });

  it('gives the control token, and says where it is needed', async () => {
    const { url } = await started({ controlToken: 'secret' });
    await expect(connectFakeJira(url)).rejects.toThrow(
      'connectFakeJira: The control API needs the control token of this fake: Authorization: Bearer <token>. Give it as connectFakeJira(url, { token }).',
    );
    await expect(connectFakeJira(url, { token: 'wrong' })).rejects.toThrow('needs the control token');
    const jira = await connectFakeJira(url, { token: 'secret' });
    await jira.workspace('one').reset();
    await jira.beginWith('tiny');
  });

  it('says what is wrong with an address', async () => {
    await expect(connectFakeJira(undefined)).rejects.toThrow(/takes the address of a fake, such as .* not nothing/);
    await expect(connectFakeJira('127.0.0.1:2990')).rejects.toThrow('not "127.0.0.1:2990"');
    const { url } = await started();
    await open.splice(0)[0]?.close();
    await expect(connectFakeJira(url)).rejects.toThrow(
      `No fake Jira answers at ${url}: ECONNREFUSED. Is it started, and is that its address?`,
    );
    await expect(connectFakeJira(url, { tokn: 'x' } as never)).rejects.toThrow('did you mean "token"?');
  });

  it('knows what is no fake', async () => {
    const server = createServer((_, response) => void response.writeHead(404).end('Not here.')).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expect(connectFakeJira(url)).rejects.toThrow(`What answers at ${url} is no fake Jira: /_fake has given 404.`);
    server.close();
    server.closeAllConnections();
  });
});
