import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const app = fileURLToPath(new URL('../..', import.meta.url));
// Without what Jest sets: Playwright refuses to run below it.
const { NODE_OPTIONS: _, JEST_WORKER_ID: __, ...env } = process.env;
const folder = mkdtempSync(join(tmpdir(), 'fake-jira-first-tests-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, args: readonly string[], cwd: string) => promisify(execFile)(command, args, { cwd, env });

const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], app);
const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];

/** An empty project with the packed app and a runner; undefined where the registry cannot be reached. */
async function project(runner: string): Promise<string | undefined> {
  const place = join(folder, runner.replace('/', '-'));
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{ "name": "empty", "private": true }');
  const options = ['--save-dev', '--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries', '0'];
  try {
    await run('npm', ['install', join(folder, filename), runner, ...options], place);
    return place;
  } catch (error) {
    if (!/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH/.test((error as Error).message)) throw error;
    process.stderr.write(`Skipped, as the registry cannot be reached: the first test of a project with ${runner}.\n`);
    return undefined;
  }
}

describe('from an empty folder to a first test', () => {
  it.each([
    ['jest', ['jest', 'test/fake-jira'], /Tests: +2 passed, 2 total/],
    ['vitest', ['vitest', 'run', 'test/fake-jira'], /2 passed/],
    ['@playwright/test', ['playwright', 'test', 'test/fake-jira'], /2 passed/],
  ] as const)(
    'fake-jira init writes one that passes: %s',
    async (runner, command, passed) => {
      const place = await project(runner);
      if (place === undefined) return;
      await run('npx', ['fake-jira', 'init'], place);
      const outcome = await run('npx', command, place);
      expect(outcome.stdout + outcome.stderr).toMatch(passed);
    },
    180_000,
  );
});
