import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { examples, ownFolder, packed, run } from '../support/packed.js';

const app = join(examples, '../apps/fake-jira');
const folder = ownFolder('examples-installed');
const unreachable = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH/;
const says: Readonly<Record<string, RegExp>> = {
  jest: /Tests: +3 passed, 3 total/,
  vitest: /Tests +6 passed \(6\)/,
  playwright: /4 passed/,
  'node-test': /^# pass 5$/m,
};

describe('each example, with the packed app installed into an empty folder', () => {
  let tarball: string;
  beforeAll(async () => {
    await run('npm', ['run', 'declarations'], app);
    tarball = await packed(folder);
  }, 120_000);

  it.each(Object.keys(says))(
    '%s passes, and its types hold',
    async (example) => {
      const place = join(folder, example);
      cpSync(join(examples, example), place, { recursive: true });
      const strict = existsSync(join(place, 'tsconfig.json'));
      const more = strict ? ['typescript@5.9', '@types/node@20'] : [];
      const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries', '0'];
      const installed = await run('npm', ['install', '--save-dev', tarball, ...more, ...quiet], place);
      if (unreachable.test(installed.err)) {
        process.stderr.write(`Skipped, as the registry cannot be reached: examples/${example}.\n`);
        return;
      }
      expect(installed).toMatchObject({ code: 0 });
      const { out, err, code } = await run('npm', ['test'], place);
      expect(out + err).toMatch(says[example] ?? /never/);
      expect(code).toBe(0);
      if (strict) expect(await run('npx', ['tsc'], place)).toEqual({ out: '', err: '', code: 0 });
    },
    300_000,
  );
});
