import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const jestBin = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');
const example = fileURLToPath(new URL('../../../examples/team-field-sync', import.meta.url));

describe('examples/team-field-sync', () => {
  it('passes its tests with the environment, the setup file and the matchers, and Jest ends by itself', async () => {
    const { NODE_OPTIONS: _, ...env } = process.env;
    const { stderr } = await promisify(execFile)(process.execPath, [jestBin, '--ci'], { cwd: example, env });
    expect(stderr).toContain('Tests:       3 passed, 3 total');
    expect(stderr).not.toContain('did not exit');
  });
});
