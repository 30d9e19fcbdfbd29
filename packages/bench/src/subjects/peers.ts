import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Subject } from './subject.js';

const folder = fileURLToPath(new URL('../../peers/', import.meta.url));
const module = (path: string) => join(folder, 'node_modules', path);

/** Installs the peers where that was not done: they are no part of the workspace, so that nobody else pays for them. */
export function installPeers(): void {
  if (existsSync(module('emulate'))) return;
  console.error('Installing the peers (first use) …');
  // None of them needs its install scripts here.
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`The peers could not be installed: run "npm ci" in ${folder} to see why.`);
}

/** The versions of the peers, by package. */
export function peerVersions(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return dependencies;
}

/**
 * The peers, each set up as its documentation says.
 *
 * @param spec - a file with the document of Jira's Field API, as JSON
 * @param answer - what the page of fields that is asked for looks like, for those that are told what to answer
 * @param scratch - a folder for their files
 */
export function peers({ spec, answer, scratch }: { spec: string; answer: string; scratch: string }): Subject[] {
  const java = spawnSync('java', ['-version']).status === 0;
  const stubs = wiremockStubs(scratch, answer);
  const database = join(scratch, 'db.json');
  writeFileSync(database, JSON.stringify({ field: (JSON.parse(answer) as { values: unknown[] }).values }));
  return [
    {
      name: 'Prism mock',
      command: (port) => [
        process.execPath,
        module('@stoplight/prism-cli/dist/index.js'),
        'mock',
        '-p',
        `${port}`,
        spec,
      ],
      probe: '/rest/api/3/field/search',
      headers: { Authorization: 'Basic YWRtaW46YWRtaW4=' },
    },
    {
      name: 'Mockoon',
      command: (port) => [
        process.execPath,
        module('@mockoon/cli/bin/run.js'),
        ...['start', '--data', spec, '--port', `${port}`, '--disable-log-to-file'],
      ],
      probe: '/rest/api/3/field/search',
    },
    {
      name: 'json-server',
      command: (port) => [
        process.execPath,
        module('json-server/lib/cli/bin.js'),
        ...['--port', `${port}`, '--host', '127.0.0.1', '--quiet', database],
      ],
      probe: '/field?_page=1&_limit=50&_sort=name&name_like=a',
    },
    {
      name: 'emulate (one service)',
      command: (port) => [
        process.execPath,
        module('emulate/dist/index.js'),
        ...['start', '--service', 'github', '--port', `${port}`],
      ],
      probe: '/meta',
    },
    {
      name: 'WireMock',
      command: (port) => [
        'java',
        '-jar',
        module('wiremock/build/wiremock-standalone-3.13.2.jar'),
        ...['--port', `${port}`, '--root-dir', stubs, '--disable-banner', '--no-request-journal'],
      ],
      probe: '/rest/api/3/field/search',
      ...(!java && { missing: 'there is no Java here (Debian: default-jre-headless)' }),
    },
  ];
}

function wiremockStubs(scratch: string, body: string): string {
  const root = join(scratch, 'wiremock');
  mkdirSync(join(root, 'mappings'), { recursive: true });
  const stub = {
    request: { method: 'GET', urlPath: '/rest/api/3/field/search' },
    response: { status: 200, headers: { 'Content-Type': 'application/json' }, body },
  };
  writeFileSync(join(root, 'mappings', 'field-search.json'), JSON.stringify(stub));
  return root;
}
