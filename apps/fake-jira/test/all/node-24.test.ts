import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { presetNames } from '@fake-jira/fixtures/presets';
import { node24 } from '../support/other-node.js';

// Of the long form: it gets another Node from the registry.

const run = promisify(execFile);
const bin = fileURLToPath(new URL('../../bin/fake-jira.cjs', import.meta.url));
const { path: other, missing, remove } = await node24();
afterAll(remove);

async function generated(node: string, preset: string): Promise<string> {
  const args = [bin, 'world', 'generate', '--preset', preset, '--seed', '1', '--format', 'json'];
  return (await run(node, args, { maxBuffer: 2 ** 28 })).stdout;
}

(missing === undefined ? describe : describe.skip)('on Node 24', () => {
  it.each(presetNames)(
    'the preset %s is made of the same bytes as here',
    async (preset) => {
      const [here, there] = await Promise.all([generated(process.execPath, preset), generated(other, preset)]);
      expect(here.length).toBeGreaterThan(100);
      // Not printed: some are megabytes.
      expect(there === here).toBe(true);
    },
    120_000,
  );
});
