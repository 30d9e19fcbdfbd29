import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopback } from '../http/gate.js';
import { cameThrough, forward, locationBack } from './forward.js';
import type { Outgoing } from './outgoing.js';
import { whyUnreachable } from './unreachable.js';

/** A message as it went over the wire. */
interface Passed {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Undefined: more than is kept of one. */
  readonly body: Buffer | undefined;
}

/** A request that has gone through, with its answer. */
export interface PassedThrough {
  readonly method: string;
  readonly url: string;
  readonly request: Passed;
  readonly status: number;
  readonly response: Passed;
}

export interface RecordingProxyOptions {
  readonly outgoing: Outgoing;
  /** Address of the instance, without a slash at its end. */
  readonly target: string;
  readonly port: number;
  readonly host: string;
  /** Lets nothing through that could change something. */
  readonly readOnly: boolean;
  /** Milliseconds until an answer begins, and between its pieces. */
  readonly timeout: number;
  /** Told of each exchange once it is whole; one that breaks off is none. */
  readonly onExchange: (exchange: PassedThrough) => void;
}

export interface RecordingProxy {
  readonly url: string;
  /** Takes no more requests, and waits for those under way as long as that. */
  readonly close: (grace: number) => Promise<void>;
}

/** What is kept of one body in memory, in bytes. */
const mostOfOne = 32 * 1024 * 1024;

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Starts a proxy in front of an instance: everything goes through as it comes, and is told of when it is whole. */
export async function startRecordingProxy(options: RecordingProxyOptions): Promise<RecordingProxy> {
  const via = `fake-jira-${randomBytes(4).toString('hex')}`;
  const server = createServer((request, response) => {
    pass(request, response, via, options).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return void response.destroy();
      const { reason, isTimeout } = whyUnreachable(error, '--ca FILE');
      refuse(response, isTimeout ? 504 : 502, `${options.target} gave no answer: ${reason}.`);
    });
  });
  const url = await listen(server, options);
  return {
    url,
    close: (grace) =>
      new Promise((resolve) => {
        const end = setTimeout(() => server.closeAllConnections(), grace);
        server.close(() => {
          clearTimeout(end);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  via: string,
  { outgoing, target, host, readOnly, timeout, onExchange }: RecordingProxyOptions,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const asked = (request.headers.host ?? 'localhost').replace(/:\d+$/, '');
  // A page that made its name point here would be let in otherwise.
  if (isLoopback(host) && !isLoopback(asked))
    return refuse(response, 403, `The proxy answers on this machine alone, not for the host "${asked}".`);
  if (!url.startsWith('/'))
    return refuse(
      response,
      400,
      'This is no proxy to be named in HTTP_PROXY: use its address in place of the instance.',
    );
  if (readOnly && !reading.has(method))
    return refuse(response, 403, `The proxy was started with --read-only: it lets no ${method} through.`);
  if (cameThrough(request, via))
    return refuse(response, 508, 'The proxy is asked by itself: --target is its own address.');
  const sent = kept();
  const answered = kept();
  const here = `http://${request.headers.host ?? 'localhost'}`;
  let head: { readonly status: number; readonly headers: Passed['headers'] } | undefined;
  await forward(request, response, {
    outgoing,
    base: target,
    path: url,
    timeout,
    via,
    // A page of the instance's own names that as where it comes from; what cannot be unpacked is not asked for.
    sends: (name) => !/^(?:origin|referer|accept-encoding)$/.test(name),
    adds: encodings(request.headers['accept-encoding']),
    returns: (name) => !/^(?:strict-transport-security|alt-svc)$/.test(name),
    onSent: sent.add,
    onHead: (given) => {
      head = given;
      return { ...given.headers, ...locationBack(given.headers, target, here) };
    },
    onPiece: answered.add,
  });
  if (!head) return;
  onExchange({
    method,
    url: target + url,
    request: { headers: request.headersDistinct, body: sent.body() },
    status: head.status,
    response: { headers: head.headers, body: answered.body() },
  });
}

function kept() {
  const pieces: Buffer[] = [];
  let size = 0;
  return {
    add: (piece: Buffer) => {
      size += piece.length;
      if (size <= mostOfOne) pieces.push(piece);
      else pieces.length = 0;
    },
    body: () => (size > mostOfOne ? undefined : Buffer.concat(pieces)),
  };
}

/** Of what the client can unpack, that which can be unpacked here. */
function encodings(given: string | undefined): { readonly 'accept-encoding'?: string } {
  const known = (given ?? '').split(',').filter((one) => /^\s*(?:gzip|deflate|br|identity)\s*(?:;|$)/i.test(one));
  return known.length > 0 ? { 'accept-encoding': known.join(',') } : {};
}

/** In the form in which Jira refuses, which its clients can read. */
function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ errorMessages: [message], errors: {} }));
}

function listen(server: Server, { port, host }: Pick<RecordingProxyOptions, 'port' | 'host'>): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { address, family, port: taken } = server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`);
    });
  });
}
