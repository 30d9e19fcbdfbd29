import { request } from 'node:http';

export interface Sent {
  readonly method: string;
  /** Sent as it is written here: nothing encodes or resolves it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else text; undefined: none. */
  readonly body: unknown;
}

/** Sends a request to a fake on this machine, byte for byte as it is given. */
export function send(url: string, { method, path, headers, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    // Node counts the bytes by itself of some methods only.
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { hostname, port, method, path: asciiPath(path), headers: { ...headers, ...length } };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const given = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(given) as Record<string, string>,
          body: text === '' ? undefined : parsed(text),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Node sends no address with a space or a letter beyond ASCII, which a file can have. */
function asciiPath(path: string): string {
  return path.replace(/[^!-~]+/g, (part) => encodeURIComponent(part));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
