import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '@fake-jira/openapi';
import { ControlTokenMissing, startFakeJira } from '../../src/index.js';
import { fakeJira, startedFake } from '../support/command-line.js';
import { control, listening } from './stage.js';

const directory = mkdtempSync(join(tmpdir(), 'fake-jira-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Sends headers that a browser sends, and that `fetch` does not let anybody set. */
function send(url: string, method: string, headers: Record<string, string>, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } },
      (answer) => {
        answer.resume();
        const foreign = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
        expect(foreign).toEqual([]);
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('a web page of another origin', () => {
  const addresses = operations('control').map(({ method, path }) => [method, path.replace(/\{\w+\}/, 'x')] as const);

  it.each<Record<string, string>>([
    { Origin: 'http://evil.test' },
    { Origin: 'null' },
    { Origin: 'http://127.0.0.1:1' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ])('reaches nothing with %j', async (headers) => {
    const jira = await listening();
    const before = jira.world();
    for (const [method, path] of [...addresses, ['OPTIONS', '/_fake/world'], ['GET', '/_fake/nothing']] as const) {
      for (const base of [jira.url, `${jira.url}/jira`, `${jira.url}/w/other`])
        expect([method, path, await send(base + path, method, headers)]).toEqual([method, path, 403]);
    }
    expect(jira.world().fields).toBe(before.fields);
    expect(jira.faults.list()).toEqual([]);
  });

  it('a page of the fake itself, and a program, do reach it', async () => {
    const jira = await listening();
    const status = (headers: Record<string, string>) => send(`${jira.url}/_fake/health`, 'GET', headers);
    expect(await status({ Origin: jira.url, 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    expect(await status({ 'Sec-Fetch-Site': 'none' })).toBe(200);
    expect(await status({})).toBe(200);
  });

  it('a name that was made to point here reaches nothing', async () => {
    const jira = await listening();
    expect(await send(`${jira.url}/_fake/health`, 'GET', { Host: 'evil.test' })).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'writes nothing in a body of the type %s, which a page may send without asking',
    async (type) => {
      const jira = await listening();
      for (const [method, path] of [
        ['POST', 'faults'],
        ['PUT', 'world'],
        ['PUT', 'settings'],
        ['PUT', 'clock'],
      ] as const) {
        const answer = await control(jira, method, path, '{"status":503}', { 'Content-Type': type });
        expect([path, answer.status]).toEqual([path, 415]);
        expect(answer.body.message).toBe(`The content type must be application/json, not ${type}.`);
      }
      expect(jira.faults.list()).toEqual([]);
    },
  );
});

describe('off loopback', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1', 'jira.example.com'])(
    'it does not start on %s without a token',
    async (host) => {
      await expect(startFakeJira({ host })).rejects.toThrow(ControlTokenMissing);
    },
  );

  it.each(['127.0.0.1', '127.0.0.2', 'localhost'])('it starts on %s without one', async (host) => {
    await listening({ host });
  });

  it('the command line says in one sentence how to give it', async () => {
    const { code, err } = await fakeJira('start', '--host', '0.0.0.0', '--port', '0');
    expect([code, err]).toEqual([
      2,
      'On 0.0.0.0 others than this machine reach the control API: give it a token (--control-token-file FILE, or the option controlToken), or listen on 127.0.0.1.\n',
    ]);
    const empty = join(directory, 'empty');
    writeFileSync(empty, '\n');
    expect((await fakeJira('start', '--control-token-file', empty)).err).toContain(
      'its first line has to be the control token',
    );
    expect((await fakeJira('start', '--control-token-file', join(directory, 'none'))).err).toContain(
      'there is no such file',
    );
  });

  it('with a token the control API needs it, at every address, and the mirrored APIs do not', async () => {
    const file = join(directory, 'token');
    writeFileSync(file, 'open-sesame\n');
    const fake = await startedFake('--host', '0.0.0.0', '--control-token-file', file);
    const local = { url: `http://127.0.0.1:${new URL(fake.url).port}` };
    const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
    for (const headers of [{}, bearer('wrong'), { Authorization: `Basic ${btoa('admin:admin')}` }]) {
      for (const path of ['health', 'world', 'nothing']) {
        const { status, body, headers: answered } = await control(local, 'GET', path, undefined, headers);
        expect([status, body.message]).toEqual([401, expect.stringContaining('Authorization: Bearer <token>')]);
        expect(answered.get('www-authenticate')).toBe('Bearer realm="fake-jira control"');
      }
    }
    expect((await control(local, 'GET', 'health', undefined, bearer('open-sesame'))).status).toBe(200);
    expect((await control(local, 'POST', 'reset', undefined, bearer('open-sesame'))).status).toBe(204);
    expect((await fetch(`${local.url}/rest/api/2/serverInfo`)).status).toBe(200);
    await fake.stop();
  });
});
