import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { startFakeJira, type Fallback, type FakeJira } from '../src/index.js';
import { asAdmin } from './support/command-line.js';
import { certificateFile, otherServer, type SeenRequest } from './support/other-server.js';
import { send } from './support/raw-request.js';

const boards = { values: [{ id: 1, name: 'Board' }] };

function boardsOf({ url }: SeenRequest, response: ServerResponse): void {
  if (url.startsWith('/jira/rest/never')) return;
  if (url.startsWith('/jira/rest/breaks')) {
    response.writeHead(200, { 'Content-Length': 10 });
    response.write('half', () => response.destroy());
    return;
  }
  if (url.startsWith('/jira/rest/moved')) {
    response.writeHead(302, { Location: `${base}/jira/rest/agile/1.0/board`, 'Set-Cookie': 'JSESSIONID=theirs' });
    return void response.end();
  }
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Content-Encoding': 'gzip',
    'Set-Cookie': ['JSESSIONID=theirs', 'atl=1'],
    'Access-Control-Allow-Origin': '*',
    'X-Of-Theirs': 'yes',
  });
  response.end(gzipSync(JSON.stringify(boards)));
}

let base = '';
let other: Awaited<ReturnType<typeof otherServer>>;
let jira: FakeJira | undefined;
beforeAll(async () => {
  other = await otherServer(boardsOf);
  base = other.url;
});
afterAll(() => other.close());
afterEach(async () => {
  await jira?.close();
  jira = undefined;
  other.seen.length = 0;
});

async function started(more: Partial<Fallback> = {}): Promise<FakeJira> {
  jira = await startFakeJira({ world: 'tiny', profile: 'data-center', fallback: { url: `${base}/jira`, ...more } });
  return jira;
}

describe('what the fake has not, with a fallback', () => {
  const board = '/rest/agile/1.0/board?type=scrum';

  it('is asked of the other server, and says so in a header and the journal', async () => {
    const { url } = await started();
    const answer = await fetch(`${url}${board}`, asAdmin);
    expect([answer.status, answer.headers.get('x-fake-jira'), answer.headers.get('x-of-theirs')]).toEqual([
      200,
      'fallback',
      'yes',
    ]);
    expect(await answer.json()).toEqual(boards);
    expect(other.seen.map(({ method, url }) => [method, url])).toEqual([['GET', `/jira${board}`]]);
    expect(jira?.journal({ mirrored: false })).toEqual([
      expect.objectContaining({ path: board, status: 200, mirrored: false, fallback: true }),
    ]);
    const listed = await fetch(`${url}/_fake/requests?mirrored=false`);
    expect(await listed.json()).toEqual({ requests: [expect.objectContaining({ fallback: true })] });
  });

  it('tells the other server no secret and takes none of its cookies', async () => {
    const { url } = await started();
    const headers = { ...asAdmin.headers, Cookie: 'a=b', 'X-Fake-Workspace': 'mine', Origin: url };
    const answer = await fetch(`${url}/rest/agile/1.0/board?jwt=aaa&type=kanban&os_password=bbb`, { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const [{ url: asked, headers: told }] = other.seen as [SeenRequest];
    expect(asked).toBe('/jira/rest/agile/1.0/board?type=kanban');
    for (const name of ['authorization', 'cookie', 'x-fake-workspace', 'origin']) expect(told).not.toHaveProperty(name);
    expect(told.host).toBe(new URL(base).host);
  });

  it('tells it the credentials where that is asked for, also those that nobody here has', async () => {
    const { url } = await started({ credentials: true });
    const headers = { Authorization: 'Bearer theirs', Cookie: 'a=b' };
    const answer = await fetch(`${url}${board}`, { headers });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, ['JSESSIONID=theirs', 'atl=1']]);
    expect(other.seen[0]?.headers).toMatchObject({ authorization: 'Bearer theirs', cookie: 'a=b' });
  });

  it('is read only, unless methods are named; then a body goes along', async () => {
    const { url } = await started();
    const post = { method: 'POST', ...asAdmin, body: '{"name":"b"}' };
    const refused = await fetch(`${url}${board}`, post);
    expect([refused.status, refused.headers.get('x-fake-jira'), other.seen]).toEqual([404, 'not-mirrored', []]);
    await jira?.close();
    const writing = await started({ methods: ['post'] });
    expect((await fetch(`${writing.url}${board}`, post)).status).toBe(200);
    expect((await fetch(`${writing.url}${board}`, asAdmin)).status).toBe(404);
    expect(other.seen.map(({ method, body }) => [method, body])).toEqual([['POST', '{"name":"b"}']]);
  });

  it('leads redirections within the other server back to the fake, workspace and all', async () => {
    const { url } = await started();
    const answer = await fetch(`${url}/w/mine/rest/moved`, { ...asAdmin, redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${url}/w/mine/rest/agile/1.0/board`]);
  });

  it('never leaves the context path of the other server', async () => {
    const { url } = await started();
    for (const path of ['/rest/x/../../../admin', '/rest/%2e%2e/%2E./admin'])
      expect((await send({ url }, { path })).status).toBe(404);
    expect(other.seen).toEqual([]);
  });

  it('leaves what is here to the fake, also where only this Jira has it not', async () => {
    const { url } = await started();
    expect((await fetch(`${url}/rest/api/2/field`, asAdmin)).status).toBe(200);
    expect((await fetch(`${url}/rest/api/3/field/search`, asAdmin)).status).toBe(404);
    expect(other.seen).toEqual([]);
  });

  it('meets faults first', async () => {
    const { url } = await started();
    jira?.faults.add({ when: { path: '/rest/agile/**' }, truncate: true });
    await expect(fetch(`${url}${board}`, asAdmin).then((answer) => answer.text())).rejects.toThrow();
    jira?.faults.clear();
    jira?.faults.add({ when: { path: '/rest/agile/**' }, status: 503 });
    expect((await fetch(`${url}${board}`, asAdmin)).status).toBe(503);
  });

  it.each(['cloud', 'data-center'] as const)(
    'is answered with a sentence where nobody answers: %s',
    async (profile) => {
      jira = await startFakeJira({ world: 'tiny', profile, fallback: 'http://127.0.0.1:1' });
      const answer = await fetch(`${jira.url}${board}`, asAdmin);
      expect([answer.status, answer.headers.get('x-fake-jira')]).toEqual([502, 'fallback-failed']);
      expect(await answer.text()).toContain('The fallback http://127.0.0.1:1 gave no answer: nothing listens there.');
    },
  );

  it('is waited for only so long, and broken off where the other server breaks off', async () => {
    const { url } = await started({ timeout: 50 });
    const late = await fetch(`${url}/rest/never`, asAdmin);
    expect([late.status, await late.text()]).toEqual([504, expect.stringContaining('it did not answer in time')]);
    await expect(fetch(`${url}/rest/breaks`, asAdmin).then((answer) => answer.text())).rejects.toThrow();
    expect((await fetch(`${url}/rest/api/2/field`, asAdmin)).status).toBe(200);
  });

  it('is asked in no circle', async () => {
    const first = await startFakeJira({ world: 'tiny' });
    const port = Number(new URL(first.url).port);
    await first.close();
    jira = await startFakeJira({ world: 'tiny', port, fallback: first.url });
    const answer = await fetch(`${jira.url}${board}`, asAdmin);
    expect([answer.status, await answer.text()]).toEqual([508, expect.stringContaining('is this fake itself')]);
  });

  it('is asked over TLS where its certificate is trusted', async () => {
    const secure = await otherServer((_request, response) => void response.end('{}'), { tls: true });
    try {
      jira = await startFakeJira({ world: 'tiny', fallback: secure.url });
      const refused = await fetch(`${jira.url}${board}`, asAdmin);
      expect([refused.status, await refused.text()]).toEqual([502, expect.stringContaining('is not trusted')]);
      await jira.close();
      const ca = readFileSync(certificateFile, 'utf8');
      jira = await startFakeJira({ world: 'tiny', fallback: { url: secure.url, ca } });
      expect((await fetch(`${jira.url}${board}`, asAdmin)).status).toBe(200);
    } finally {
      await secure.close();
    }
  });

  it.each([
    ['ftp://jira.example.com', 'The fallback has no address such as https://jira.example.com'],
    ['https://admin:secret@jira.example.com', 'without a user'],
    [{ url: 'https://jira.example.com', methods: ['GTE'] }, 'The methods of the fallback cannot have "GTE"'],
    [{ url: 'https://jira.example.com', method: ['GET'] }, 'fallback has no option "method": did you mean "methods"?'],
  ])('is refused before anything listens: %j', async (fallback, sentence) => {
    await expect(startFakeJira({ world: 'tiny', fallback: fallback as Fallback })).rejects.toThrow(sentence);
  });
});
