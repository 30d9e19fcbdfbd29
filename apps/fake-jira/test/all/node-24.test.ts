import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { presetNames } from '@fake-jira/fixtures/presets';

// Of the long form: it gets another Node from the registry, outside of the workspace, whose scripts it would take over.

const run = promisify(execFile);
const bin = fileURLToPath(new URL('../../bin/fake-jira.cjs', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'fake-jira-node-24-'));
const node24 = join(directory, 'node_modules', 'node', 'bin', 'node');

const missing = await run('npm', ['install', '--prefix', directory, 'node@24'], { timeout: 300_000 })
  .then(() => run(node24, ['--version']))
  .then(
    () => undefined,
    (error: Error) => error.message,
  );
if (missing !== undefined) process.stderr.write(`Skipped, as Node 24 could not be had: ${missing}\n`);

afterAll(() => rmSync(directory, { recursive: true }));

async function generated(node: string, preset: string): Promise<string> {
  const args = [bin, 'world', 'generate', '--preset', preset, '--seed', '1', '--format', 'json'];
  return (await run(node, args, { maxBuffer: 2 ** 28 })).stdout;
}

(missing === undefined ? describe : describe.skip)('on Node 24', () => {
  it.each(presetNames)(
    'the preset %s is made of the same bytes as here',
    async (preset) => {
      const [here, there] = await Promise.all([generated(process.execPath, preset), generated(node24, preset)]);
      expect(here.length).toBeGreaterThan(100);
      // Not printed: some are megabytes.
      expect(there === here).toBe(true);
    },
    120_000,
  );
});
