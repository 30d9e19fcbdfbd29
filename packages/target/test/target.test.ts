import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  allExcerpts,
  allOf,
  BadCredentials,
  retryAfter,
  Target,
  TargetError,
  TargetUnreachable,
  UnexpectedAnswer,
  type Credentials,
  type TargetExchange,
  type TargetOptions,
  type WireRequest,
  type WireResponse,
} from '../src/index.js';
import { FakeTime } from './fake-time.js';

const credentials: Credentials = {
  roles: { administrator: { user: 'admin', password: 'top-secret' }, user: { token: 'pat-secret' } },
  sandbox: { projects: [], issueTypes: [] },
};

interface Call {
  readonly url: string;
  readonly init: WireRequest;
}

/** A response as the wire gives it. */
async function asWire(response: Response): Promise<WireResponse> {
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

/** A target whose answers are given one after the other; the last one is given again. */
function scripted(answers: readonly (() => Response)[], options: Partial<TargetOptions> = {}) {
  const calls: Call[] = [];
  const time = new FakeTime();
  const target = new Target({
    url: 'https://jira.test/jira/',
    credentials,
    requestsPerSecond: Infinity,
    clock: time,
    delay: time.delay,
    wire: (url, init) => {
      const answer = answers[Math.min(calls.length, answers.length - 1)] as () => Response;
      calls.push({ url, init });
      return Promise.resolve().then(answer).then(asWire);
    },
    ...options,
  });
  return { target, calls, time };
}

const json = (body: unknown, init?: ResponseInit) => () => new Response(JSON.stringify(body), init);
const failing = (code: string) => () => {
  throw Object.assign(new Error('The request failed.'), { code });
};

describe('a target', () => {
  it('is reached below its context path, by role, with what the role signs in with', async () => {
    const { target, calls } = scripted([json({ ok: true })]);
    await target.administrator.get('/rest/api/2/field', { a: [1, 2], b: undefined, c: true });
    await target.as('user').ask('POST', '/x', { body: { y: 1 } });
    await target.anonymous.send({ method: 'GET', path: '/z' });
    expect(calls.map(({ url }) => url)).toEqual([
      'https://jira.test/jira/rest/api/2/field?a=1&a=2&c=true',
      'https://jira.test/jira/x',
      'https://jira.test/jira/z',
    ]);
    expect(calls.map(({ init }) => init.headers['authorization'])).toEqual([
      `Basic ${Buffer.from('admin:top-secret').toString('base64')}`,
      'Bearer pat-secret',
      undefined,
    ]);
    expect(calls[1]?.init).toMatchObject({ content: '{"y":1}' });
  });

  it.each([
    ['jira.test', 'is no address of a target'],
    ['ftp://jira.test', 'is no address of a target'],
    ['https://admin:secret@jira.test', 'has credentials in it'],
    ['https://jira.test/?a=b', 'has a query'],
  ])('cannot be at %s', (url, sentence) => {
    const make = () => new Target({ url, credentials });
    expect(make).toThrow(sentence);
    expect(make).not.toThrow('secret');
  });

  it('names the roles that there are where one is asked for that is not', () => {
    expect(() => scripted([json({})]).target.as('app')).toThrow('no role "app". They have administrator, user.');
  });

  it('sends no more requests a second than it may', async () => {
    const { target, time } = scripted([json({})], { requestsPerSecond: 10 });
    const began = time.now();
    await Promise.all(Array.from({ length: 5 }, () => target.administrator.get('/x')));
    expect(time.now() - began).toBe(400);
  });

  it.each([
    ['seconds', '7', 7000],
    ['a date', new Date(Date.UTC(2026, 0, 15, 0, 0, 30)).toUTCString(), 30_000],
    ['a date that has passed', new Date(Date.UTC(2020, 0, 1)).toUTCString(), 0],
  ])('waits as long as Retry-After says in %s, and asks again', async (_, header, milliseconds) => {
    const busy = () => new Response('', { status: 429, headers: { 'retry-after': header } });
    const { target, calls, time } = scripted([busy, json({ done: true })]);
    expect(await target.administrator.get('/x')).toEqual({ done: true });
    expect(calls).toHaveLength(2);
    expect(time.waits).toEqual(milliseconds === 0 ? [] : [milliseconds]);
  });

  it('waits longer each time where the target does not say how long, and gives the answer up in the end', async () => {
    const { target, time } = scripted([() => new Response('', { status: 503 })], { retries: 3 });
    expect((await target.administrator.send({ method: 'GET', path: '/x' })).status).toBe(503);
    expect(time.waits).toEqual([1000, 2000, 4000]);
  });

  it('lets all requests wait for what one was told', async () => {
    const busy = () => new Response('', { status: 429, headers: { 'retry-after': '5' } });
    const { target, calls, time } = scripted([busy, json({})]);
    const began = time.now();
    await target.administrator.get('/first');
    await target.administrator.get('/second');
    expect(calls).toHaveLength(3);
    expect(time.now() - began).toBe(5000);
  });

  it('takes 429 for an answer where that is wanted, and does not wait for hours', async () => {
    const busy = () => new Response('', { status: 429, headers: { 'retry-after': '7200' } });
    const { target } = scripted([busy]);
    expect((await target.administrator.send({ method: 'GET', path: '/x', retry: false })).status).toBe(429);
    await expect(target.administrator.get('/x')).rejects.toThrow('asks to come again in 7200 seconds');
  });

  it('says that nothing is there, and why', async () => {
    const { target } = scripted([failing('ECONNREFUSED')]);
    await expect(target.administrator.get('/x')).rejects.toThrow(
      new TargetUnreachable('https://jira.test/jira', 'nothing listens there'),
    );
  });

  it('asks a second time where a kept connection was closed, but writes nothing twice', async () => {
    const { target, calls } = scripted([failing('ECONNRESET'), json({ fine: 1 })]);
    expect(await target.administrator.get('/x')).toEqual({ fine: 1 });
    expect(calls).toHaveLength(2);
    const other = scripted([failing('ECONNRESET'), json({ fine: 1 })]);
    await expect(other.target.administrator.ask('POST', '/x', { body: {} })).rejects.toThrow(TargetUnreachable);
    expect(other.calls).toHaveLength(1);
  });

  it('names who has wrong credentials, and never the credentials', async () => {
    const { target } = scripted([() => new Response('', { status: 401 })]);
    const error = await target.administrator.get('/x').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BadCredentials);
    expect((error as Error).message).toContain('the administrator (admin)');
    expect((error as Error).message).not.toContain('secret');
  });

  it('says what the target refused in the words of the target, without secrets of the address', async () => {
    const { target } = scripted([json({ errorMessages: ['No.'], errors: { name: 'Too long.' } }, { status: 400 })]);
    const error = await target.administrator
      .get('/x', { token: 'abc-secret', y: 1 })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnexpectedAnswer);
    expect((error as Error).message).toBe('GET /x?token=***&y=1 was answered with 400: No. name: Too long.');
  });

  it('shows each exchange to an observer, without secrets', async () => {
    const seen: TargetExchange[] = [];
    const busy = () => new Response('', { status: 429, headers: { 'retry-after': '1' } });
    const { target } = scripted([busy, json({ a: 1 })], { onExchange: (one) => seen.push(one), runId: 'run-1' });
    await target.administrator.ask('POST', '/x?token=abc-secret', { body: { b: 2 } });
    expect(seen).toMatchObject([
      {
        runId: 'run-1',
        role: 'administrator',
        method: 'POST',
        path: '/x?token=***',
        requestBody: { b: 2 },
        status: 429,
        attempt: 1,
      },
      { status: 200, body: { a: 1 }, attempt: 2 },
    ]);
    expect(JSON.stringify(seen)).not.toContain('secret');
  });

  it('has a run id of its own where none is given', () => {
    expect(scripted([json({})]).target.runId).toMatch(/^[0-9a-f]{8}$/);
  });
});

describe('a target on a socket', () => {
  let server: Server;
  afterEach(() => server.close());

  it('is given up where it does not answer in time', async () => {
    server = createServer(() => {});
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const target = new Target({ url, credentials, timeout: 50 });
    await expect(target.administrator.get('/x')).rejects.toThrow('did not answer within 0.05 seconds');
    server.closeAllConnections();
  });
});

describe('Retry-After', () => {
  it('is nothing where there is none or it is neither a number nor a date', () => {
    expect([retryAfter(undefined, 0), retryAfter('soon', 0)]).toEqual([undefined, undefined]);
  });
});

describe('a list', () => {
  /** Pages of a list of numbers, no longer than the target allows. */
  function pagesOf(total: number, cap: number) {
    const { calls } = scripted([json({})]);
    const target = new Target({
      url: 'https://jira.test',
      credentials,
      requestsPerSecond: Infinity,
      wire: (url, init) => {
        calls.push({ url, init });
        const query = new URL(url).searchParams;
        const startAt = Number(query.get('startAt'));
        const size = Math.min(cap, Number(query.get('maxResults')));
        const values = Array.from({ length: Math.max(0, Math.min(size, total - startAt)) }, (_, i) => startAt + i);
        const body = query.has('bare') ? values : { startAt, maxResults: size, total, values };
        return Promise.resolve({ status: 200, headers: {}, text: JSON.stringify(body) });
      },
    });
    return { caller: target.administrator, calls };
  }

  it('is read to its end, whatever the target takes for a page, each page once', async () => {
    const { caller, calls } = pagesOf(250, 100);
    expect(await allOf(caller, '/list', { query: { expand: 'x' } })).toEqual(Array.from({ length: 250 }, (_, i) => i));
    expect(calls.map(({ url }) => new URL(url).searchParams.get('startAt'))).toEqual(['0', '100', '200']);
  });

  it('can be empty', async () => {
    expect(await allOf(pagesOf(0, 100).caller, '/list')).toEqual([]);
  });

  it('without a length is read until there is no more', async () => {
    expect(await allExcerpts(pagesOf(205, 100).caller, '/list', { bare: true })).toHaveLength(205);
  });
});

describe('errors of a target', () => {
  it('are all of one kind', () => {
    expect(new TargetUnreachable('x', 'y')).toBeInstanceOf(TargetError);
    expect(new BadCredentials('user', 'bob', 403).message).toContain('but not do this (403)');
  });
});
