import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namedProfile } from '@fake-jira/profile';
import { startFakeJira, type FakeJira } from '../src/index.js';
import { startedCommand } from './support/command-line.js';

/** Every command that works on an instance, as far as it needs more than an administrator. */
const runs = [
  ['contract', 'run', '--as-real', '--no-prism', '--json', 'report.json'],
  ['contract', 'record', '--out', 'recording'],
  ['contract', 'calibrate', '--out', 'profile.yaml'],
  ['twin', '--out', 'twin'],
];
const others = [
  ['world', 'capture', '--out', 'world.yaml'],
  ['world', 'apply', 'given.yaml'],
  ['contract', 'cleanup'],
];

describe('A command that meets an instance', () => {
  let folder: string;
  let jira: FakeJira;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fake-jira-preflight-'));
    jira = await startFakeJira({ profile: { ...namedProfile('data-center'), protectedFields: true } });
    const good = {
      roles: { administrator: { user: 'admin', password: 'admin' }, user: { user: 'bob', password: 'bob' } },
      sandbox: { projects: ['TEST'] },
      protectedFields: { token: 'demo-token' },
    };
    const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));
    const admin = { user: 'admin', password: 'admin' };
    write('password.yaml', { ...good, roles: { ...good.roles, user: { user: 'bob', password: 'wrong-one' } } });
    write('role.yaml', { ...good, roles: { administrator: admin, user: admin } });
    write('token.yaml', { ...good, protectedFields: { token: 'wrong-token' } });
    write('project.yaml', { ...good, sandbox: { projects: ['TEST', 'NOPE'] } });
    write('nobody.yaml', { ...good, roles: { administrator: { user: 'bob', password: 'bob' } } });
    write('good.yaml', good);
    write('given.yaml', { fields: [{ name: 'Team', type: 'select' }] });
  });
  afterAll(async () => {
    await jira.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => jira.reset());

  const run = (command: readonly string[], credentials: string, target = jira.url) =>
    startedCommand([...command, '--target', target, '--credentials', credentials], folder).ended;
  const changed = () => jira.journal().filter(({ method }) => method !== 'GET');

  it.each([
    ['password.yaml', /user: bob cannot sign in: 401.*Correct the password/],
    ['role.yaml', /user: .* is an administrator/],
    ['token.yaml', /token of Protected Fields: It is not known there/],
    ['project.yaml', /project NOPE: There is no project NOPE/],
    ['nobody.yaml', /administrator: .* is no administrator of Jira/],
  ])('says before it begins what is wrong, with exit code 2: %s', async (credentials, sentence) => {
    const { code, err } = await run(runs[0]!, credentials);
    expect([code, err]).toEqual([2, expect.stringMatching(sentence)]);
    expect(err).toContain('Nothing was begun.');
    expect(err).not.toMatch(/wrong-one|wrong-token/);
    expect(changed()).toEqual([]);
  });

  it.each(runs.slice(1))('does so whichever it is: %s %s', async (...command) => {
    const { code, err } = await run(command, 'project.yaml');
    expect([code, err]).toEqual([2, expect.stringContaining('There is no project NOPE')]);
    expect(changed()).toEqual([]);
    const made = join(folder, command.at(-1)!);
    // A folder that was made to see whether it can be has nothing in it.
    expect(existsSync(made) ? readdirSync(made) : []).toEqual([]);
  });

  it.each(others)('asks no more than it needs, which is an administrator: %s %s', async (...command) => {
    const { code, err } = await run(command, 'nobody.yaml');
    expect([code, err]).toEqual([2, expect.stringContaining('is no administrator of Jira')]);
    expect(changed()).toEqual([]);
    const fit = await run(command, 'token.yaml');
    expect([fit.code, fit.err]).not.toEqual([2, expect.anything()]);
  });

  it.each([runs[0]!, runs[3]!, others[0]!])(
    'says where nobody answers, and where a certificate is none: %s %s',
    async (...command) => {
      const away = await run(command, 'good.yaml', 'http://127.0.0.1:1');
      expect([away.code, away.err]).toEqual([3, expect.stringContaining('is not reachable: nothing listens there')]);
      const ca = await run([...command, '--ca', 'good.yaml'], 'good.yaml');
      expect([ca.code, ca.err]).toEqual([2, expect.stringContaining('it is a text in PEM')]);
    },
    60_000,
  );
});
