import type { IncomingMessage, ServerResponse } from 'node:http';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Outgoing } from './outgoing.js';

/** Of one connection only (RFC 9110, 7.6.1), or made anew for the next one. */
const ofConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
]);

/** The head of an answer of another server. */
export interface ForwardedHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
}

export interface Forwarding {
  readonly outgoing: Outgoing;
  /** Where to: the address of the other server, without a slash at its end. */
  readonly base: string;
  /** Below it, with the query. */
  readonly path: string;
  /** Milliseconds until the answer begins, and between two of its pieces. */
  readonly timeout: number;
  /** Whether a header of the request goes along. */
  readonly sends: (name: string) => boolean;
  /** Headers that the request gets besides. */
  readonly adds?: Readonly<Record<string, string>>;
  /** Whether a header of the answer comes back. */
  readonly returns: (name: string) => boolean;
  /** Whom a `Via` names. */
  readonly via: string;
  /** Told of each piece of the request's body, as the client has sent it. */
  readonly onSent?: (piece: Buffer) => void;
  /** Told of the head of the answer, before anything of it is sent; gives its headers as they shall be sent. */
  readonly onHead?: (head: ForwardedHead) => ForwardedHead['headers'];
  /** Told of each piece of the answer's body, as the other server has sent it. */
  readonly onPiece?: (piece: Buffer) => void;
  /** Gathers the body and ends the response with it at once. */
  readonly whole?: boolean;
}

/**
 * Hands a request on to another server, and its answer back as it comes. Where whoever asked goes away, the other server is
 * let go too.
 *
 * @throws what keeps the other server from answering; then nothing was sent, unless the answer broke off
 */
export async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  forwarding: Forwarding,
): Promise<void> {
  const {
    outgoing,
    base,
    path,
    timeout,
    sends,
    adds,
    returns,
    via,
    onSent,
    onHead,
    onPiece,
    whole = false,
  } = forwarding;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
  const answer = await outgoing.request(new URL(base + path), {
    method: request.method as 'GET',
    headers: { ...kept(request.headersDistinct, request.headers.connection, sends), ...adds, via: viaOf(request, via) },
    body: hasBody ? told(request, onSent) : null,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    signal: gone.signal,
  });
  const headers = kept(answer.headers, String(answer.headers['connection'] ?? ''), returns);
  const status = answer.statusCode;
  const sent = onHead?.({ status, headers }) ?? headers;
  response.statusCode = status;
  for (const [name, value] of Object.entries(sent)) response.setHeader(name, value);
  if (onPiece) answer.body.on('data', onPiece);
  if (whole) return void response.end(Buffer.from(await answer.body.arrayBuffer()));
  await pipeline(answer.body, response);
}

/** A stream whose pieces somebody is told of when they are read: a listener would let it run before there is a reader. */
function told(stream: Readable, tell: ((piece: Buffer) => void) | undefined): Readable {
  if (!tell) return stream;
  const transform = (piece: Buffer, _: unknown, done: (error: null, piece: Buffer) => void) => {
    tell(piece);
    done(null, piece);
  };
  const copy = new Transform({ transform });
  stream.once('error', (error) => copy.destroy(error));
  return stream.pipe(copy);
}

/** Whether a request has come through a server that calls itself so. */
export function cameThrough({ headers }: IncomingMessage, via: string): boolean {
  return (headers.via ?? '').split(',').some((one) => one.trim().split(' ')[1] === via);
}

/** A redirection within the other server, as one that leads back here, from where the other one is asked again. */
export function locationBack(
  { location }: ForwardedHead['headers'],
  base: string,
  here: string,
): { readonly location: string } | object {
  if (typeof location !== 'string' || !location.startsWith(base)) return {};
  const below = location.slice(base.length);
  return /^(?:[/?#]|$)/.test(below) ? { location: here + below } : {};
}

function viaOf({ headers, httpVersion }: IncomingMessage, via: string): string {
  return [...(headers.via === undefined ? [] : [headers.via]), `${httpVersion} ${via}`].join(', ');
}

function kept(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  connection: string | undefined,
  goes: (name: string) => boolean,
): Record<string, string | string[]> {
  const named = new Set(
    (connection ?? '')
      .toLowerCase()
      .split(',')
      .map((name) => name.trim()),
  );
  const all = Object.entries(headers).filter(
    (entry): entry is [string, string | string[]] =>
      entry[1] !== undefined && !ofConnection.has(entry[0]) && !named.has(entry[0]) && goes(entry[0]),
  );
  return Object.fromEntries(
    all.map(([name, value]) => [name, Array.isArray(value) && value.length === 1 ? value[0]! : value]),
  );
}
