import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { namedProfile } from '@fake-jira/profile';
import type { Credentials } from '@fake-jira/target';
import { setters } from '../run/contract-run.js';
import { contractTarget } from '../run/open-target.js';
import { prepare } from '../run/preparation.js';
import { runDirectoryVariable, writeRun } from './shared-run.js';

const bin = fileURLToPath(new URL('../../../../node_modules/.bin/fake-jira', import.meta.url));

/** Who can sign in to the demo world, and where a run may work there. */
const credentials: Credentials = {
  roles: {
    administrator: { user: 'admin', password: 'admin' },
    user: { user: 'bob', password: 'bob' },
    app: { user: 'my-app', password: 'my-app' },
  },
  sandbox: { projects: ['TEST', 'SHOP'], issueTypes: [] },
  protectedFields: { token: 'demo-token' },
  appField: 'example-add-on__team',
};

/** Before Jest's workers: starts a fake of its own and looks at it once. */
export default async function globalSetup(): Promise<void> {
  const profile = namedProfile('all');
  const { child, url } = await startFake(profile.name);
  (globalThis as { fakeOfTheSuite?: ChildProcess }).fakeOfTheSuite = child;
  const known = { url, profile, credentials, control: true };
  const target = contractTarget(known);
  const preparation = await prepare(setters(target), target.sandbox);
  const directory = mkdtempSync(join(tmpdir(), 'fake-jira-contract-'));
  writeRun(directory, { ...known, runId: 'suite', startedAt: Date.now(), preparation });
  process.env[runDirectoryVariable] = directory;
}

async function startFake(profile: string): Promise<{ child: ChildProcess; url: string }> {
  // Quiet: a write into a pipe waits, and thousands of them took a quarter of the fake's time.
  const options = ['--port', '0', '--log', 'json', '--quiet', '--profile', profile];
  const child = spawn(process.execPath, [bin, 'start', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(child.stdout)) {
    // What it logs from now on is not read, and must not fill the pipe.
    child.stdout.resume();
    return { child, url: (JSON.parse(line) as { url: string }).url };
  }
  throw new Error('The fake ended before it was ready.');
}
