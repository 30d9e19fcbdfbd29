import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asAdmin } from '../support/command-line.js';
import { ownFolder, run, type Outcome } from '../support/packed.js';

const app = fileURLToPath(new URL('../../', import.meta.url));
const folder = ownFolder('executable');
const executable = join(folder, 'fake-jira');
const built = await run(process.execPath, ['scripts/executable/build.mjs', executable], app);
const isUnreachable = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH/.test(built.err);
if (isUnreachable) process.stderr.write('Skipped, as the registry cannot be reached: the executable.\n');

/** Nobody's computer: no Node, no npm, an empty home. */
const env = { PATH: '/usr/bin:/bin', HOME: join(folder, 'home'), FAKE_JIRA_CACHE: join(folder, 'cache') };
mkdirSync(env.HOME);

const fakeJira = (...args: string[]) =>
  new Promise<Outcome>((resolve) => {
    execFile(executable, args, { env, cwd: folder }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

(isUnreachable ? describe.skip : describe)('the executable', () => {
  it('is made', () => {
    expect(built).toMatchObject({ code: 0, err: '' });
    expect(existsSync(executable)).toBe(true);
  });

  it('has the command line, and unpacks itself once, whoever comes first', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => fakeJira('--version')));
    for (const outcome of outcomes)
      expect(outcome).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+/), err: '' });
    expect(readdirSync(join(env.FAKE_JIRA_CACHE, 'fake-jira'))).toHaveLength(1);
    expect(await fakeJira('profiles', 'show', 'jira-8.20')).toMatchObject({ code: 0, err: '' });
    expect(await fakeJira('strat')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean start?') });
  }, 60_000);

  it('keeps its world, for which it needs the binary of the store', async () => {
    const start = async () => {
      const child = spawn(executable, ['start', '--port', '0', '--log', 'json', '--state', 'state'], {
        env,
        cwd: folder,
      });
      const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
      const { url } = JSON.parse(String(chunk).split('\n')[0] ?? '') as { url: string };
      const end = async () => {
        const closed = once(child.stdout.resume(), 'close');
        child.kill('SIGTERM');
        await closed;
      };
      return { url: `${url}/rest/api/2/field`, end };
    };
    const first = await start();
    const headers = { ...asAdmin.headers, 'Content-Type': 'application/json' };
    const type = 'com.atlassian.jira.plugin.system.customfieldtypes:textfield';
    await fetch(first.url, { method: 'POST', headers, body: JSON.stringify({ name: 'Kept', type }) });
    await first.end();
    const second = await start();
    const fields = (await (await fetch(second.url, asAdmin)).json()) as { name: string }[];
    expect(fields.map(({ name }) => name)).toContain('Kept');
    await second.end();
  }, 60_000);

  it('starts further processes of its own: in the background, and for the matrix', async () => {
    const started = await fakeJira('start', '--detach', '--port', '0', '--world', 'tiny');
    expect(started).toMatchObject({ code: 0, err: '' });
    expect(await fakeJira('stop')).toMatchObject({ code: 0, err: '' });
    const profiles = ['--profile', 'customfield-editor-1.1', 'customfield-editor-1.2'];
    const { code, out } = await fakeJira('contract', 'matrix', '--jobs', '2', ...profiles);
    expect([code, out]).toEqual([0, expect.stringContaining('customfield-editor-1.2')]);
  }, 240_000);
});
