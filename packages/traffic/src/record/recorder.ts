import { namedProfile } from '@fake-jira/profile';
import { concealed } from '../conceal/conceal.js';
import type { Message, TrafficExchange } from '../exchange.js';
import { locateExchange, type Elsewhere, type LocatedExchange } from '../located.js';
import { messageOf } from '../read/body.js';
import { headersOf } from '../read/headers.js';

/** A message as it went over the wire. */
export interface PassedMessage {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Still compressed, if it was; undefined: more than is kept. */
  readonly body: Uint8Array | undefined;
}

/** What has passed through a proxy. */
export interface PassedExchange {
  readonly method: string;
  /** Of the instance, with its host. */
  readonly url: string;
  readonly request: PassedMessage;
  readonly status: number;
  readonly response: PassedMessage;
}

/** An exchange in the file of a recorded session. */
interface WrittenExchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: unknown;
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly note?: string;
}

/** Keeps what passes a proxy, as far as it is of one of the four APIs, until it is written down all at once. */
export class Recorder {
  readonly #everywhere = namedProfile('all');
  readonly #mostBytes: number;
  readonly #kept: LocatedExchange[] = [];
  readonly #elsewhere = new Map<Elsewhere | 'for which there was no room', number>();
  #bytes = 0;

  /** @param mostBytes - how much is kept in memory: people can only be replaced once all is known */
  constructor(mostBytes = 256 * 1024 * 1024) {
    this.#mostBytes = mostBytes;
  }

  /** How many exchanges will be written. */
  get size(): number {
    return this.#kept.length;
  }

  /** How many have passed that are not kept, by the reason. */
  get leftOut(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#elsewhere);
  }

  add(passed: PassedExchange): void {
    const bytes = (passed.request.body?.length ?? 0) + (passed.response.body?.length ?? 0) + passed.url.length + 2_000;
    if (this.#bytes + bytes > this.#mostBytes) return this.#leaveOut('for which there was no room');
    const found = locateExchange(exchangeOf(passed, this.#kept.length), this.#everywhere);
    if ('elsewhere' in found) return this.#leaveOut(found.elsewhere);
    this.#bytes += bytes;
    this.#kept.push(found.located);
  }

  #leaveOut(reason: Elsewhere | 'for which there was no room'): void {
    this.#elsewhere.set(reason, (this.#elsewhere.get(reason) ?? 0) + 1);
  }

  /**
   * The text of a file of traffic. No secret and nobody is in it, and who somebody is called in one exchange is nobody's name
   * in another.
   *
   * @param taken - of where and when it is
   */
  text(taken: { readonly url: string; readonly at: string }): string {
    const exchanges = concealed(this.#kept).map(({ exchange }) => written(exchange));
    return `${JSON.stringify({ format: 'fake-jira traffic 1', taken, exchanges }, null, 2)}\n`;
  }
}

function exchangeOf({ method, url, request, status, response }: PassedExchange, at: number): TrafficExchange {
  const sent = messageIn(request);
  const answered = messageIn(response);
  return {
    file: 'recorded',
    place: `exchanges[${at}]`,
    method,
    url,
    request: sent.message,
    status,
    response: answered.message,
    notes: [...sent.notes, ...answered.notes],
  };
}

function messageIn({ headers: given, body }: PassedMessage): { message: Message; notes: readonly string[] } {
  const headers = headersOf(Object.entries(given).filter(([, value]) => value !== undefined));
  if (body !== undefined) return messageOf({ headers, content: body });
  return { message: { headers, bodyIsKnown: false }, notes: ['a body is left out: it was too large to be kept'] };
}

function written({ method, url, request, status, response, notes }: TrafficExchange): WrittenExchange {
  return {
    method,
    url,
    requestHeaders: request.headers,
    ...(request.body !== undefined && { requestBody: request.body }),
    ...(status !== undefined && { status }),
    headers: response.headers,
    // An empty text: it is known that there was none.
    ...(response.body !== undefined ? { body: response.body } : response.bodyIsKnown ? { body: '' } : {}),
    ...(notes.length > 0 && { note: notes.join('; ') }),
  };
}
