import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const ready = 'Prism is listening on ';
// `[10:00:00 AM] › [CLI] ℹ  info      GET …`: the level decides, not the words, which Prism partly makes up.
const harmless = /^\[[^\]]+\] › \[CLI\] \S+\s+(awaiting|info|start)\s/;
const repository = fileURLToPath(new URL('../../../', import.meta.url));

type Prism = ChildProcessByStdio<null, Readable, Readable>;

const running: Prism[] = [];

afterEach(async () => {
  for (const prism of running.splice(0)) {
    if (prism.exitCode !== null || prism.signalCode !== null) continue;
    prism.kill('SIGKILL');
    await once(prism, 'exit');
  }
});

/** Starts `prism mock` on a document; answers with its address and what it said until it was ready. */
async function startPrism(document: string): Promise<{ url: string; lines: string[] }> {
  const command = fileURLToPath(new URL('../../../node_modules/.bin/prism', import.meta.url));
  const prism = spawn(command, ['mock', '--port', '0', document], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(prism);
  const lines: string[] = [];
  createInterface(prism.stderr).on('line', (line) => lines.push(line));
  for await (const line of createInterface(prism.stdout)) {
    lines.push(line);
    const url = line.split(ready)[1];
    if (url !== undefined) return { url: url.trim(), lines };
  }
  throw new Error(`Prism ended before it was ready:\n${lines.join('\n')}`);
}

it('a mock server of others serves the spec of Jira’s Field API as it is, without a complaint', async () => {
  const { url, lines } = await startPrism('specs/jira-cloud.openapi.yaml');
  expect(lines.filter((line) => !harmless.test(line))).toEqual([]);
  const answer = await fetch(`${url}/rest/api/3/field`, { headers: { Authorization: 'Basic YWRtaW46YWRtaW4=' } });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toContainEqual(expect.objectContaining({ id: 'summary', custom: false }));
}, 60_000);
