import { brotliCompressSync, gzipSync } from 'node:zlib';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTraffic, type TrafficExchange } from '../src/index.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'fake-jira-traffic-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Reads a file of some content. */
async function read(content: string | Buffer, name = 'file'): Promise<TrafficExchange[]> {
  const file = join(directory, name);
  writeFileSync(file, content);
  const found: TrafficExchange[] = [];
  for await (const exchange of readTraffic(file)) found.push(exchange);
  return found;
}

/** What is said of a file that cannot be read, without where the file is. */
async function refusalOf(content: string | Buffer): Promise<string> {
  const error = await read(content).then(
    () => new Error('it was read'),
    (thrown: unknown) => thrown as Error,
  );
  return error.message.replace(join(directory, 'file'), 'FILE');
}

const url = 'https://jira.example.com/rest/api/2/field';
const har = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', entries } });
const answer = (content: object, headers: Record<string, string> = {}) =>
  har({
    request: { method: 'GET', url, headers: [] },
    response: { status: 200, headers: Object.entries(headers).map(([name, value]) => ({ name, value })), content },
  });

describe('a HAR file', () => {
  it('has requests and answers, with headers in small letters and bodies that are parsed', async () => {
    const [exchange] = await read(
      har({
        request: {
          method: 'post',
          url,
          headers: [{ name: 'Accept', value: '*/*' }],
          postData: { mimeType: 'application/json', text: '{"name":"A"}' },
        },
        response: { status: 201, headers: [], content: { mimeType: 'application/json', text: '{"id":"1"}' } },
      }),
    );
    expect(exchange).toMatchObject({
      place: 'log.entries[0]',
      method: 'POST',
      url,
      request: { headers: { accept: '*/*' }, body: { name: 'A' } },
      status: 201,
      response: { headers: { 'content-type': 'application/json' }, body: { id: '1' }, bodyIsKnown: true },
    });
  });

  it.each([
    ['in base64', answer({ text: Buffer.from('{"a":1}').toString('base64'), encoding: 'base64' })],
    [
      'compressed by gzip',
      answer({ text: gzipSync('{"a":1}').toString('base64'), encoding: 'base64' }, { 'content-encoding': 'gzip' }),
    ],
    [
      'compressed by brotli',
      answer(
        { text: brotliCompressSync('{"a":1}').toString('base64'), encoding: 'base64' },
        { 'content-encoding': 'br' },
      ),
    ],
    ['decompressed beneath the old header', answer({ text: '{"a":1}' }, { 'content-encoding': 'gzip' })],
    [
      'in a list of pieces, as Polly.js has them',
      answer({
        text: JSON.stringify(['{"a"', ':1}'].map((part) => Buffer.from(part).toString('base64'))),
        encoding: 'base64',
      }),
    ],
  ])('can have a body %s', async (_how, content) => {
    const [exchange] = await read(content);
    expect(exchange?.response.body).toEqual({ a: 1 });
  });

  it.each([
    [
      'no text',
      answer({ text: Buffer.from([0xff, 0xfe, 0xfd]).toString('base64'), encoding: 'base64' }),
      'a body of 3 bytes is left out: it is no text',
    ],
    [
      'not compressed as it says',
      answer({ text: Buffer.from([1, 2, 3]).toString('base64'), encoding: 'base64' }, { 'content-encoding': 'gzip' }),
      'its encoding gzip cannot be read',
    ],
  ])('leaves a body out that is %s, and says so', async (_what, content, note) => {
    const [exchange] = await read(content);
    expect(exchange?.response.bodyIsKnown).toBe(false);
    expect(exchange?.notes.join()).toContain(note);
  });

  it('need not have an answer: a request can have been cut off, a body not been saved', async () => {
    const request = { method: 'GET', url };
    const [cut, bare] = await read(
      har(
        { request, response: { status: 0, headers: [], content: { size: 0 } } },
        { request, response: { status: 200, headers: [], content: { size: 512 } } },
      ),
    );
    expect(cut).toMatchObject({ response: { bodyIsKnown: false } });
    expect(cut?.status).toBeUndefined();
    expect(bare).toMatchObject({ status: 200, response: { bodyIsKnown: false } });
  });

  it('that ends in its middle is refused with the entry', async () => {
    const whole = har({ request: { method: 'GET', url } }, { request: { method: 'GET', url } });
    expect(await refusalOf(whole.slice(0, -30))).toMatch(
      /^FILE: log\.entries\[1\]: the file ends here, after \d+ bytes/,
    );
  });

  it('with a mistake in it is refused with the entry, and without a word of what it says', async () => {
    const refusal = await refusalOf(`{"log":{"entries":[{"request":{"method":"GET","url":"${url}"}},{"secret" 7}]}}`);
    expect(refusal).toMatch(/^FILE: log\.entries\[1\]: this is no JSON/);
    expect(refusal).not.toContain('secret');
  });

  it('with an entry that has no request is refused with the entry', async () => {
    expect(await refusalOf(har({ request: { method: 'GET', url } }, {}))).toBe(
      'FILE: log.entries[1]: an entry has to have a request with a url',
    );
  });

  it('of many entries is read an entry at a time', async () => {
    const entry = JSON.stringify({
      request: { method: 'GET', url },
      response: { status: 200, content: { text: 'x' } },
    });
    const found = await read(`\uFEFF{"log":{"entries":[${Array(5000).fill(entry).join()}]}}`);
    expect(found).toHaveLength(5000);
  });
});

describe('a file of exchanges', () => {
  it('says of each what was asked and answered', async () => {
    const [one, other] = await read(
      JSON.stringify({
        exchanges: [
          {
            method: 'GET',
            path: '/rest/api/2/field',
            query: { a: { equalTo: 'b' } },
            status: 200,
            body: [],
            headers: { A: 'b' },
          },
          { method: 'POST', path: '/rest/api/2/issue', status: 400, body: null, note: 'text not asserted' },
        ],
      }),
    );
    expect(one).toMatchObject({
      url: '/rest/api/2/field?a=b',
      status: 200,
      response: { body: [], headers: { a: 'b' } },
    });
    expect(other).toMatchObject({ response: { bodyIsKnown: false }, request: { bodyIsKnown: false } });
  });

  it.each([
    ['{"exchanges":7}', 'FILE: exchanges: it has to be a list'],
    ['{"exchanges":[7]}', 'FILE: exchanges[0]: an exchange has to be { method, path, status, body }'],
    ['{"exchanges":[{"method":"GET"}]}', 'FILE: exchanges[0]: an exchange has to have a path'],
  ])('that is %s is refused', async (content, refusal) => {
    expect(await refusalOf(content)).toBe(refusal);
  });
});

describe('a file that is no traffic', () => {
  it.each([
    ['', 'FILE: the file is empty'],
    ['{\n "a": 1,\n "b" 2\n}', 'FILE: line 3, column 6: this is no JSON'],
    ['{"a": 1', 'FILE: line 1, column 8: the file ends too early'],
    ['{"a": 1}', expect.stringMatching(/^FILE: this is no traffic that is known here: HAR, WireMock, /)],
    ['a: [1\nb: 2', 'FILE: line 2, column 1: this is no YAML'],
    ['PK\u0003\u0004 and nothing', expect.stringMatching(/^FILE: this is no zip archive that can be read: /)],
    [
      `a: &a [${'1,'.repeat(50)}]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]\n`,
      'FILE: it has more than 1000 aliases, or one that leads nowhere',
    ],
    [
      '{"request":{"url":"/rest/api/2/field"},"response":{"bodyFileName":"../../secret"}}',
      'FILE: the mapping.response: its body is in the file ../../secret: name the folder with mappings/ and __files/',
    ],
    ['{"interactions":[{}]}', 'FILE: interactions[0]: an interaction has to have a request and a response'],
    ['[{"scope":"https://a.example"}]', 'FILE: [0]: a definition has to have a scope and a path'],
  ])('is refused in a sentence with the place: %j', async (content, refusal: unknown) => {
    expect(await refusalOf(content)).toEqual(refusal);
  });
});
