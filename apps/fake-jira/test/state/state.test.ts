import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorld } from '@fake-jira/fixtures';
import { pagesOf, type Root } from '@fake-jira/world';
import { startFakeJira, type FakeJira } from '../../src/index.js';
import { openState } from '../../src/state/open-state.js';
import { Store } from '../../src/state/store.js';
import { control, createField, fieldNames } from '../control/stage.js';
import { fakeJira, startedFake } from '../support/command-line.js';
import { TestClock } from '../support/jira.js';
import { Receiver } from '../support/receiver.js';

describe('--state', () => {
  let directory: string;
  const open: (() => Promise<void>)[] = [];
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'fake-jira-state-'))));
  afterEach(async () => {
    for (const close of open.splice(0)) await close();
    rmSync(directory, { recursive: true, force: true });
  });

  interface Kept {
    readonly jira: FakeJira;
    readonly close: () => Promise<void>;
  }

  /** A fake that keeps its state, as `start --state` makes it. */
  async function kept(options: Parameters<typeof startFakeJira>[0] = {}): Promise<Kept> {
    const state = await openState(directory);
    const jira = await startFakeJira({ world: 'tiny', clock: new TestClock(), ...options, ...state });
    let closed: Promise<void> | undefined;
    const close = () => (closed ??= jira.close().then(() => state.keeper.close()));
    open.push(close);
    return { jira, close };
  }

  it('goes on with webhooks, their secrets too', async () => {
    const receiver = await Receiver.listening();
    const first = await kept();
    const webhook = { url: receiver.url, events: ['avi:jira:created:field'], secret: 'hush-hush' };
    await control(first.jira, 'POST', 'webhooks', webhook);
    await createField(first.jira, 'Before');
    expect(await first.jira.webhooks.deliveries()).toMatchObject([{ state: 'delivered' }]);
    await first.close();
    const { jira } = await kept();
    await createField(jira, 'After');
    expect(await jira.webhooks.deliveries()).toMatchObject([{ state: 'delivered', body: { name: 'After' } }]);
    expect(receiver.received.map(({ headers }) => headers['x-hub-signature'])).toEqual([
      expect.stringMatching(/^sha256=/),
      expect.stringMatching(/^sha256=/),
    ]);
  });

  describe('a state directory', () => {
    it('keeps every workspace: world, clock, profile and where a reset leads to', async () => {
      const first = await kept();
      await createField(first.jira, 'Kept');
      await createField(first.jira.workspace('one'), 'Of one');
      await control(first.jira.workspace('one'), 'PUT', 'clock', { frozen: true, now: '2030-01-01T00:00:00.000Z' });
      await control(first.jira.workspace('one'), 'PUT', 'settings', { profile: 'jira-9.12', subtasks: false });
      const world = { projects: [{ key: 'OTHER' }], fields: [{ name: 'Of the baseline', type: 'select' }] };
      await control(first.jira.workspace('two'), 'PUT', 'world?baseline=true', world);
      await createField(first.jira.workspace('two'), 'Above the baseline');
      const roots = [first.jira.world(), first.jira.workspace('two').world()].map(pagesOf);
      await first.close();

      const { jira } = await kept({ world: 'demo' });
      expect((await control(jira, 'GET', 'workspaces')).body.workspaces).toMatchObject([
        { name: 'default' },
        { name: 'one', profile: 'jira-9.12' },
        { name: 'two' },
      ]);
      const [one, two] = [jira.workspace('one'), jira.workspace('two')];
      await control(one, 'GET', 'clock');
      await control(two, 'GET', 'clock');
      expect([jira.world(), two.world()].map(pagesOf)).toEqual(roots);
      expect((await control(one, 'GET', 'clock')).body).toMatchObject({
        now: '2030-01-01T00:00:00.000Z',
        frozen: true,
      });
      expect(one.settings()).toMatchObject({ profile: { name: 'jira-9.12' }, subtasks: false });
      expect(await fieldNames(two)).toEqual(expect.arrayContaining(['Of the baseline', 'Above the baseline']));
      await control(two, 'POST', 'reset');
      expect(await fieldNames(two)).toContain('Of the baseline');
      expect(await fieldNames(two)).not.toContain('Above the baseline');
      // Back to the world of this start.
      await control(jira, 'POST', 'reset');
      expect([...jira.world().projects.values()].map(({ key }) => key)).toContain('SHOP');
    });

    it('keeps a reset, and a world that is smaller than before', async () => {
      const first = await kept();
      await createField(first.jira, 'Gone');
      await control(first.jira, 'POST', 'reset');
      const beginning = pagesOf(first.jira.world());
      const one = first.jira.workspace('one');
      await createField(one, 'Also gone');
      await control(one, 'PUT', 'world', { projects: [{ key: 'P' }] });
      const smaller = pagesOf(one.world());
      await first.close();
      const { jira } = await kept();
      await control(jira.workspace('one'), 'GET', 'health');
      expect(pagesOf(jira.world())).toEqual(beginning);
      expect(pagesOf(jira.workspace('one').world())).toEqual(smaller);
    });

    it('forgets a workspace that is deleted, used in this run or not, and one that has expired', async () => {
      const first = await kept();
      for (const name of ['one', 'two', 'three']) await createField(first.jira.workspace(name), 'Kept');
      expect((await control(first.jira, 'DELETE', 'workspaces/one')).status).toBe(204);
      await first.close();
      const second = await kept();
      expect((await control(second.jira, 'DELETE', 'workspaces/two')).status).toBe(204);
      expect((await control(second.jira, 'DELETE', 'workspaces/two')).status).toBe(404);
      await second.close();
      const now = Date.now() + 3_600_000;
      const { jira } = await kept({ clock: { now: () => now }, workspaceIdle: 1_800_000 });
      const { body } = await control(jira, 'GET', 'workspaces');
      expect((body.workspaces as { name: string }[]).map(({ name }) => name)).toEqual(['default']);
      expect(await fieldNames(jira.workspace('three'))).not.toContain('Kept');
    });

    it('keeps a new workspace of the name of one that was just deleted', async () => {
      const first = await kept();
      await createField(first.jira.workspace('one'), 'Before');
      await Promise.all([
        control(first.jira, 'DELETE', 'workspaces/one'),
        createField(first.jira.workspace('one'), 'Between'),
      ]);
      await createField(first.jira.workspace('one'), 'After');
      const names = await fieldNames(first.jira.workspace('one'));
      await first.close();
      const { jira } = await kept();
      await control(jira.workspace('one'), 'GET', 'health');
      expect(await fieldNames(jira.workspace('one'))).toEqual(names);
    });

    it('writes for a change what has changed, however large the world is', async () => {
      const { jira, close } = await kept({ world: 'team' });
      await createField(jira, 'First');
      const written = async () => {
        const before = sizeOfStore();
        await createField(jira, `One of many ${before}`);
        return sizeOfStore() - before;
      };
      expect(await written()).toBeLessThan(20_000);
      await close();
    });

    it('is refused to a second process, which says so', async () => {
      const first = await startedFake('--state', directory);
      const { code, err } = await fakeJira('start', '--port', '0', '--state', directory);
      expect([code, err]).toEqual([
        2,
        `Another fake-jira has the state in ${directory}. End it, or choose another directory.\n`,
      ]);
      expect(await first.stop()).toBe(0);
    });

    it('of fake-jira 0.1.0 is taken over', async () => {
      const root = buildWorld({ projects: [{ key: 'OLD' }], fields: [{ name: 'Old', type: 'select' }] }, { now: 0 });
      writeFileSync(join(directory, 'default.world-state.json'), olderState(root));
      const { jira } = await kept();
      expect(await fieldNames(jira)).toContain('Old');
      expect(readdirSync(directory)).toContain('default.world-state.json.moved');
    });

    it('of fake-jira 0.1.0 that is none is refused', async () => {
      writeFileSync(join(directory, 'default.world-state.json'), '{');
      await expect(openState(directory)).rejects.toThrow(
        /default\.world-state\.json holds no world .* Remove it to begin anew\.$/,
      );
    });

    it('that cannot be made ends the start with a sentence', async () => {
      writeFileSync(join(directory, 'file'), '');
      const { code, err } = await fakeJira('start', '--port', '0', '--state', join(directory, 'file'));
      expect(code).toBe(2);
      expect(err).toMatch(/^--state .*file is no directory that can be written to: [^\n]*\n$/);
    });
  });

  describe('fake-jira state', () => {
    it('check says what is there, compact makes it smaller, and export writes a workspace as a world file', async () => {
      const { jira, close } = await kept();
      for (const name of ['A', 'B']) await createField(jira, name);
      await createField(jira.workspace('one'), 'Of one');
      await close();
      const checked = await fakeJira('state', 'check', directory);
      expect([checked.code, checked.err]).toEqual([0, '']);
      expect(checked.out).toMatch(/default .*3 custom fields/);
      expect(checked.out).toMatch(/one .*2 custom fields/);
      const asJson = JSON.parse((await fakeJira('state', 'check', directory, '--json')).out) as unknown[];
      expect(asJson).toContainEqual({
        workspace: 'one',
        lastUsed: expect.stringMatching(/^\d{4}-.*Z$/),
        whole: true,
        holds: expect.stringContaining('2 custom fields'),
      });
      expect(await fakeJira('state', 'compact', directory)).toMatchObject({ code: 0, err: '' });
      const out = join(directory, 'world.yaml');
      const exported = await fakeJira('state', 'export', directory, '--workspace', 'one', '--out', out);
      expect([exported.code, exported.err]).toEqual([0, `${out} is written.\n`]);
      expect(readFileSync(out, 'utf8')).toContain('Of one');
      expect(await fakeJira('state', 'export', directory, '--workspace', 'oen')).toMatchObject({
        code: 2,
        err: `There is no workspace "oen" in ${directory}. There are: default, one.\n`,
      });
      expect(await fakeJira('state', 'check', join(directory, 'none'))).toMatchObject({
        code: 2,
        err: `There is no state in ${join(directory, 'none')}.\n`,
      });
    });

    it('check tells a damaged workspace from whole ones, which can still be exported; deleted, it begins anew', async () => {
      const { jira, close } = await kept();
      await createField(jira, 'Kept');
      await createField(jira.workspace('one'), 'Kept');
      await close();
      const store = await Store.open(directory);
      const [[page] = ['']] = (await store.read('page/one/fields/')) as [string, string][];
      await store.write(new Map([[page, '[1']]), () => new Map());
      await store.close();
      const checked = await fakeJira('state', 'check', directory);
      expect(checked.code).toBe(1);
      expect(checked.out).toMatch(/default .*fields/);
      expect(checked.out).toMatch(/one .*is no world/);
      expect((await fakeJira('state', 'export', directory)).code).toBe(0);
      const again = await kept();
      const one = again.jira.url + '/w/one';
      const refused = await control({ url: one }, 'GET', 'health');
      expect(refused.status).toBe(503);
      expect(refused.body.message).toMatch(
        /^The workspace "one" cannot go on where it was\. .* Deleted, it begins anew\.$/,
      );
      expect((await control(again.jira, 'DELETE', 'workspaces/one')).status).toBe(204);
      expect((await control({ url: one }, 'GET', 'health')).status).toBe(200);
    });
  });

  describe('a state that cannot be written', () => {
    it('is a 503 with the reason for whoever changes something, and nothing of the change stays', async () => {
      const { jira } = await kept();
      await createField(jira, 'Kept');
      const before = jira.world();
      renameSync(directory, `${directory}-away`);
      const refused = await Promise.all(['A', 'B', 'C'].map((name) => createField(jira, name)));
      expect(refused.map(({ status }) => status)).toEqual([503, 503, 503]);
      expect(refused[0]?.text).toContain(`The state in ${directory} cannot be written: `);
      expect(jira.world()).toBe(before);
      expect((await control(jira, 'GET', 'health')).status).toBe(200);
      expect(await fieldNames(jira)).toContain('Kept');
      renameSync(`${directory}-away`, directory);
      expect((await createField(jira, 'D')).status).toBe(201);
    });
  });

  describe('a damaged state', () => {
    async function withState(): Promise<void> {
      const { jira, close } = await kept();
      await createField(jira, 'Kept');
      await createField(jira.workspace('one'), 'Kept');
      await close();
    }
    const store = (name: string | RegExp) => {
      const found = readdirSync(join(directory, 'store')).find((file) =>
        name instanceof RegExp ? name.test(file) : file === name,
      );
      return join(directory, 'store', found as string);
    };
    const spoil = (file: string) => {
      const bytes = readFileSync(file);
      for (let at = 40; at < bytes.length; at += 97) bytes[at] = (bytes[at] as number) ^ 0x55;
      writeFileSync(file, bytes);
    };

    it.each<[string, () => void]>([
      ['whose list of files is gone', () => rmSync(store('CURRENT'))],
      ['whose list of files is garbage', () => writeFileSync(store('CURRENT'), 'garbage')],
      ['whose records are empty', () => truncateSync(store(/\.log$|\.ldb$/), 0)],
      ['whose records are garbage', () => spoil(store(/\.log$|\.ldb$/))],
      ['whose records are gone', () => rmSync(store(/\.log$|\.ldb$/))],
      [
        'that lacks writes that clients were told of',
        () => writeFileSync(join(directory, 'acknowledged'), '0000000000009999'),
      ],
      ['whose count of writes is garbage', () => writeFileSync(join(directory, 'acknowledged'), 'x')],
    ])('%s is refused with what can be done, and never emptied', async (_, damage) => {
      await withState();
      damage();
      const { code, err } = await fakeJira('start', '--port', '0', '--state', directory);
      expect(code).toBe(2);
      expect(err).toContain('the store is damaged');
      expect(err).toContain('Put a copy of the directory back, or move it away to begin anew.');
      expect(err).not.toMatch(/\n +at /);
    });
  });

  function sizeOfStore(): number {
    return readdirSync(join(directory, 'store'))
      .map((name) => readFileSync(join(directory, 'store', name)).length)
      .reduce((sum, size) => sum + size, 0);
  }
});

/** As fake-jira 0.1.0 wrote it. */
function olderState(root: Root): string {
  const tables = Object.fromEntries(
    Object.entries(root)
      .filter(([, part]) => typeof part === 'object' && 'entries' in (part as object))
      .map(([name, part]) => [name, [...(part as Root['fields']).entries()]]),
  );
  const { settings, maintenance, counters } = root;
  return JSON.stringify({ version: 1, tables, settings, maintenance, counters });
}
