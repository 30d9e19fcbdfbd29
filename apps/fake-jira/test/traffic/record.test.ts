import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { namedProfile } from '@fake-jira/profile';
import { learn, readTraffic, Recorder } from '@fake-jira/traffic';
import { startFakeJira } from '../../src/index.js';
import { outgoing, type OutgoingOptions } from '../../src/outgoing/outgoing.js';
import { startRecordingProxy, type PassedThrough } from '../../src/outgoing/recording-proxy.js';
import { startedCommand, startedProxy } from '../support/command-line.js';
import { certificateFile, otherServer } from '../support/other-server.js';
import { send } from '../support/raw-request.js';
import { harClient } from './har-client.js';
import { sessionOnCloud, sessionOnDataCenter } from './sessions.js';
import { checkedExchanges, failuresOf } from './stage.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fake-jira-record-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Proxied {
  readonly url: string;
  readonly seen: PassedThrough[];
  readonly recorder: Recorder;
  readonly close: () => Promise<void>;
}

async function proxyOf(target: string, options: OutgoingOptions & { readOnly?: boolean } = {}): Promise<Proxied> {
  const { readOnly = false, ...ways } = options;
  const way = outgoing(ways);
  const seen: PassedThrough[] = [];
  const recorder = new Recorder();
  const { url, close } = await startRecordingProxy({
    outgoing: way,
    target,
    port: 0,
    host: '127.0.0.1',
    readOnly,
    timeout: 2_000,
    onExchange: (exchange) => {
      seen.push(exchange);
      recorder.add(exchange);
    },
  });
  const end = async () => {
    await close(0);
    await way.close();
  };
  return { url, seen, recorder, close: end };
}

function recordedIn(recorder: Recorder): string {
  const file = join(folder, 'exchanges.json');
  writeFileSync(file, recorder.text({ url: 'http://jira.example.com', at: '2026-11-28T00:00:00.000Z' }));
  return file;
}

describe('A proxy in front of an instance', () => {
  it.each([
    ['cloud', sessionOnCloud],
    ['data-center', sessionOnDataCenter],
  ] as const)('records what traffic check finds nothing wrong with, and learns from: %s', async (name, session) => {
    const profile = namedProfile(name);
    const jira = await startFakeJira({ profile });
    const proxy = await proxyOf(jira.url);
    try {
      await session(harClient(proxy.url));
      expect(proxy.recorder.size).toBeGreaterThan(20);
      const file = recordedIn(proxy.recorder);
      const checked = await checkedExchanges(readTraffic(file), profile);
      expect(failuresOf(checked)).toEqual([]);
      expect(checked.report.results.length).toBe(proxy.recorder.size);
      const learnt = await learn({ exchanges: readTraffic(file), name: 'learnt', now: 0 });
      expect([learnt?.profile.jira.deployment, learnt?.contradictions]).toEqual([profile.jira.deployment, []]);
    } finally {
      await proxy.close();
      await jira.close();
    }
  });

  it('hands everything on as it is: body, compression, cookies, redirections, a body without end', async () => {
    let go: (() => void) | undefined;
    const other = await otherServer(({ url }, response) => {
      if (url === '/jira/slow') {
        response.writeHead(200, { 'Content-Type': 'text/plain' });
        response.write('first');
        go = () => void response.end('last');
      } else if (url === '/jira/moved') {
        response.writeHead(302, { Location: `${other.url}/jira/rest/x`, 'Set-Cookie': ['a=1', 'b=2'] });
        response.end();
      } else {
        response.writeHead(201, { 'Content-Encoding': 'gzip', 'Content-Type': 'application/json' });
        response.end(gzipSync('{"made":true}'));
      }
    });
    const proxy = await proxyOf(`${other.url}/jira`);
    try {
      const headers = { Authorization: 'Basic YTpi', Cookie: 'JSESSIONID=x', 'Accept-Encoding': 'zstd, gzip' };
      const made = await fetch(`${proxy.url}/rest/x`, { method: 'POST', headers, body: '{"name":"ä"}' });
      expect([made.status, await made.json()]).toEqual([201, { made: true }]);
      const { method, body, headers: told } = other.seen[0]!;
      expect([method, body, told.authorization, told.cookie, told['accept-encoding']?.trim()]).toEqual([
        'POST',
        '{"name":"ä"}',
        'Basic YTpi',
        'JSESSIONID=x',
        'gzip',
      ]);
      const moved = await fetch(`${proxy.url}/moved`, { redirect: 'manual' });
      expect([moved.status, moved.headers.get('location'), moved.headers.getSetCookie()]).toEqual([
        302,
        `${proxy.url}/rest/x`,
        ['a=1', 'b=2'],
      ]);
      const slow = await fetch(`${proxy.url}/slow`);
      const reader = slow.body!.getReader();
      expect(Buffer.from((await reader.read()).value).toString()).toBe('first');
      go?.();
      expect(Buffer.from((await reader.read()).value).toString()).toBe('last');
    } finally {
      await proxy.close();
      await other.close();
    }
  });

  it('lets only what reads through where it is told so, and answers for this machine alone', async () => {
    const other = await otherServer((_request, response) => void response.end('{}'));
    const proxy = await proxyOf(other.url, { readOnly: true });
    try {
      const refused = await fetch(`${proxy.url}/rest/api/2/field`, { method: 'POST', body: '{}' });
      expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('--read-only')]);
      expect((await fetch(`${proxy.url}/rest/api/2/field`)).status).toBe(200);
      expect((await send(proxy, { path: '/rest/api/2/field', headers: { Host: 'evil.example' } })).status).toBe(403);
      expect(other.seen.map(({ method }) => method)).toEqual(['GET']);
    } finally {
      await proxy.close();
      await other.close();
    }
  });

  it('says where nobody answers, and records nothing of it', async () => {
    const proxy = await proxyOf('http://127.0.0.1:1');
    const answer = await fetch(`${proxy.url}/rest/api/2/field`);
    expect([answer.status, await answer.text()]).toEqual([502, expect.stringContaining('nothing listens there')]);
    expect(proxy.seen).toEqual([]);
    await proxy.close();
  });

  it('speaks TLS to the instance, with a certificate that it was told to trust', async () => {
    const other = await otherServer((_request, response) => void response.end('{"a":1}'), { tls: true });
    const distrusting = await proxyOf(other.url);
    const trusting = await proxyOf(other.url, { ca: readFileSync(certificateFile, 'utf8') });
    try {
      const refused = await fetch(`${distrusting.url}/rest/api/2/field`);
      expect([refused.status, await refused.text()]).toEqual([502, expect.stringContaining('--ca FILE')]);
      expect(await (await fetch(`${trusting.url}/rest/api/2/field`)).json()).toEqual({ a: 1 });
    } finally {
      await Promise.all([distrusting.close(), trusting.close(), other.close()]);
    }
  });

  it('goes through the proxy of the environment, but not to this machine and not where NO_PROXY says so', async () => {
    const other = await otherServer((_request, response) => void response.end('{"a":1}'), { tls: true });
    const tunnels: string[] = [];
    const way = createServer().on('connect', ({ url = '' }, client) => {
      tunnels.push(url);
      // Whatever host is asked for is the one that there is.
      const upstream = connect(Number(new URL(other.url).port), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(client).pipe(upstream);
      });
      upstream.on('error', () => client.destroy());
      client.on('error', () => upstream.destroy());
    });
    way.listen(0, '127.0.0.1');
    await once(way, 'listening');
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${(way.address() as AddressInfo).port}` };
    // Its certificate is for another name, and it has to be reached to say so.
    const asked = async (target: string, more: Record<string, string> = {}) => {
      const proxy = await proxyOf(target, {
        ca: readFileSync(certificateFile, 'utf8'),
        environment: { ...environment, ...more },
      });
      const answer = await (await fetch(`${proxy.url}/rest/api/2/field`)).text();
      await proxy.close();
      return answer;
    };
    try {
      expect(await asked('https://jira.example.invalid')).toContain('its certificate is for another host');
      expect(tunnels).toEqual(['jira.example.invalid:443']);
      expect(await asked('https://jira.example.invalid', { NO_PROXY: '.example.invalid' })).toContain('not known');
      expect(await asked(other.url)).toBe('{"a":1}');
      expect(tunnels).toHaveLength(1);
    } finally {
      way.closeAllConnections();
      way.close();
      await other.close();
    }
  });

  it('leaves no secret and nobody in what is written, also of who is named in a question alone', async () => {
    const secrets = ['hunter2', 'JSESSIONID=abc', 'jane.doe@acme.test', 'Jane Q. Doe', 'jdoe', 'sekrit', '4111-1111'];
    const person = { name: 'jdoe', key: 'JIRAUSER1', displayName: 'Jane Q. Doe', emailAddress: 'jane.doe@acme.test' };
    const other = await otherServer(({ url }, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Set-Cookie': 'JSESSIONID=abc' });
      const isProtected = url.includes('protected');
      response.end(JSON.stringify(isProtected ? [{ fieldId: 'customfield_1', value: '4111-1111' }] : person));
    });
    const proxy = await proxyOf(other.url);
    try {
      const as = (user: string) => ({
        headers: { Authorization: `Basic ${btoa(`${user}:hunter2`)}`, Cookie: 'JSESSIONID=abc' },
      });
      await fetch(`${proxy.url}/rest/api/2/user?username=rroe`, as('rroe'));
      await fetch(`${proxy.url}/rest/api/2/user?username=jdoe`, as('jdoe'));
      await fetch(`${proxy.url}/rest/protected-fields/1/values?token=sekrit&issueKey=A-1&fieldId=customfield_1`);
      await fetch(`${proxy.url}/secure/of-no-api`, as('jdoe'));
      expect(JSON.stringify(other.seen)).toContain('sekrit');
      const text = readFileSync(recordedIn(proxy.recorder), 'utf8');
      expect([...secrets, 'rroe', btoa('jdoe:hunter2')].filter((one) => text.includes(one))).toEqual([]);
      expect(text).toContain('pseudonym.example');
      expect(proxy.recorder.size).toBe(3);
      expect(proxy.recorder.leftOut).toEqual({ 'of another host or site': 1 });
    } finally {
      await proxy.close();
      await other.close();
    }
  });

  it('keeps no more than there is room for, and counts the rest', () => {
    const recorder = new Recorder(5_000);
    const message = { headers: {}, body: Buffer.from('{}') };
    const url = 'http://jira.example.com/rest/api/2/field';
    for (let at = 0; at < 5; at++)
      recorder.add({ method: 'GET', url, request: message, status: 200, response: message });
    expect([recorder.size, recorder.leftOut]).toEqual([2, { 'for which there was no room': 3 }]);
  });
});

describe('fake-jira traffic record', () => {
  it('writes a recording when it is told to stop, and nothing before', async () => {
    const jira = await startFakeJira({ profile: 'data-center', world: 'tiny' });
    const out = join(folder, 'recorded');
    try {
      const { url, stop } = await startedProxy('--target', jira.url, '--out', out);
      await sessionOnDataCenter(harClient(url)).catch(() => undefined);
      expect(existsSync(join(out, 'exchanges.json'))).toBe(false);
      const { code, out: said } = await stop('SIGTERM');
      expect([code, said]).toEqual([0, expect.stringMatching(/exchanges\.json has \d+ exchanges/)]);
      expect(statSync(join(out, 'exchanges.json')).mode & 0o077).toBe(0);
      const checked = await startedCommand(['traffic', 'learn', out]).ended;
      expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('deployment: data-center')]);
      const again = await startedCommand(['traffic', 'record', '--target', jira.url, '--out', out]).ended;
      expect([again.code, again.err]).toEqual([2, expect.stringContaining('is there already')]);
    } finally {
      await jira.close();
    }
  });

  it.each([
    [['--target', 'http://127.0.0.1:1'], 3, 'http://127.0.0.1:1 is not reachable: nothing listens there.'],
    [['--target', 'https://admin:secret@jira.example.com'], 2, '--target is no address'],
    [['--target', 'http://127.0.0.1:1', '--ca', 'no-such.pem'], 2, 'no-such.pem: there is no such file.'],
    [['--target', 'http://127.0.0.1:1', '--ca', 'package.json'], 2, 'it is a text in PEM'],
  ])('says before it begins what is in its way: %j', async (args, code, sentence) => {
    const ended = await startedCommand(['traffic', 'record', '--out', join(folder, 'out'), ...args]).ended;
    expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(sentence)]);
    expect(ended.err).not.toContain('secret@');
  });
});
