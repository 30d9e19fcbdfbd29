import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Another Node, or why it could not be had. */
export interface OtherNode {
  readonly path: string;
  readonly missing: string | undefined;
  readonly remove: () => void;
}

/** Node 24 from the registry, outside of the workspace, whose scripts it would take over. */
export async function node24(): Promise<OtherNode> {
  const directory = mkdtempSync(join(tmpdir(), 'fake-jira-node-24-'));
  const path = join(directory, 'node_modules', 'node', 'bin', 'node');
  const missing = await run('npm', ['install', '--prefix', directory, 'node@24'], { timeout: 300_000 })
    .then(() => run(path, ['--version']))
    .then(
      () => undefined,
      (error: Error) => error.message,
    );
  if (missing !== undefined) process.stderr.write(`Skipped, as Node 24 could not be had: ${missing}\n`);
  return { path, missing, remove: () => rmSync(directory, { recursive: true }) };
}
