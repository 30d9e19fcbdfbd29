import { createHash } from 'node:crypto';
import { ask, control, createField, fieldNames, listening } from './stage.js';

const noon = Date.UTC(2026, 0, 15, 12);
const still = { now: () => noon };

async function serverTime(jira: { readonly url: string }): Promise<string> {
  const { text } = await ask(jira, '/rest/api/2/serverInfo', { headers: {} });
  return (JSON.parse(text) as { serverTime: string }).serverTime;
}

describe('the clock', () => {
  it('is set, moved on, stopped and let go, for one workspace', async () => {
    let now = noon;
    const jira = await listening({ clock: { now: () => now } });
    expect((await control(jira, 'GET', 'clock')).body).toEqual({ now: '2026-01-15T12:00:00.000Z', frozen: false });
    const put = async (body: object) => (await control(jira, 'PUT', 'clock', body)).body as object;
    expect(await put({ now: '2030-06-01T00:00:00Z' })).toEqual({ now: '2030-06-01T00:00:00.000Z', frozen: false });
    now += 1000;
    expect(await put({ advance: 60_000, frozen: true })).toEqual({ now: '2030-06-01T00:01:01.000Z', frozen: true });
    now += 1000;
    expect(await serverTime(jira)).toBe('2030-06-01T00:01:01.000+0000');
    expect(await put({ advance: 1000 })).toEqual({ now: '2030-06-01T00:01:02.000Z', frozen: true });
    expect(await put({ frozen: false })).toEqual({ now: '2030-06-01T00:01:02.000Z', frozen: false });
    now += 1000;
    expect(await serverTime(jira)).toBe('2030-06-01T00:01:03.000+0000');
    expect(await serverTime(jira.workspace('other'))).toBe('2026-01-15T12:00:03.000+0000');
  });

  it('makes happen what comes with the time', async () => {
    const jira = await listening({ clock: still });
    const { id } = JSON.parse((await createField(jira, 'Old')).text) as { id: string };
    expect((await ask(jira, `/rest/api/3/field/${id}/trash`, { method: 'POST' })).status).toBe(200);
    const trashed = async () => {
      const { text } = await ask(jira, '/rest/api/3/field/search/trashed');
      return (JSON.parse(text) as { total: number }).total;
    };
    expect(await trashed()).toBe(1);
    jira.clock.advance(60 * 24 * 60 * 60 * 1000);
    expect(await trashed()).toBe(0);
  });

  it.each([[{}], [{ now: 'tomorrow' }], [{ now: 0 }], [{ advance: -1 }], [{ speed: 2 }], [undefined]])(
    'is not set to %j',
    async (body) => {
      const jira = await listening({ clock: still });
      const { status, body: answer } = await control(jira, 'PUT', 'clock', body);
      expect([status, answer.message]).toEqual([400, expect.stringMatching(/\w"?\.$/)]);
      expect(jira.clock.now()).toBe(noon);
    },
  );
});

describe('settings', () => {
  it('are read, and changed one by one', async () => {
    const jira = await listening();
    const before = (await control(jira, 'GET', 'settings')).body;
    expect(before).toMatchObject({ profile: { name: 'all' }, subtasks: true, multiLevelCascadingLicence: true });
    const { status, body } = await control(jira, 'PUT', 'settings', {
      subtasks: false,
      administratorsHaveDefaultPermission: true,
    });
    expect([status, body]).toEqual([200, { ...before, subtasks: false, administratorsHaveDefaultPermission: true }]);
    expect(jira.settings()).toMatchObject({ subtasks: false });
  });

  it('hold tasks, and let them go', async () => {
    const jira = await listening({ clock: still });
    jira.changeSettings({ holdTasks: true });
    const { id } = JSON.parse((await createField(jira, 'Going')).text) as { id: string };
    const deleted = await fetch(`${jira.url}/rest/api/3/field/${id}`, {
      method: 'DELETE',
      redirect: 'manual',
      headers: { Authorization: `Basic ${btoa('admin:admin')}` },
    });
    expect(deleted.status).toBe(303);
    jira.clock.advance(3_600_000);
    expect(await fieldNames(jira)).toContain('Going');
    await control(jira, 'PUT', 'settings', { holdTasks: false });
    expect(await fieldNames(jira)).not.toContain('Going');
  });

  it('have the profile by its name, or whole', async () => {
    const jira = await listening();
    await control(jira, 'PUT', 'settings', { profile: 'cloud' });
    expect((await ask(jira, '/rest/jiracustomfieldeditorplugin/1/admin/customfields')).status).toBe(404);
    const profile = { name: 'ours', jira: { deployment: 'any' }, answers: { 'jira.bare-field-id': '404' } };
    const { body } = await control(jira, 'PUT', 'settings', { profile });
    expect(body.profile).toMatchObject(profile);
    expect((await ask(jira, '/rest/api/3/field/10000/context')).status).toBe(404);
  });

  it('have the access tokens of Protected Fields, as hashes', async () => {
    const jira = await listening({ world: 'demo' });
    const { key = '' } = [...jira.world().projects.values()][0] ?? {};
    const put = (protectedFieldTokens: unknown) => control(jira, 'PUT', 'settings', { protectedFieldTokens });
    const { status, body } = await put([
      { token: 'mine' },
      { hash: 'a'.repeat(64), scopes: ['READ'], projects: [key] },
    ]);
    expect([status, body.protectedFieldTokens]).toEqual([
      200,
      expect.arrayContaining([
        { hash: createHash('sha256').update('mine').digest('hex'), scopes: ['READ', 'WRITE'], projects: null },
        { hash: 'a'.repeat(64), scopes: ['READ'], projects: [key] },
      ]),
    ]);
    const before = jira.settings();
    expect(before.protectedFieldTokens).toHaveLength(2);
    expect((await put([{}])).body.message).toContain('one of the two');
    expect((await put([{ token: 'x', projects: ['NO'] }])).body.message).toBe('These projects were not found: NO.');
    expect((await put([{ hash: 'zz' }])).status).toBe(400);
    expect(jira.settings()).toEqual(before);
    expect(JSON.stringify(jira.world().protectedTokens.toArray())).not.toContain('mine');
  });

  it.each([
    [{ profile: 'clod' }, 'no profile is named "clod": did you mean cloud'],
    [{ profile: { name: 'x', jira: { deployment: 'cluod' } }, subtasks: false }, 'jira.deployment'],
    [{ subtask: false }, 'unknown property "subtask": did you mean "subtasks"?'],
    [{ subtasks: 'no' }, 'subtasks must be a boolean.'],
    [{}, 'must'],
  ])('cannot be %j, and then none changes', async (settings, sentence) => {
    const jira = await listening();
    const before = jira.settings();
    const { status, body } = await control(jira, 'PUT', 'settings', settings);
    expect([status, body.message]).toEqual([400, expect.stringContaining(sentence)]);
    expect(jira.settings()).toEqual(before);
  });
});
