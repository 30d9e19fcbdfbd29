import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { startFakeJira } from '../../src/index.js';
import { repository, type Block } from './blocks.js';

const shim = fileURLToPath(new URL('shim.mjs', import.meta.url));

/** What the pages take for granted that their readers have. */
const files: Readonly<Record<string, string>> = {
  'my-world.yaml': 'projects: [{ key: TEST }]\nfields: [{ name: Team, type: select }]\n',
  'world.yaml': 'projects: [{ key: TEST }]\n',
  'test/world.yaml': 'projects: [{ key: TEST }]\n',
  'control-token': 'open-sesame\n',
  'credentials.yaml':
    'roles: { administrator: { user: admin, password: admin }, user: { user: bob, password: bob } }\nsandbox: { projects: [TEST], issueTypes: [Task] }\nprotectedFields: { token: demo-token }\n',
  'package.json': '{ "private": true }',
};

/** A folder of somebody who does what a page says, with a fake at each address that pages name. */
export interface Stage {
  readonly run: (block: Block) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Whoever follows a page from its first block to its last one. */
export async function stageOf(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'fake-jira-pages-'));
  const [jira, other] = await Promise.all([startFakeJira({ seed: 1 }), startFakeJira({ seed: 1 })]);
  for (const [name, text] of Object.entries({ ...files, ...recordedTraffic(jira.url) })) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  for (const name of ['npm', 'npx', 'fake-jira']) {
    writeFileSync(join(bin, name), `#!/bin/sh\nSHIM=${name} exec "${process.execPath}" "${shim}" "$@"\n`);
    chmodSync(join(bin, name), 0o755);
  }
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(repository, 'apps/fake-jira'), join(folder, 'node_modules/fake-jira'));
  const { NODE_OPTIONS: _, FORCE_COLOR: __, ...inherited } = process.env;
  const env = {
    ...inherited,
    REPOSITORY: repository,
    PATH: `${bin}${delimiter}${process.env['PATH']}`,
    FAKE_JIRA_URL: jira.url,
    FAKE_JIRA_USER: 'admin',
    FAKE_JIRA_PASSWORD: 'admin',
  };

  const here = (code: string) =>
    code
      .replaceAll(/http:\/\/127\.0\.0\.1:2990|https:\/\/jira\.example\.com/g, jira.url)
      .replaceAll(/http:\/\/127\.0\.0\.1:(?:2991|4010|4012)|https:\/\/test\.example\.com/g, other.url)
      .replaceAll('FAKE_JIRA_PASSWORD=…', 'FAKE_JIRA_PASSWORD=admin');

  const node = (code: string) => execute(process.execPath, ['--input-type=module', '-e', code]);
  const execute = (program: string, args: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      execFile(program, args, { cwd: folder, env }, (error, out, err) =>
        error ? reject(new Error(`${error.message}\n${out}\n${err}`)) : resolve(),
      );
    });

  return {
    async run({ language, code }) {
      if (language === 'sh')
        await execute('bash', ['-eo', 'pipefail', '-c', here(code).replaceAll(/^curl /gm, 'curl -fsS ')]);
      else if (language === 'js') await node(here(code));
      else await node((await transform(here(code), { loader: 'ts', format: 'esm' })).code);
    },
    async end() {
      await Promise.all([jira.close(), other.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a browser has saved, as pages name it. */
function recordedTraffic(url: string): Record<string, string> {
  const entry = {
    startedDateTime: '2026-01-15T12:00:00.000Z',
    time: 1,
    request: { method: 'GET', url: `${url}/rest/api/2/project`, headers: [], queryString: [], cookies: [] },
    response: {
      status: 200,
      headers: [],
      content: { mimeType: 'application/json', text: '[]' },
    },
  };
  const har = JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries: [entry] } });
  return { 'session.har': har, 'more.har': har };
}
