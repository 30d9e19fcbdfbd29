import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPreset } from '@fake-jira/fixtures';
import { parse } from 'yaml';
import { startFakeJira, type FakeJira } from '../src/index.js';
import { asAdmin, startedCommand, startedFake, type Outcome } from './support/command-line.js';
import { hiddenProfile } from './support/hidden-profile.js';
import { harClient } from './traffic/har-client.js';
import { sessionOnDataCenter } from './traffic/sessions.js';

const whole = process.env['FAKE_JIRA_TESTS'] === 'all';
/** Whose answers only calibration finds out are not the defaults in the long form alone: it takes minutes. */
const hidden = whole ? hiddenProfile(1) : { ...hiddenProfile(1), answers: {} };
/** A few checks. */
const sample = ['--grep', String.raw`/^jira-cloud\/screens: /`];

describe('fake-jira twin', () => {
  let folder: string;
  let jira: FakeJira;
  let made: Outcome;
  const run = (...args: string[]) => startedCommand(args, folder).ended;
  const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fake-jira-twin-'));
    const world = await loadPreset('team', { seed: 1 });
    jira = await startFakeJira({ profile: hidden, world });
    const credentials = {
      roles: { administrator: { user: 'admin', password: 'admin' }, user: { user: 'bob', password: 'bob' } },
      sandbox: { projects: ['TEST', 'APP'] },
    };
    writeFileSync(join(folder, 'credentials.yaml'), JSON.stringify(credentials));
    const readOnly = whole ? [] : ['--read-only'];
    const target = ['--target', jira.url, '--credentials', 'credentials.yaml'];
    made = await run('twin', ...target, '--out', 'twin', '--name', 'ours', ...readOnly);
  }, 900_000);

  afterAll(async () => {
    await jira.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes profile, world and where they come from, and nobody by name', () => {
    expect([made.code, made.out]).toEqual([0, expect.stringContaining('twin is a twin of http://127.0.0.1')]);
    expect(parse(read('twin', 'twin.yaml'))).toMatchObject({
      from: { url: jira.url, at: expect.stringMatching(/^\d{4}-/) as unknown },
      stage: { sandbox: { projects: ['TEST', 'APP'] }, roles: { administrator: 'admin' } },
    });
    expect(parse(read('twin', 'profile.yaml'))).toMatchObject({ name: 'ours', jira: hidden.jira });
    const all = ['twin.yaml', 'profile.yaml', 'world.yaml'].map((name) => read('twin', name)).join('\n');
    expect(all).not.toMatch(/Ada Admin|Bob Builder|(?:admin|bob)@example\.com/);
  });

  it('is started by the command line, by a program and by Jest, with the fields of the instance and their ids', async () => {
    const ids = async (url: string) =>
      ((await (await fetch(`${url}/rest/api/2/field`, asAdmin)).json()) as { id: string }[]).map(({ id }) => id);
    const there = await ids(jira.url);
    const commanded = await startedFake('--twin', join(folder, 'twin'));
    expect(await ids(commanded.url)).toEqual(there);
    expect(commanded.ready['profile']).toBe('ours');
    await commanded.stop();
    const ours = await startFakeJira({ twin: join(folder, 'twin') });
    expect([await ids(ours.url), ours.settings().profile.name]).toEqual([there, 'ours']);
    await ours.close();
    const halves = await startFakeJira({ world: join(folder, 'twin') as 'x.yaml', profile: 'all' });
    const custom = (all: string[]) => all.filter((id) => id.startsWith('customfield_'));
    expect([custom(await ids(halves.url)), halves.settings().profile.name]).toEqual([custom(there), 'all']);
    await halves.close();
  }, 60_000);

  it('holds the instance to itself, and finds where that has changed; compare names both', async () => {
    const target = ['--target', jira.url, '--credentials', 'credentials.yaml'];
    const held = await run('contract', 'run', '--against', 'twin', ...target, ...sample);
    expect([held.code, held.out]).toEqual([0, expect.stringContaining(' 0 undocumented')]);
    expect(held.out).toMatch(/before: twin \(ours, .* of http:\/\/127.*\)\nafter: {2}http/);
    const alone = await run('contract', 'run', '--against', 'twin', ...sample);
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('--target')]);
    jira.faults.add({ when: { path: '/rest/api/2/screens/**', method: 'DELETE' }, status: 418 });
    const changed = await run('contract', 'run', '--against', 'twin', ...target, ...sample);
    jira.faults.clear();
    expect([changed.code, changed.out]).toEqual([1, expect.stringContaining('418')]);
  }, 300_000);

  it('is applied to an instance, and made of traffic too', async () => {
    const like = await startFakeJira({ profile: 'data-center', world: join(folder, 'twin') as 'x.yaml' });
    const target = ['--target', like.url, '--credentials', 'credentials.yaml'];
    const applied = await run('world', 'apply', 'twin', '--dry-run', ...target);
    await like.close();
    expect([applied.code, applied.err]).toEqual([0, '']);
    expect(applied.out).not.toContain('cannot be read');
    const other = await startFakeJira({ profile: 'data-center', world: 'demo' });
    const client = harClient(other.url);
    await sessionOnDataCenter(client);
    await other.close();
    writeFileSync(join(folder, 'session.har'), client.har());
    const twin = await run('twin', '--from', 'session.har', '--out', 'of-traffic');
    expect([twin.code, twin.out]).toEqual([0, expect.stringContaining('of-traffic is a twin of')]);
    expect(parse(read('of-traffic', 'twin.yaml'))).toMatchObject({ from: { url: other.url, files: ['session.har'] } });
    const ours = await startFakeJira({ twin: join(folder, 'of-traffic') });
    expect(ours.settings().profile.jira.deployment).toBe('data-center');
    await ours.close();
  });

  it.each([
    [['twin', '--out', 'new'], 'Name what the twin is of'],
    [['twin', '--out', '.', '--from', 'session.har'], 'holds something else than a twin'],
    [['start', '--twin', 'credentials.yaml'], '--twin: credentials.yaml is no twin, for it is a file.'],
    [['start', '--twin', 'nowhere'], 'there is no such folder'],
  ])('says what is wrong before anything begins: %j', async (args, sentence) => {
    const ended = await run(...args);
    expect([ended.code, ended.err]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
