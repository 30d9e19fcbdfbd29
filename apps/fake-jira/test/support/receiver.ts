import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a receiver of webhooks was sent. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As it arrived. */
  readonly text: string;
  /** As JSON; undefined where nothing was sent. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** Somebody who is told by webhooks: answers with the statuses given, the last one again and again. */
export class Receiver {
  readonly received: Received[] = [];
  readonly #server: Server;
  #statuses: number[] = [200];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async listening(): Promise<Receiver> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const body = text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>);
        receiver.received.push({ path: request.url ?? '', headers: request.headers, text, body });
        const [status = 200, ...later] = receiver.#statuses;
        if (later.length > 0) receiver.#statuses = later;
        response.writeHead(status).end();
      });
    });
    const receiver = new Receiver(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push(receiver);
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  answers(...statuses: number[]): void {
    this.#statuses = statuses;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

const open: Receiver[] = [];

afterEach(() => {
  for (const receiver of open.splice(0)) receiver.close();
});
