import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const app = fileURLToPath(new URL('..', import.meta.url));
const { NODE_OPTIONS: _, ...env } = process.env;
const project = mkdtempSync(join(tmpdir(), 'fake-jira-install-'));
afterAll(() => rmSync(project, { recursive: true, force: true }));

interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

async function run(command: string, args: readonly string[], cwd = project): Promise<Outcome> {
  try {
    const { stdout: out, stderr: err } = await promisify(execFile)(command, args, { cwd, env });
    return { out, err, code: 0 };
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number };
    return { out: stdout, err: stderr, code };
  }
}

const bin = join(project, 'node_modules/.bin/fake-jira');
const write = (name: string, ...lines: string[]) => writeFileSync(join(project, name), `${lines.join('\n')}\n`);
let reachable = true;
let files: string[] = [];

beforeAll(async () => {
  const packed = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], app);
  const [{ filename, files: contents }] = JSON.parse(packed.out);
  files = contents.map(({ path }: { path: string }) => path);
  write('package.json', '{ "name": "empty", "private": true }');
  const { code, err } = await run('npm', [
    ...['install', `./${filename}`, 'typescript@5.9', 'jest@30', '@types/jest@30'],
    ...['--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries', '0'],
  ]);
  if (/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH/.test(err)) {
    reachable = false;
    process.emitWarning('The registry cannot be reached: the installed package was not tried.');
  } else if (code !== 0) {
    throw new Error(err);
  }
}, 300_000);

function whenInstalled(name: string, test: () => Promise<void>): void {
  it(name, async () => (reachable ? test() : undefined), 60_000);
}

describe('the packed app in an empty project', () => {
  it('is one tarball without anything that is not needed', () => {
    expect(files).toEqual(expect.arrayContaining(['bin/fake-jira.js', 'dist/index.js', 'dist/index.d.ts']));
    expect(files.filter((path) => !/^(bin|dist)\/|^(package\.json|README\.md)$/.test(path))).toEqual([]);
  });

  whenInstalled('has a command line', async () => {
    write('world.yaml', 'fields: [{ name: Team, type: select }]');
    expect((await run(bin, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await run(bin, ['world', 'check', 'world.yaml'])).toMatchObject({ code: 0, err: '' });
    expect(await run(bin, ['contract', 'list'])).toMatchObject({ code: 0, err: '' });
  });

  whenInstalled('starts a fake in a program of ES modules', async () => {
    write(
      'start.mjs',
      "import { startFakeJira } from 'fake-jira';",
      'const jira = await startFakeJira();',
      'const { status } = await fetch(`${jira.url}/_fake/health`);',
      'await jira.close();',
      'console.log(status);',
    );
    expect(await run(process.execPath, ['start.mjs'])).toEqual({ code: 0, out: '200\n', err: '' });
  });

  whenInstalled('has types that stand on their own, and tells of mistakes', async () => {
    write(
      'typed.mts',
      "import { startFakeJira, type FakeJira } from 'fake-jira';",
      "import 'fake-jira/jest-setup';",
      "export const fake: FakeJira = await startFakeJira({ world: 'tiny' });",
      "expect(jira).toHaveReceived('PUT', '/rest/**', { times: 1 });",
      '// @ts-expect-error -- there is no such option',
      'await startFakeJira({ wrld: 1 });',
    );
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
    const tsc = join(project, 'node_modules/.bin/tsc');
    expect(await run(tsc, [...options, 'typed.mts'])).toEqual({ code: 0, out: '', err: '' });
  });

  for (const [kind, extension, flags] of [
    ['CommonJS', 'cjs', []],
    ['ES module', 'mjs', ['--experimental-vm-modules', '--no-warnings']],
  ] as const) {
    whenInstalled(`serves Jest in ${kind} projects`, async () => {
      mkdirSync(join(project, extension), { recursive: true });
      write(
        `${extension}/jest.config.${extension}`,
        extension === 'cjs' ? 'module.exports = {' : 'export default {',
        "testEnvironment: 'fake-jira/jest-environment', setupFilesAfterEnv: ['fake-jira/jest-setup'],",
        `transform: {}, testMatch: ['**/*.test.${extension}'] };`,
      );
      write(
        `${extension}/own.test.${extension}`,
        ...(extension === 'mjs' ? ["import { toHaveReceived } from 'fake-jira/matchers';"] : []),
        "for (const name of ['one', 'two']) test(name, async () => {",
        '  expect(jira.journal()).toHaveLength(0);',
        '  await fetch(`${jira.url}/rest/api/3/field`);',
        "  expect(jira).toHaveReceived('GET', '/rest/api/3/field', { times: 1 });",
        '});',
      );
      const jest = join(project, 'node_modules/jest/bin/jest.js');
      const { err } = await run(process.execPath, [...flags, jest, '--ci'], join(project, extension));
      expect(err).toContain('Tests:       2 passed, 2 total');
    });
  }
});
