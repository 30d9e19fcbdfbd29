import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder, packed, run } from '../support/packed.js';

const folder = ownFolder('first-tests');
const tarball = await packed(folder);

/** An empty project with the packed app and a runner; undefined where the registry cannot be reached. */
async function project(runner: string): Promise<string | undefined> {
  const place = join(folder, runner.replace('/', '-'));
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{ "name": "empty", "private": true }');
  const options = ['--save-dev', '--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries', '0'];
  const { code, err } = await run('npm', ['install', tarball, runner, ...options], place);
  if (code === 0) return place;
  if (!/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH/.test(err)) throw new Error(err);
  process.stderr.write(`Skipped, as the registry cannot be reached: the first test of a project with ${runner}.\n`);
  return undefined;
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
      expect(outcome.out + outcome.err).toMatch(passed);
    },
    180_000,
  );
});
