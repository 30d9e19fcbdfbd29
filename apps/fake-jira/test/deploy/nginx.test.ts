import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startFakeJira, type FakeJira } from '../../src/index.js';
import { asAdmin } from '../support/command-line.js';

const nginx = ['nginx', '/usr/sbin/nginx'].find((one) => spawnSync(one, ['-v']).status === 0);
if (nginx === undefined) process.stderr.write('Skipped, as it is not installed: nginx in front of two fakes.\n');
const configuration = readFileSync(new URL('../../../../deploy/nginx.conf', import.meta.url), 'utf8');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

(nginx === undefined ? describe.skip : describe)('nginx in front of two fakes', () => {
  let folder: string;
  let fakes: FakeJira[];
  let proxy: ChildProcess;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fake-jira-nginx-'));
    fakes = await Promise.all([1, 2].map(() => startFakeJira({ world: 'tiny', trustProxy: true })));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const [one, two] = fakes.map((fake) => new URL(fake.url).port);
    const here = configuration
      .replace('127.0.0.1:2991', `127.0.0.1:${one}`)
      .replace('127.0.0.1:2992', `127.0.0.1:${two}`)
      .replace('listen 2990', `listen 127.0.0.1:${port}`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/pid; error_log stderr; events {}\nhttp { access_log off; ${temporary.join(' ')}\n${here}\n}`,
    );
    proxy = spawn(nginx as string, ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
      stdio: 'ignore',
    });
    while ((await fetch(`${url}/_fake/health`).catch(() => undefined))?.status !== 200) {
      if (proxy.exitCode !== null) throw new Error(`nginx ended with ${proxy.exitCode}`);
      await wait(20);
    }
  });
  afterAll(async () => {
    if (proxy.exitCode === null) {
      proxy.kill('SIGTERM');
      await once(proxy, 'close');
    }
    await Promise.all(fakes.map((fake) => fake.close()));
    rmSync(folder, { recursive: true });
  });

  const create = async (workspace: string) => {
    const type = 'com.atlassian.jira.plugin.system.customfieldtypes:textfield';
    const headers = { ...asAdmin.headers, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ name: `Of ${workspace}`, type });
    return fetch(`${url}/w/${workspace}/rest/api/2/field`, { method: 'POST', headers, body });
  };
  const namesIn = async (base: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${base}/rest/api/2/field`, { headers: { ...asAdmin.headers, ...headers } });
    return ((await answer.json()) as { name: string }[]).map(({ name }) => name);
  };

  it('has each workspace always at the same one, and both have some', async () => {
    const workspaces = Array.from({ length: 20 }, (_, at) => `of-test-${at}`);
    for (const workspace of workspaces) {
      expect((await create(workspace)).status).toBe(201);
      expect(await namesIn(`${url}/w/${workspace}`)).toContain(`Of ${workspace}`);
      expect(await namesIn(url, { 'X-Fake-Workspace': workspace })).toContain(`Of ${workspace}`);
    }
    const atEach = await Promise.all(
      fakes.map(async (fake) => {
        const known = JSON.stringify(await (await fetch(`${fake.url}/_fake/workspaces`)).json());
        return workspaces.filter((name) => known.includes(`"${name}"`));
      }),
    );
    expect(atEach.flat().sort()).toEqual([...workspaces].sort());
    for (const some of atEach) expect(some.length).toBeGreaterThan(0);
  });

  it('has addresses in answers begin as clients know it', async () => {
    const answer = await fetch(`${url}/w/addresses/rest/api/2/serverInfo`, asAdmin);
    expect(await answer.json()).toMatchObject({ baseUrl: `${url}/w/addresses` });
  });
});
