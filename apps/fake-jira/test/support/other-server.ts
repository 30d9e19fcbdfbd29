import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const certificateAt = (name: string) => fileURLToPath(new URL(`certificate/${name}.pem`, import.meta.url));

/** Path of the certificate of {@link otherServer} over TLS, which signs itself. */
export const certificateFile = certificateAt('certificate');

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * A server of a test's own, on a free port.
 *
 * @param answer - is asked once a request is read
 */
export async function otherServer(
  answer: (request: SeenRequest, response: ServerResponse) => void,
  { tls = false }: { readonly tls?: boolean } = {},
) {
  const seen: SeenRequest[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body });
      answer({ method, url, headers, body }, response);
    });
  };
  const server = tls
    ? createTlsServer({ key: readFileSync(certificateAt('key')), cert: readFileSync(certificateFile) }, listener)
    : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    seen,
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
