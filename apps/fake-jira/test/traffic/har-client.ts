/** A client whose traffic is kept as a browser keeps it. */
export interface HarClient {
  readonly send: (method: string, path: string, body?: unknown, as?: string) => Promise<HarAnswer>;
  readonly har: () => string;
}

export interface HarAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Talks to a Jira as somebody, and writes a HAR of what was said. */
export function harClient(url: string, user = 'admin'): HarClient {
  const entries: object[] = [];
  return {
    async send(method, path, body, as = user) {
      const headers: Record<string, string> = {
        Accept: 'application/json',
        ...(as !== '' && { Authorization: `Basic ${btoa(`${as}:${as}`)}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      };
      const text = body === undefined ? undefined : JSON.stringify(body);
      const response = await fetch(`${url}${path}`, {
        method,
        headers,
        redirect: 'manual',
        ...(text !== undefined && { body: text }),
      });
      const answered = await response.text();
      const pairs = (given: Iterable<[string, string]>) => [...given].map(([name, value]) => ({ name, value }));
      entries.push({
        startedDateTime: '2026-11-01T10:00:00.000Z',
        time: 1,
        request: {
          method,
          url: `${url}${path}`,
          httpVersion: 'HTTP/1.1',
          headers: pairs(Object.entries(headers)),
          queryString: [],
          cookies: [],
          headersSize: -1,
          bodySize: text?.length ?? 0,
          ...(text !== undefined && { postData: { mimeType: 'application/json', text } }),
        },
        response: {
          status: response.status,
          statusText: '',
          httpVersion: 'HTTP/1.1',
          headers: pairs(response.headers),
          cookies: [],
          content: { size: answered.length, mimeType: response.headers.get('content-type') ?? '', text: answered },
          redirectURL: '',
          headersSize: -1,
          bodySize: -1,
        },
        cache: {},
        timings: { send: 0, wait: 1, receive: 0 },
      });
      return { status: response.status, body: answered === '' ? undefined : jsonOr(answered) };
    },
    har: () => JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } }, null, 2),
  };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
