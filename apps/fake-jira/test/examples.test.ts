import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder, packed, run, withPackage } from './support/packed.js';

const modules = 'node_modules';

/** The program behind each runner's command, and what it says where all tests pass. */
const runners: Readonly<Record<string, { readonly program: readonly string[]; readonly says: RegExp }>> = {
  jest: { program: [`${modules}/jest/bin/jest.js`, '--ci'], says: /Tests: +3 passed, 3 total/ },
  vitest: { program: [`${modules}/vitest/vitest.mjs`, 'run'], says: /Tests +6 passed \(6\)/ },
  playwright: { program: [`${modules}/@playwright/test/cli.js`, 'test'], says: /4 passed/ },
  'node-test': { program: ['--test', 'test/'], says: /^# pass 5$/m },
};

describe('the examples, with the packed app', () => {
  const folder = ownFolder('examples');
  let tarball: string;
  beforeAll(async () => (tarball = await packed(folder)));

  it.each(Object.entries(runners))(
    '%s passes, and ends by itself',
    async (example, { program, says }) => {
      const place = await withPackage(example, folder, tarball);
      const { out, err, code } = await run(process.execPath, program, place);
      expect(out + err).toMatch(says);
      expect(out + err).not.toMatch(/did not exit|hanging|# fail [1-9]/);
      expect(code).toBe(0);
      const { scripts } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as {
        scripts: { test: string };
      };
      expect(program.join(' ')).toContain(scripts.test.split(' ').at(-1));
    },
    120_000,
  );
});
