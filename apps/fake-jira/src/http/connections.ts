import { once } from 'node:events';
import type { Server, ServerOptions, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a client may take for its head, and for all of its request, in milliseconds; and how often that is checked. */
export const connectionLimits = {
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
} satisfies ServerOptions;

/** Connections at a time; whoever comes then is turned away. */
const mostConnections = 5_000;

/** The connections of a server, and the responses that are not sent yet. */
export class Connections {
  readonly #server: Server;
  readonly #inFlight = new Set<ServerResponse>();
  #closing = false;

  constructor(server: Server) {
    this.#server = server;
    server.maxConnections = mostConnections;
    server.prependListener('request', (_request, response) => {
      this.#inFlight.add(response);
      response.once('close', () => this.#inFlight.delete(response));
      if (this.#closing) endConnection(response);
    });
  }

  /**
   * Stops listening.
   *
   * @param grace - milliseconds that requests in flight get to be answered
   * @returns when every connection has ended
   */
  async close(grace: number): Promise<void> {
    this.#closing = true;
    const closed = once(this.#server, 'close');
    // That of HTTP would cut connections whose response is written and not read yet.
    NetServer.prototype.close.call(this.#server);
    for (const response of this.#inFlight) endConnection(response);
    if (grace > 0) await Promise.race([this.#answered(), wait(grace, undefined, { ref: false })]);
    this.#server.closeAllConnections();
    await closed;
    this.#server.close();
  }

  async #answered(): Promise<void> {
    for (const response of this.#inFlight) await once(response, 'close');
  }
}

/** Tells the client that no other request will be answered on this connection. */
function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
