import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { namedProfile } from '@fake-jira/profile';
import { emptyRoot } from '@fake-jira/world';
import { journalBytes, withBody, Journal, type JournalEntry } from '../../src/http/journal.js';
import { workspaceLimit, Workspaces } from '../../src/http/workspaces.js';
import { asJson, send } from '../support/raw-request.js';
import { listening } from '../control/stage.js';

const entry = (path: string): JournalEntry => ({
  method: 'GET',
  path,
  user: null,
  status: 200,
  at: 0,
  operationId: null,
  violations: [],
});

describe('the journal', () => {
  it('measures a body as it was before it was compressed', async () => {
    const jira = await listening();
    const body = gzipSync(JSON.stringify({ a: Array.from({ length: 300_000 }, () => []) }));
    const headers = { ...asJson, 'Content-Encoding': 'gzip' };
    await send(jira, { method: 'POST', path: '/rest/api/3/field', headers, body });
    expect(body.length).toBeLessThan(16 * 1024);
    expect(jira.journal()).toEqual([expect.objectContaining({ status: 401, bodyLeftOut: 'too-large' })]);
  });

  it('forgets the oldest where it has too many bytes', () => {
    const all = { bytes: 0 };
    const journal = new Journal(all);
    const long = 'a'.repeat(200_000);
    for (let i = 0; i < 100; i++) journal.add(entry(`/${i}/${long}`));
    expect(all.bytes).toBeGreaterThan(journalBytes.each / 2);
    expect(all.bytes).toBeLessThanOrEqual(journalBytes.each);
    expect(journal.entries().at(-1)?.path).toBe(`/99/${long}`);
    journal.clear();
    expect([all.bytes, journal.size]).toEqual([0, 0]);
  });

  it('keeps a body as the text that it was, and reads it when somebody looks', () => {
    const body = { names: ['a'], ['customfield_10000']: 1, token: 'x', toJSON: 1, a: [null, { password: {} }] };
    const kept = withBody(entry('/'), body, 10, (name) => name === 'customfield_10000');
    body.names.push('b');
    const shown = {
      names: ['a'],
      ['customfield_10000']: '***',
      token: '***',
      toJSON: 1,
      a: [null, { password: '***' }],
    };
    expect(kept).toEqual({ ...entry('/'), body: shown });
    expect(kept.body).not.toBe(kept.body);
    expect(withBody(entry('/'), null, 4).body).toBeNull();
    expect(withBody(entry('/'), undefined, 0)).toEqual(entry('/'));
    const hostile = JSON.parse('{"__proto__":{"a":1}}') as object;
    expect(JSON.stringify(withBody(entry('/'), hostile, 20).body)).toBe('{"__proto__":{"a":1}}');
  });
});

describe('a body without an end', () => {
  it.each([
    ['in chunks', 'Transfer-Encoding: chunked', (chunk: string) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`],
    ['of a length', `Content-Length: ${2 ** 30}`, (chunk: string) => chunk],
  ])('%s is refused at the limit, and whoever goes on is cut off', async (_, head, framed) => {
    const jira = await listening();
    const socket = connect(Number(new URL(jira.url).port), '127.0.0.1');
    let answer = '';
    let sent = 0;
    socket.on('data', (data) => (answer += String(data)));
    const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()).on('error', () => {}));
    socket.write(
      `POST /rest/api/3/field HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n${head}\r\n\r\n`,
    );
    const chunk = framed('a'.repeat(65_536));
    const more = () => {
      while (!socket.destroyed && sent < 2 ** 30) {
        sent += chunk.length;
        if (!socket.write(chunk)) return;
      }
    };
    socket.on('drain', more);
    more();
    await closed;
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(sent).toBeLessThan(2 ** 27);
  });
});

describe('workspaces', () => {
  const made = () => {
    let now = 0;
    return new Workspaces({ root: emptyRoot(), profile: namedProfile('all'), clock: { now: () => now++ } });
  };

  it('are no more than the limit: that one goes which was not used for longest, and never the default one', () => {
    const workspaces = made();
    workspaces.get('default');
    for (let i = 0; i < workspaceLimit; i++) {
      workspaces.get(`w${i}`);
      workspaces.get('w0');
    }
    expect(workspaces.list()).toHaveLength(workspaceLimit);
    expect(['default', 'w0', 'w1', `w${workspaceLimit - 1}`].map((name) => workspaces.has(name))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it('have journals that are bounded together as well', () => {
    const workspaces = made();
    const long = 'a'.repeat(1_000_000);
    const [first, last] = [workspaces.get('first'), workspaces.get('last')];
    const fill = (count: number) => {
      for (let i = 0; i < count; i++) workspaces.get(`w${i}`).journal.add(entry(`/${long}`));
    };
    first.journal.add(entry('/'));
    fill(Math.floor(journalBytes.all / 2_000_000) - 1);
    last.journal.add(entry('/'));
    workspaces.get('last');
    expect([first.journal.size, last.journal.size]).toEqual([1, 1]);
    fill(10);
    workspaces.get('last');
    expect([first.journal.size, last.journal.size]).toEqual([0, 1]);
  });
});
