import type { WorldFile } from '@fake-jira/fixtures';
import { startFakeJira } from '../src/index.js';
import { asAdmin } from './support/command-line.js';

const json = { ...asAdmin.headers, 'Content-Type': 'application/json' };
const select = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

async function fields(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/rest/api/3/field`, asAdmin);
  return ((await answer.json()) as { name: string }[]).map(({ name }) => name);
}

async function create(url: string, name: string): Promise<void> {
  await fetch(`${url}/rest/api/3/field`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ name, type: select }),
  });
}

describe('startFakeJira', () => {
  it('listens on a free port of loopback and can be closed', async () => {
    const jira = await startFakeJira();
    expect(jira.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await fields(jira.url)).toContain('Browsers');
    await jira.close();
    await expect(fetch(jira.url)).rejects.toThrow();
  });

  it('shows its world, remembers its requests, and goes back to its beginning', async () => {
    const jira = await startFakeJira({ world: 'tiny', clock: { now: () => Date.UTC(2026, 0, 15) } });
    const before = jira.world();
    await create(jira.url, 'New');
    expect(jira.world().fields.size).toBe(before.fields.size + 1);
    expect(jira.journal()).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: '/rest/api/3/field',
        user: 'admin',
        status: 201,
        operationId: 'createCustomField',
      }),
    ]);
    jira.reset();
    expect(jira.world()).toBe(before);
    expect(jira.journal()).toEqual([]);
    await jira.close();
  });

  it('has workspaces that do not see each other, by path or by header, under both context paths', async () => {
    const jira = await startFakeJira();
    const [one, two] = [jira.workspace('one'), jira.workspace('two')];
    await create(one.url, 'Only in one');
    await create(`${two.url}/jira`, 'Only in two');
    expect(await fields(one.url)).toContain('Only in one');
    expect(await fields(two.url)).not.toContain('Only in one');
    expect(await fields(jira.url)).not.toContain('Only in one');
    const byHeader = await fetch(`${jira.url}/jira/rest/api/2/field`, {
      headers: { ...asAdmin.headers, 'X-Fake-Workspace': 'two' },
    });
    expect(JSON.stringify(await byHeader.json())).toContain('Only in two');
    expect(one.journal()).toHaveLength(2);
    one.reset();
    expect(await fields(one.url)).not.toContain('Only in one');
    expect(await fields(two.url)).toContain('Only in two');
    await jira.close();
  });

  it('refuses a workspace whose name cannot stand in an address', async () => {
    const jira = await startFakeJira();
    expect((await fetch(`${jira.url}/w/${'x'.repeat(65)}/rest/api/3/field`)).status).toBe(400);
    expect((await fetch(`${jira.url}/w/a%20b/rest/api/3/field`)).status).toBe(400);
    await jira.close();
  });

  it('takes a profile by name, and a world as the content of a world file', async () => {
    const jira = await startFakeJira({
      profile: 'data-center',
      world: { projects: [{ key: 'MINE', name: 'Mine' }], fields: [{ name: 'Colour', type: 'select' }] },
    });
    expect((await fetch(`${jira.url}/rest/api/3/field`, asAdmin)).status).toBe(404);
    const answer = await fetch(`${jira.url}/rest/api/2/field`, asAdmin);
    expect(JSON.stringify(await answer.json())).toContain('Colour');
    await jira.close();
  });

  it('says what is wrong with a world that is none, and where, and keeps the one it has', async () => {
    const wrong = { fields: [{ nme: 'Colour', type: 'select' }] } as unknown as WorldFile;
    const said = /fields\[0\]/;
    await expect(startFakeJira({ world: wrong })).rejects.toThrow(said);
    const jira = await startFakeJira();
    const before = jira.world();
    expect(() => jira.load(wrong)).toThrow(said);
    expect(() => jira.merge(wrong)).toThrow(said);
    expect(jira.world()).toBe(before);
    await jira.close();
  });

  it('takes its time from the clock that it is given', async () => {
    let now = Date.UTC(2026, 0, 1);
    const jira = await startFakeJira({ clock: { now: () => now } });
    const serverTime = async () =>
      ((await (await fetch(`${jira.url}/rest/api/3/serverInfo`)).json()) as { serverTime: string }).serverTime;
    expect(await serverTime()).toBe('2026-01-01T00:00:00.000+0000');
    now += 1000;
    expect(await serverTime()).toBe('2026-01-01T00:00:01.000+0000');
    await jira.close();
  });

  it('runs middleware in front of its APIs, and holds its answers to the spec where asked to', async () => {
    const jira = await startFakeJira({
      validate: 'strict',
      middleware: [
        (request, response, next) => (request.path === '/teapot' ? void response.status(418).end() : next()),
      ],
    });
    expect((await fetch(`${jira.url}/teapot`)).status).toBe(418);
    expect(await fields(jira.url)).toContain('Browsers');
    await jira.close();
  });
});
