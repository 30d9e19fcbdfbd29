import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startedCommand } from './support/command-line.js';

const app = fileURLToPath(new URL('..', import.meta.url));
const jestBin = createRequire(import.meta.url).resolve('jest/bin/jest');

describe('fake-jira init', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fake-jira-init-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const init = (...args: string[]) => startedCommand(['init', ...args], folder).ended;
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  /** As if the package were installed there. */
  const installed = () => {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(app, join(folder, 'node_modules', 'fake-jira'));
  };
  /** Runs a program of Node in the folder: its exit code and what it printed. */
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    new Promise<{ code: unknown; said: string }>((resolve) =>
      execFile(
        process.execPath,
        args,
        { cwd: folder, env: { ...process.env, NODE_OPTIONS: '', ...env } },
        (error, out, err) => resolve({ code: error?.code ?? 0, said: out + err }),
      ),
    );

  it('writes a world file, a configuration and a first test that passes, and says what comes next', async () => {
    installed();
    const { code, out, err } = await init();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^test\/world\.yaml is written\.\nfake-jira\.config\.yaml is written\.\n/);
    expect(out).toMatch(/Next:\n +npm install --save-dev fake-jira .*\n +node --test test\/fake-jira\.test\.mjs /);
    expect(await startedCommand(['world', 'check', 'test/world.yaml'], folder).ended).toMatchObject({
      code: 0,
      out: 'test/world.yaml is a world of 1 project, 2 custom fields, 2 options, 1 issue.\n',
    });
    const { code: passed, said } = await run(['--test', 'test/fake-jira.test.mjs']);
    expect(said).toMatch(/# pass 2\n# fail 0/);
    expect(passed).toBe(0);
  });

  it('has its world taken by what starts a fake in that folder', async () => {
    await init();
    const { out } = await startedCommand(['exec', '--', process.execPath, '-e', asksForFields], folder).ended;
    expect(out).toContain('Team');
  });

  it.each([
    ['CommonJS', '{}', []],
    ['ES modules', '{ "type": "module" }', ['--experimental-vm-modules', '--no-warnings']],
  ])('writes a test for Jest that passes in a project of %s', async (_kind, manifest, flags) => {
    installed();
    write('package.json', manifest);
    await init('--runner', 'jest');
    const { code, said } = await run([...flags, jestBin, '--ci', 'test/fake-jira']);
    expect(said).toContain('Tests:       2 passed, 2 total');
    expect(code).toBe(0);
  });

  it('takes the runner that the project has', async () => {
    for (const [name, path] of [
      ['vitest', 'test/fake-jira.test.mjs'],
      ['@playwright/test', 'test/fake-jira.spec.mjs'],
      ['jest', 'test/fake-jira.test.js'],
    ] as const) {
      write(`${name}/package.json`, JSON.stringify({ devDependencies: { [name]: '*', 'fake-jira': '*' } }));
      const { out } = await init(name);
      expect(out).toContain(`Next:\n  cd ${name}\n  `);
      expect(out).not.toContain('npm install');
      expect(existsSync(join(folder, name, path))).toBe(true);
    }
  });

  it('never writes over a file that is there, and says so', async () => {
    write('test/world.yaml', 'mine');
    write('fake-jira.config.json', '{}');
    const first = await init('--runner', 'vitest');
    expect(first.code).toBe(0);
    expect(first.out).toContain('test/world.yaml is there already and stays as it is.\n');
    expect(first.out).toContain('fake-jira.config.json is there already and stays as it is.\n');
    expect(read('test/world.yaml')).toBe('mine');
    expect(existsSync(join(folder, 'fake-jira.config.yaml'))).toBe(false);
    write('test/fake-jira.test.mjs', 'mine too');
    await init('--runner', 'vitest');
    expect(read('test/fake-jira.test.mjs')).toBe('mine too');
  });

  it('refuses runners that it does not know, and a package.json that is none, before it writes', async () => {
    expect(await init('--runner', 'mocha')).toEqual({
      code: 2,
      out: '',
      err: '--runner cannot be "mocha". It is one of: jest, vitest, playwright, node.\n',
    });
    write('package.json', '{');
    const { code, err } = await init();
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('package.json cannot be read') });
    expect(existsSync(join(folder, 'test'))).toBe(false);
  });
});

const asksForFields =
  "fetch(process.env.FAKE_JIRA_URL + '/rest/api/2/field', { headers: { Authorization: 'Basic ' + btoa('admin:admin') } }).then((it) => it.json()).then((it) => console.log(it.map(({ name }) => name).join()))";
