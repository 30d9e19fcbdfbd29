import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { namedProfile } from '@fake-jira/profile';
import { prepare } from '../run/preparation.js';
import { Person } from '../stage/person.js';
import { runDirectoryVariable, targetOf, writeRun, type SharedRun } from './shared-run.js';

const bin = fileURLToPath(new URL('../../../../node_modules/.bin/fake-jira', import.meta.url));

/** Those who can sign in to the demo world. */
const signIns: SharedRun['signIns'] = {
  administrator: { user: 'admin', password: 'admin' },
  user: { user: 'bob', password: 'bob' },
  app: { user: 'my-app', password: 'my-app' },
  stranger: { user: 'admin', password: 'wrong' },
};

/** Before Jest's workers: starts a fake of its own and looks at it once. */
export default async function globalSetup(): Promise<void> {
  const profile = namedProfile(process.env['FAKE_JIRA_CONTRACT_PROFILE'] ?? 'all');
  const { child, url } = await startFake(profile.name);
  (globalThis as { fakeOfTheSuite?: ChildProcess }).fakeOfTheSuite = child;
  const run = {
    url,
    profile,
    control: true,
    sandbox: { projects: ['TEST', 'SHOP'] },
    signIns,
    protectedToken: 'demo-token',
    appField: 'example-add-on__team',
    runId: 'suite',
    startedAt: Date.now(),
  };
  const target = targetOf(run);
  const looksOnly = { profile, check: () => null, judge: () => [], record: () => undefined };
  const preparation = await prepare(
    {
      admin: new Person('administrator', target.session('administrator'), looksOnly),
      user: new Person('user', target.session('user'), looksOnly),
    },
    run.sandbox,
  );
  const directory = mkdtempSync(join(tmpdir(), 'fake-jira-contract-'));
  writeRun(directory, { ...run, preparation });
  process.env[runDirectoryVariable] = directory;
}

async function startFake(profile: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [bin, 'start', '--port', '0', '--log', 'json', '--profile', profile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    // What it logs from now on is not read, and must not fill the pipe.
    child.stdout.resume();
    return { child, url: (JSON.parse(line) as { url: string }).url };
  }
  throw new Error('The fake ended before it was ready.');
}
