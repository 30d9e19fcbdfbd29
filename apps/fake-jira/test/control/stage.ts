import { startFakeJira, type FakeJira, type FakeJiraOptions } from '../../src/index.js';
import { asAdmin } from '../support/command-line.js';

const open: FakeJira[] = [];

afterEach(async () => {
  for (const jira of open.splice(0)) await jira.close();
});

/** A fake that listens, for one test. */
export async function listening(options: FakeJiraOptions = {}): Promise<FakeJira> {
  const jira = await startFakeJira({ world: 'tiny', ...options });
  open.push(jira);
  return jira;
}

/** An answer of the control API. */
export interface ControlAnswer {
  readonly status: number;
  readonly headers: Headers;
  // The tests know what they asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** One request to the control API of a workspace, over its socket. */
export async function control(
  { url }: { readonly url: string },
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<ControlAnswer> {
  const answer = await fetch(`${url}/_fake/${path}`, {
    method,
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
  return { status: answer.status, headers: answer.headers, body: isJson ? (JSON.parse(text) as unknown) : text };
}

export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** One request of the administrator, over the socket. */
export async function ask(
  { url }: { readonly url: string },
  path: string,
  {
    method = 'GET',
    body,
    headers = asAdmin.headers,
  }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Seen> {
  const answer = await fetch(url + path, {
    method,
    headers: {
      ...headers,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

export const as = (name: string) => ({ Authorization: `Basic ${btoa(`${name}:${name}`)}` });

export const select = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

/** The names of all fields, as the administrator sees them. */
export async function fieldNames(jira: { readonly url: string }): Promise<string[]> {
  const { text } = await ask(jira, '/rest/api/2/field');
  return (JSON.parse(text) as { name: string }[]).map(({ name }) => name);
}

export function createField(jira: { readonly url: string }, name: string): Promise<Seen> {
  return ask(jira, '/rest/api/2/field', { method: 'POST', body: { name, type: select } });
}
