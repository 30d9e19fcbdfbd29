import { request, type IncomingHttpHeaders } from 'node:http';
import { fieldPath } from './field-steps.js';
import type { TestJira } from './jira.js';

export interface RawRequest {
  readonly method?: string;
  /** Sent as it is written here: nothing encodes or resolves it. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export const asAdmin = { Authorization: `Basic ${btoa('admin:admin')}` };
export const asJson = { 'Content-Type': 'application/json' };

/** Sends what no decent client would. */
export function send(
  jira: Pick<TestJira, 'url'>,
  { method = 'GET', path, headers = asAdmin, body }: RawRequest,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(jira.url);
    // Without a length, Node would send the body of a DELETE as if it were the next request.
    const length = method === 'DELETE' && body !== undefined ? { 'Content-Length': Buffer.byteLength(body) } : {};
    const sent = request({ hostname, port, method, path, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What every refusal of Jira's API has to be: its error form, without a word of the code behind it. */
export function expectRefusal({ status, headers, text }: RawAnswer): string {
  expect(headers['content-type']).toMatch(/^application\/json\b/);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|\.ts\b|\.js\b/);
  const body = JSON.parse(text) as { errorMessages: string[]; errors: Record<string, string> };
  expect(body).toEqual({ errorMessages: expect.any(Array) as unknown, errors: expect.any(Object) as unknown });
  const sentences = [...body.errorMessages, ...Object.values(body.errors)];
  expect(sentences.length).toBeGreaterThan(0);
  for (const sentence of sentences) expect(sentence).toMatch(/\S/);
  return sentences.join(' ');
}

export const jsonHeaders = { ...asAdmin, ...asJson };
/** A new field that nothing is wrong with. */
export const field = { name: 'New', type: 'com.atlassian.jira.plugin.system.customfieldtypes:select' };

/** A text, behind one that is short enough for the name of a test. */
export const labelled = (text: string): [label: string, text: string] => [
  text.length > 40 ? `${text.slice(0, 20)}… (${text.length} characters)` : text,
  text,
];

/** Sends one bad request, and holds that it is refused with a status and that nothing has changed. */
export async function expectRefused(jira: TestJira, request: RawRequest, status: number): Promise<string> {
  const before = jira.root;
  const answer = await send(jira, request);
  expect({ ...request, status: answer.status, text: answer.text }).toEqual({ ...request, status, text: answer.text });
  const sentence = expectRefusal(answer);
  expect(jira.root).toBe(before);
  expect(jira.defects).toEqual([]);
  return sentence;
}

export const post = (body: string | Buffer, headers: Record<string, string> = jsonHeaders): RawRequest => ({
  method: 'POST',
  path: fieldPath,
  headers,
  body,
});
