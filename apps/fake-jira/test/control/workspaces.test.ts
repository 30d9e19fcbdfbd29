import { ask, control, createField, fieldNames, listening } from './stage.js';

const clients = Array.from({ length: 200 }, (_, i) => `client-${i}`);
const minute = 60_000;

describe('workspaces', () => {
  it('200 concurrent clients in 200 workspaces see their own changes only', async () => {
    const jira = await listening();
    const before = await fieldNames(jira);
    const views = clients.map((name) => jira.workspace(name));
    await Promise.all(
      views.map(async (view, i) => {
        const name = clients[i] as string;
        expect((await createField(view, `Field of ${name}`)).status).toBe(201);
        if (i % 2 === 0) expect((await createField(view, `Second of ${name}`)).status).toBe(201);
        const fault = { when: { operation: 'getFields' }, respond: { status: 200, body: [name] }, times: 1 };
        expect((await control(view, 'POST', 'faults', fault)).status).toBe(201);
        expect((await ask(view, '/rest/api/2/field')).text).toBe(JSON.stringify([name]));
      }),
    );
    const after = await Promise.all(views.map(async (view) => (await fieldNames(view)).sort()));
    for (const [i, names] of after.entries()) {
      const own = [`Field of ${clients[i]}`, ...(i % 2 === 0 ? [`Second of ${clients[i]}`] : [])];
      expect(names).toEqual([...before, ...own].sort());
      expect(views[i]?.journal()).toHaveLength(i % 2 === 0 ? 4 : 3);
    }
    expect(await fieldNames(jira)).toEqual(before);
    const { body } = await control(jira, 'GET', 'workspaces');
    expect(body.workspaces).toHaveLength(201);
  }, 60_000);

  it('shares the world it began with until it changes it', async () => {
    const jira = await listening({ clock: { now: () => Date.UTC(2026, 0, 15) } });
    const one = jira.workspace('one').world();
    const two = jira.workspace('two').world();
    expect(two.fields).toBe(one.fields);
    await createField(jira.workspace('one'), 'New');
    expect(jira.workspace('one').world().users).toBe(two.users);
    expect(jira.workspace('one').world().fields).not.toBe(two.fields);
  });

  it('is chosen by path or by header, and the path wins', async () => {
    const jira = await listening();
    await createField(jira.workspace('one'), 'Only in one');
    const named = async (url: string, header: string) => {
      const answer = await fetch(`${url}/_fake/info`, { headers: { 'X-Fake-Workspace': header } });
      return (await answer.json()) as { workspace: string; url: string };
    };
    expect(await named(jira.url, 'one')).toMatchObject({ workspace: 'one', url: `${jira.url}/w/one` });
    expect(await named(`${jira.url}/w/two`, 'one')).toMatchObject({ workspace: 'two', url: `${jira.url}/w/two` });
  });

  it('is deleted, and begins anew at its next use', async () => {
    const jira = await listening();
    const one = jira.workspace('one');
    await createField(one, 'Gone soon');
    expect((await control(jira, 'DELETE', 'workspaces/one')).status).toBe(204);
    expect((await control(jira, 'DELETE', 'workspaces/one')).body).toEqual({ message: 'There is no workspace one.' });
    expect(await fieldNames(one)).not.toContain('Gone soon');
    expect(one.journal()).toHaveLength(1);
    expect((await control(jira, 'DELETE', 'workspaces/default')).status).toBe(409);
    expect(() => jira.deleteWorkspace('default')).toThrow('reset it instead');
    expect([jira.deleteWorkspace('one'), jira.deleteWorkspace('one')]).toEqual([true, false]);
    expect(() => jira.workspace('a b')).toThrow('"a b" is no name of a workspace');
  });

  it('expires after its idle time on the clock of the fake, and the default one never does', async () => {
    let now = Date.UTC(2026, 0, 15);
    const jira = await listening({ clock: { now: () => now }, workspaceIdle: 10 * minute });
    await createField(jira, 'Stays');
    await createField(jira.workspace('idle'), 'Idle');
    await createField(jira.workspace('busy'), 'Busy');
    // A clock that one workspace moves is its own.
    jira.workspace('busy').clock.advance(1000 * minute);
    now += 9 * minute;
    expect(await fieldNames(jira.workspace('busy'))).toContain('Busy');
    now += minute;
    const { body } = await control(jira, 'GET', 'workspaces');
    expect(body.workspaces).toMatchObject([
      { name: 'busy', lastUsed: new Date(now - minute).toISOString() },
      { name: 'default' },
    ]);
    expect(await fieldNames(jira.workspace('idle'))).not.toContain('Idle');
    now += 100 * minute;
    expect(await fieldNames(jira)).toContain('Stays');
  });

  it('goes back to its beginning: world, profile, clock, faults and journal', async () => {
    const jira = await listening();
    const one = jira.workspace('one');
    await createField(one, 'New');
    one.faults.add({ latency: 1 });
    one.clock.freeze(0);
    one.changeSettings({ profile: 'cloud', subtasks: false });
    expect((await control(one, 'POST', 'reset')).status).toBe(204);
    expect(one.journal()).toEqual([]);
    expect(await fieldNames(one)).not.toContain('New');
    expect(one.faults.list()).toEqual([]);
    expect([one.clock.frozen, one.clock.now() > 0]).toEqual([false, true]);
    expect(one.settings()).toMatchObject({ profile: { name: 'all' }, subtasks: true });
  });

  it('has a profile of its own', async () => {
    const jira = await listening();
    const old = jira.workspace('old');
    const { body } = await control(old, 'PUT', 'settings', { profile: 'data-center' });
    expect(body.profile).toMatchObject({ name: 'data-center' });
    expect((await ask(old, '/rest/api/3/field')).status).toBe(404);
    expect((await ask(jira, '/rest/api/3/field')).status).toBe(200);
  });
});
