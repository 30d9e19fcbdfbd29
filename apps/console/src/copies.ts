import { base } from './fake.js';
import type { Entry } from './journal.js';

const address = ({ path }: Entry) => new URL(path.replace(/^\//, ''), base).href;

const hasBody = ({ body }: Entry) => body !== undefined;

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A request as a command, signed in by the name that is everybody's password in the presets. */
export function asCurl(entry: Entry): string {
  const { method, user, body } = entry;
  return [
    'curl',
    ...(method === 'GET' ? [] : ['-X', method]),
    ...(user === null ? [] : ['-u', quoted(`${user}:${user}`)]),
    ...(hasBody(entry) ? ['-H', quoted('Content-Type: application/json'), '-d', quoted(JSON.stringify(body))] : []),
    quoted(address(entry)),
  ].join(' ');
}

function options({ method, user, body, ...entry }: Entry, indent: string): string {
  const headers = [
    ...(user === null ? [] : [`Authorization: \`Basic \${btoa(${JSON.stringify(`${user}:${user}`)})}\``]),
    ...(body === undefined ? [] : [`'Content-Type': 'application/json'`]),
  ];
  void entry;
  return [
    '{',
    `${indent}  method: '${method}',`,
    ...(headers.length > 0 ? [`${indent}  headers: { ${headers.join(', ')} },`] : []),
    ...(body === undefined ? [] : [`${indent}  body: JSON.stringify(${JSON.stringify(body)}),`]),
    `${indent}}`,
  ].join('\n');
}

export function asFetch(entry: Entry): string {
  return `const answer = await fetch(${JSON.stringify(address(entry))}, ${options(entry, '')});`;
}

/** A test of a fake of its own, that the request is answered so. */
export function asJest(entry: Entry): string {
  return `import { startFakeJira } from 'fake-jira';

it(${JSON.stringify(`answers ${entry.method} ${entry.path.split('?')[0]} with ${entry.status}`)}, async () => {
  const jira = await startFakeJira();
  const answer = await fetch(jira.url + ${JSON.stringify(entry.path)}, ${options(entry, '  ')});
  expect(answer.status).toBe(${entry.status});
  await jira.close();
});
`;
}

/** The journal in the form that browsers' tools read: HTTP Archive 1.2. It holds no headers and no answers' bodies. */
export function asHar(entries: readonly Entry[]): string {
  const log = {
    version: '1.2',
    creator: { name: 'fake-jira', version: '1' },
    entries: entries.map((entry) => ({
      startedDateTime: new Date(entry.at).toISOString(),
      time: 0,
      request: {
        method: entry.method,
        url: address(entry),
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: [],
        queryString: [...new URL(address(entry)).searchParams].map(([name, value]) => ({ name, value })),
        headersSize: -1,
        bodySize: -1,
        ...(hasBody(entry) && { postData: { mimeType: 'application/json', text: JSON.stringify(entry.body) } }),
      },
      response: {
        status: entry.status ?? 0,
        statusText: '',
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: [],
        content: { size: 0, mimeType: '' },
        redirectURL: '',
        headersSize: -1,
        bodySize: -1,
      },
      cache: {},
      timings: { send: 0, wait: 0, receive: 0 },
    })),
  };
  return JSON.stringify({ log }, null, 2);
}
