import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const app = fileURLToPath(new URL('../..', import.meta.url));
const { NODE_OPTIONS: _, ...env } = process.env;
const folder = mkdtempSync(join(tmpdir(), 'fake-jira-install-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An empty project for each Jest that the app works with. */
const projects = [30, 29].map((jest) => ({ jest, folder: join(folder, `jest-${jest}`) }));
const project = (projects[0] as (typeof projects)[0]).folder;

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
const write = (name: string, ...lines: string[]) => writeIn(project, name, ...lines);
function writeIn(place: string, name: string, ...lines: string[]): void {
  mkdirSync(dirname(join(place, name)), { recursive: true });
  writeFileSync(join(place, name), `${lines.join('\n')}\n`);
}

// What cannot be installed is skipped: Jest has to know that before the tests are declared.
let reachable = true;
await run('npm', ['run', 'declarations'], app);
const packed = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], app);
const [{ filename, files: contents }] = JSON.parse(packed.out) as [{ filename: string; files: { path: string }[] }];
const files = contents.map(({ path }) => path);
await Promise.all(
  projects.map(async ({ jest, folder: place }) => {
    writeIn(place, 'package.json', '{ "name": "empty", "private": true }');
    const installed = await run(
      'npm',
      [
        ...['install', join(folder, filename), 'typescript@5.9', `jest@${jest}`, `@types/jest@${jest}`],
        ...['--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries', '0'],
      ],
      place,
    );
    if (/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH/.test(installed.err)) {
      reachable = false;
      process.stderr.write('Skipped, as the registry cannot be reached: the installed package.\n');
    } else if (installed.code !== 0) {
      throw new Error(installed.err);
    }
  }),
);

function whenInstalled(name: string, test: () => Promise<void>): void {
  (reachable ? it : it.skip)(name, test, 60_000);
}

describe('the packed app in an empty project', () => {
  it('is one tarball without anything that is not needed', () => {
    expect(files).toEqual(expect.arrayContaining(['bin/fake-jira.cjs', 'dist/index.js', 'dist/index.d.ts']));
    expect(
      files.filter((path) => !/^(bin|dist|docs)\/|^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/.test(path)),
    ).toEqual([]);
  });

  whenInstalled('says that the second judge is missing before it asks anything, and that is wrong use', async () => {
    expect(await run(bin, ['contract', 'run', '--grep', 'field'])).toEqual({
      code: 2,
      out: '',
      err: 'The second judge needs the package @stoplight/prism-http: install it, or run with --no-prism.\n',
    });
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

  for (const { jest, folder: place } of projects) {
    whenInstalled(
      `has types that stand on their own, and tells of mistakes, beside those of Jest ${jest}`,
      async () => {
        writeIn(
          place,
          'typed.mts',
          "import { startFakeJira, type FakeJira } from 'fake-jira';",
          "import 'fake-jira/jest-setup';",
          "import { aField, aWorld } from 'fake-jira/worlds';",
          "export const fake: FakeJira = await startFakeJira({ world: 'tiny' });",
          "import { operations } from 'fake-jira/client';",
          "const client = operations({ baseUrl: fake.url, profile: 'cloud' });",
          "const { data } = await client.createCustomField({ body: { name: 'Team', type: 'select' } });",
          'export const id: string | undefined = data?.id;',
          '// @ts-expect-error -- a field has a type',
          "await client.createCustomField({ body: { name: 'Team' } });",
          "fake.load(aWorld().withField(aField().named('Team')).build());",
          "expect(jira).toHaveReceived('PUT', '/rest/**', { times: 1 });",
          '// @ts-expect-error -- there is no such option',
          'await startFakeJira({ wrld: 1 });',
        );
        const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
        const tsc = join(place, 'node_modules/.bin/tsc');
        expect(await run(tsc, [...options, 'typed.mts'], place)).toEqual({ code: 0, out: '', err: '' });
        const bundled = ['--noEmit', '--strict', '--module', 'esnext', '--moduleResolution', 'bundler'];
        expect(await run(tsc, [...bundled, '--target', 'es2022', 'typed.mts'], place)).toEqual({
          code: 0,
          out: '',
          err: '',
        });
      },
    );

    for (const [kind, extension, flags] of [
      ['CommonJS', 'cjs', []],
      ['ES module', 'mjs', ['--experimental-vm-modules', '--no-warnings']],
    ] as const) {
      whenInstalled(`serves Jest ${jest} in ${kind} projects`, async () => {
        writeIn(
          place,
          `${extension}/jest.config.${extension}`,
          extension === 'cjs' ? 'module.exports = {' : 'export default {',
          "testEnvironment: 'fake-jira/jest-environment', setupFilesAfterEnv: ['fake-jira/jest-setup'],",
          `transform: {}, testMatch: ['**/*.test.${extension}'] };`,
        );
        writeIn(
          place,
          `${extension}/own.test.${extension}`,
          ...(extension === 'mjs' ? ["import { toHaveReceived } from 'fake-jira/matchers';"] : []),
          "for (const name of ['one', 'two']) test(name, async () => {",
          '  expect(jira.journal()).toHaveLength(0);',
          '  await fetch(`${jira.url}/rest/api/3/field`);',
          "  expect(jira).toHaveReceived('GET', '/rest/api/3/field', { times: 1 });",
          '});',
        );
        const bin = join(place, 'node_modules/jest/bin/jest.js');
        const { err } = await run(process.execPath, [...flags, bin, '--ci'], join(place, extension));
        expect(err).toContain('Tests:       2 passed, 2 total');
      });
    }
  }
});
