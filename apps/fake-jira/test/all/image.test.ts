import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'yaml';
import { asAdmin } from '../support/command-line.js';
import { ownFolder, packed, plainEnvironment, run } from '../support/packed.js';

// Where no builder is installed, what the Dockerfile says is done in a plain folder: its files, its commands, its
// environment, its health check.
const root = new URL('../../../../', import.meta.url);
const dockerfile = readFileSync(new URL('Dockerfile', root), 'utf8').replaceAll('\\\n', '');
const folder = ownFolder('image');
const tarball = await packed(folder);

const linesOf = (word: string) =>
  dockerfile
    .split('\n')
    .filter((line) => line.startsWith(`${word} `))
    .map((line) => line.slice(word.length + 1).trim());
/** The paths of the image as paths in the folder. */
const here = (text: string) => text.replace(/(?<![\w.])\/(opt|home|state|run)\b/g, `${folder}/$1`);
const jsonOf = (text: string) => JSON.parse(here(/\[.*\]/.exec(text)?.[0] ?? '[]')) as string[];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function environment(more: NodeJS.ProcessEnv = {}): Promise<NodeJS.ProcessEnv> {
  const pairs = linesOf('ENV').flatMap((line) => [...line.matchAll(/(\S+?)=(\S+)/g)]);
  const declared = Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, here(value)]));
  const { PATH = '', ...others } = declared;
  return {
    ...plainEnvironment,
    ...others,
    PATH: PATH.replace('$PATH', process.env['PATH'] ?? ''),
    FAKE_JIRA_PORT: String(await freePort()),
    ...more,
  };
}

/** Exit code of the health check of the image. */
async function health(env: NodeJS.ProcessEnv): Promise<number> {
  const [command = '', ...args] = jsonOf(linesOf('HEALTHCHECK')[0] ?? '');
  return new Promise((resolve) => {
    execFile(command, args, { env }, (error) => resolve(error === null ? 0 : Number(error.code)));
  });
}

async function started(env: NodeJS.ProcessEnv) {
  const [program = '', ...args] = [...jsonOf(linesOf('ENTRYPOINT')[0] ?? ''), ...jsonOf(linesOf('CMD')[0] ?? '')];
  const child = spawn(program, args, { env, cwd: join(folder, 'home/node'), stdio: 'ignore' });
  const ended = once(child, 'close');
  while ((await health(env)) !== 0) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
    await wait(100);
  }
  return async () => {
    child.kill('SIGTERM');
    const [code] = (await ended) as [number];
    return code;
  };
}

beforeAll(async () => {
  for (const path of ['opt/fake-jira', 'home/node', 'run/secrets']) mkdirSync(join(folder, path), { recursive: true });
  copyFileSync(tarball, join(folder, 'opt/fake-jira', basename(tarball)));
  writeFileSync(join(folder, 'run/secrets/control-token'), 'open-sesame\n');
  for (const command of linesOf('RUN')) {
    // Whoever runs the tests keeps npm's cache, and may be unable to give folders away.
    const harmless = here(command)
      .replace('npm cache clean --force', 'true')
      .replace(/chown \S+ \S+/, 'true');
    const { code, err } = await run('sh', ['-ec', `umask 022; ${harmless}`], join(folder, 'opt/fake-jira'));
    if (code !== 0) throw new Error(`${command}: ${err}`);
  }
}, 180_000);

describe('the image', () => {
  it('runs as somebody without rights, and lets nothing be written to but the state', () => {
    expect(linesOf('USER')).toEqual(['node']);
    expect(linesOf('RUN').join('\n')).toContain('chown node:node /state');
  });

  it('is healthy when it is ready, keeps its world in /state over a SIGTERM, and ends with 0', async () => {
    const env = await environment({ FAKE_JIRA_STATE: join(folder, 'state'), FAKE_JIRA_WORLD: 'tiny' });
    const url = `http://127.0.0.1:${env['FAKE_JIRA_PORT']}/rest/api/2/field`;
    const end = await started(env);
    const type = 'com.atlassian.jira.plugin.system.customfieldtypes:textfield';
    const headers = { ...asAdmin.headers, 'Content-Type': 'application/json' };
    await fetch(url, { method: 'POST', headers, body: JSON.stringify({ name: 'Kept', type }) });
    expect(await end()).toBe(0);
    expect(await health(env)).not.toBe(0);
    const endAgain = await started(env);
    const fields = (await (await fetch(url, asAdmin)).json()) as { name: string }[];
    expect(fields.map(({ name }) => name)).toContain('Kept');
    expect(await endAgain()).toBe(0);
  }, 60_000);

  it('is what compose.yaml starts, with options and profiles that there are', async () => {
    const compose = parse(readFileSync(new URL('compose.yaml', root), 'utf8')) as {
      services: Record<string, { environment: Record<string, string> }>;
    };
    for (const [name, { environment: given }] of Object.entries(compose.services)) {
      const env = await environment({
        ...given,
        ...('FAKE_JIRA_STATE' in given && { FAKE_JIRA_STATE: join(folder, name) }),
      });
      const end = await started(env);
      // As another container calls it.
      const { out } = await run(
        'curl',
        [
          '-s',
          '-u',
          'admin:admin',
          '-H',
          `Host: ${name}:2990`,
          `http://127.0.0.1:${env['FAKE_JIRA_PORT']}/rest/api/2/serverInfo`,
        ],
        folder,
      );
      expect(JSON.parse(out)).toMatchObject(name === 'jira-8' ? { version: '8.20.0' } : { serverTitle: 'Jira' });
      expect(await end()).toBe(0);
    }
  }, 60_000);
});
