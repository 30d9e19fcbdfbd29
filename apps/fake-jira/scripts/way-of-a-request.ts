/**
 * Which of our files a request passes through between socket and world: those in which a function runs for it, counted
 * by V8 around one request after a few of its kind. Generated files count; those of the world are behind the line.
 *
 * Run from the sources: `npm run way -w fake-jira` prints the lists, and with `-- --write` puts them into
 * docs/architecture.md.
 */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, request as send, type IncomingMessage } from 'node:http';
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { WorldFile } from '@fake-jira/fixtures';
import { createApp } from '../src/app.js';
import { makeWorkspaces } from '../src/server.js';

interface Way {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** Another body each time, so that each request succeeds. */
  readonly body: (time: number) => unknown;
}

const times = 4;
const world: WorldFile = {
  projects: [{ key: 'TEST', name: 'Test' }],
  issueTypes: [{ name: 'Task' }],
  fields: [
    {
      name: 'Browsers',
      type: 'select',
      id: 10100,
      contexts: [
        { id: 10200, options: Array.from({ length: times }, (_, at) => ({ id: 10300 + at, value: `Old ${at}` })) },
      ],
    },
    { name: 'Card', type: 'protected-text', id: 10101 },
  ],
  issues: [{ key: 'TEST-1', project: 'TEST', type: 'Task', summary: 'First' }],
  protectedFieldTokens: [{ token: 'demo-token' }],
};

const ways: readonly Way[] = [
  {
    name: 'POST of an option (Jira Cloud)',
    method: 'POST',
    path: '/rest/api/3/field/customfield_10100/context/10200/option',
    body: (time) => ({ options: [{ value: `New ${time}` }] }),
  },
  {
    name: 'Bulk delete of options (Extender)',
    method: 'POST',
    path: '/rest/extender/1.0/customField/configScheme/removeValue',
    body: (time) => ({ optionId: [10300 + time] }),
  },
  {
    name: 'PUT of a protected value (Protected Fields)',
    method: 'PUT',
    path: '/rest/protected-fields/1/values?token=demo-token&issueKey=TEST-1',
    body: (time) => [{ fieldId: 'customfield_10101', value: `Secret ${time}` }],
  },
];

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The files of ours in which a function has run since coverage was last taken. */
async function filesThatRan(session: Session): Promise<string[]> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result
    .filter(({ url, functions }) => isOurs(url) && functions.some(hasRun))
    .map(({ url }) => fileURLToPath(url).slice(root.length))
    .sort();
}

function isOurs(url: string): boolean {
  return (
    url.startsWith('file:') &&
    fileURLToPath(url).startsWith(root) &&
    !url.includes('/node_modules/') &&
    url !== import.meta.url
  );
}

/** Loading a module runs its text, a function without a name from the beginning to the end: that is no request's. */
function hasRun({ functionName, ranges }: Profiler.FunctionCoverage): boolean {
  const [whole] = ranges;
  return whole !== undefined && whole.count > 0 && !(functionName === '' && whole.startOffset === 0);
}

const workspaces = makeWorkspaces({ world, profile: 'all' });
const server = createServer(createApp({ workspaces }));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

async function ask({ method, path, body }: Way, time: number): Promise<void> {
  const headers = { 'Content-Type': 'application/json', Authorization: `Basic ${btoa('admin:admin')}` };
  const sent = send({ port, method, path, headers }).end(JSON.stringify(body(time)));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'close');
  if (response.statusCode !== 200) throw new Error(`${method} ${path} was answered with ${response.statusCode}.`);
}

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
const found = [];
for (const way of ways) {
  for (let time = 0; time < times - 1; time++) await ask(way, time);
  await filesThatRan(session);
  await ask(way, times - 1);
  const ran = await filesThatRan(session);
  found.push({ name: way.name, files: ran.filter((file) => !file.startsWith('packages/world/')) });
}
server.close();
server.closeAllConnections();

const text = found
  .map(({ name, files }) => {
    const list = files.map((file, at) => `${at + 1}. \`${file}\``);
    return `### ${name}\n\n${files.length} files:\n\n${list.join('\n')}\n`;
  })
  .join('\n');
if (process.argv.includes('--write')) {
  const page = `${root}docs/architecture.md`;
  const before = readFileSync(page, 'utf8');
  writeFileSync(page, before.replace(/(<!-- ways -->\n)[^]*(<!-- end of ways -->)/, `$1\n${text}\n$2`));
} else console.log(text);
