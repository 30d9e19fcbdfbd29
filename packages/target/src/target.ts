import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { maskedAddress } from '@fake-jira/openapi';
import { authorizationOf, type Credentials, type SignIn } from './credentials.js';
import { BadCredentials, TargetError, TargetUnreachable, UnexpectedAnswer } from './errors.js';
import {
  pathWithQuery,
  sentenceOf,
  type Query,
  type TargetAnswer,
  type TargetExchange,
  type TargetRequest,
} from './exchange.js';
import { Pacing, retryAfter, type Clock, type Delay } from './pacing.js';
import { isLoopback, wireOf, type Wire, type WireRequest } from './wire.js';

/** All targets of a process share the connections. */
let usualWire: Wire | undefined;

export interface TargetOptions {
  /** Base address, with the context path if there is one. */
  readonly url: string;
  readonly credentials: Credentials;
  /** Most requests a second; without limit on loopback and 20 elsewhere, by default. */
  readonly requestsPerSecond?: number;
  /** How often a request is sent again after 429 or 503; 6 by default. */
  readonly retries?: number;
  /** How long one answer may take, in milliseconds; a minute by default. */
  readonly timeout?: number;
  /** The longest time that the target may ask to wait, in milliseconds; 10 minutes by default. */
  readonly longestWait?: number;
  /** Told of each exchange. */
  readonly onExchange?: (exchange: TargetExchange) => void;
  /** Told that the target asks to wait so many milliseconds. */
  readonly onWait?: (milliseconds: number) => void;
  /** Names what a run makes, so that it can be told apart; made up by default. */
  readonly runId?: string;
  readonly clock?: Clock;
  readonly delay?: Delay;
  /** How requests are sent; by default over connections that are kept, through the proxy that the environment names. */
  readonly wire?: Wire;
}

/**
 * An instance of Jira, whichever: the fake, the fake played as real, a real one. All its callers share one pace.
 *
 * @example
 * const target = new Target({ url: 'http://127.0.0.1:2990/jira', credentials });
 * const { body } = await target.as('administrator').send({ method: 'GET', path: '/rest/api/2/serverInfo' });
 */
export class Target {
  /** Without a slash at the end. */
  readonly url: string;
  readonly runId: string;
  readonly credentials: Credentials;
  readonly delay: Delay;
  readonly #options: TargetOptions;
  readonly #pacing: Pacing;
  readonly #clock: Clock;
  readonly #wire: Wire;

  /** @throws TargetError where the address is none, or has credentials in it */
  constructor(options: TargetOptions) {
    this.#options = options;
    this.url = baseAddress(options.url);
    this.runId = options.runId ?? randomBytes(4).toString('hex');
    this.credentials = options.credentials;
    this.#clock = options.clock ?? Date;
    this.#wire = options.wire ?? (usualWire ??= wireOf());
    this.delay = options.delay ?? (async (milliseconds) => void (await wait(milliseconds)));
    const rate = options.requestsPerSecond ?? (isLoopback(this.url) ? Infinity : 20);
    this.#pacing = new Pacing(rate, { clock: this.#clock, delay: this.delay });
  }

  /**
   * Somebody who asks the target.
   *
   * @throws TargetError where the credentials have no such role
   */
  as(role: string): Caller {
    const signIn = this.credentials.roles[role];
    if (!signIn) {
      const roles = Object.keys(this.credentials.roles).join(', ');
      throw new TargetError(`The credentials have no role "${role}". They have ${roles}.`);
    }
    return new Caller(role, signIn, (request, headers) => this.#send(role, request, headers));
  }

  /** A target as this one, reached the same way, at another address or with other credentials; it has its own pace. */
  like(other: Partial<Pick<TargetOptions, 'url' | 'credentials'>>): Target {
    return new Target({ ...this.#options, ...other });
  }

  get administrator(): Caller {
    return this.as('administrator');
  }

  /** Somebody who does not sign in. */
  get anonymous(): Caller {
    return new Caller('anonymous', undefined, (request, headers) => this.#send('anonymous', request, headers));
  }

  async #send(role: string, request: TargetRequest, headers: Readonly<Record<string, string>>): Promise<TargetAnswer> {
    const { retries = 6, longestWait = 600_000, onWait } = this.#options;
    for (let attempt = 1; ; attempt++) {
      await this.#pacing.turn();
      const answer = await this.#exchange(role, request, headers, attempt);
      if (!isBusy(answer) || request.retry === false || attempt > retries) return answer;
      const asked = retryAfter(answer.headers['retry-after'], this.#clock.now());
      // Without a word of the target's: a second, then twice as long each time.
      const milliseconds = asked ?? 1000 * 2 ** (attempt - 1);
      if (milliseconds > longestWait) {
        const seconds = Math.ceil(milliseconds / 1000);
        throw new TargetError(`${this.url} asks to come again in ${seconds} seconds. That is too long to wait for.`);
      }
      onWait?.(milliseconds);
      this.#pacing.pause(milliseconds);
    }
  }

  async #exchange(
    role: string,
    request: TargetRequest,
    headers: Readonly<Record<string, string>>,
    attempt: number,
  ): Promise<TargetAnswer> {
    const { method, body, text } = request;
    const path = pathWithQuery(request.path, request.query);
    const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const begun = this.#clock.now();
    const { timeout = 60_000 } = this.#options;
    const answer = await this.#sendOver(path, {
      method,
      timeout,
      headers: {
        accept: 'application/json',
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
        ...request.headers,
      },
      ...(content === undefined ? {} : { content }),
    });
    this.#options.onExchange?.({
      runId: this.runId,
      role,
      method,
      path: maskedAddress(path),
      requestBody: text ?? body,
      ...answer,
      attempt,
      milliseconds: this.#clock.now() - begun,
    });
    return answer;
  }

  async #sendOver(path: string, request: WireRequest): Promise<TargetAnswer> {
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await this.#wire(this.url + path, request);
        return { ...response, body: bodyOf(response.text) };
      } catch (error) {
        const code = codeOf(error);
        // A connection that was kept and that the target has closed in the meantime. What is not sure to have no
        // effect a second time is not sent a second time.
        const again = (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET') && attempt === 1 && request.method === 'GET';
        if (!again) throw new TargetUnreachable(this.url, reasonOf(error as Error, code, request.timeout));
      }
    }
  }
}

type Send = (request: TargetRequest, headers: Readonly<Record<string, string>>) => Promise<TargetAnswer>;

/** Somebody who asks a target: the administrator, a plain user, nobody at all. */
export class Caller {
  readonly #signIn: SignIn | undefined;
  readonly #send: Send;

  constructor(
    readonly role: string,
    signIn: SignIn | undefined,
    send: Send,
  ) {
    this.#signIn = signIn;
    this.#send = send;
  }

  /** The name with which the caller signs in, where there is one. */
  get user(): string | undefined {
    return this.#signIn && 'user' in this.#signIn ? this.#signIn.user : undefined;
  }

  /** Sends a request; every answer is one, also that of an error. */
  send(request: TargetRequest): Promise<TargetAnswer> {
    return this.#send(request, this.#signIn ? { authorization: authorizationOf(this.#signIn) } : {});
  }

  /**
   * Sends a request that shall succeed.
   *
   * @returns the body of the answer
   * @throws BadCredentials for 401, UnexpectedAnswer for other statuses than 2xx and 303
   */
  async ask(method: string, path: string, more: Omit<TargetRequest, 'method' | 'path'> = {}): Promise<unknown> {
    return (await this.succeed({ method, path, ...more })).body;
  }

  /** {@link ask} for a GET. */
  async get(path: string, query: Query = {}): Promise<unknown> {
    return this.ask('GET', path, { query });
  }

  /** {@link send} where the answer shall be 2xx or 303. */
  async succeed(request: TargetRequest): Promise<TargetAnswer> {
    const answer = await this.send(request);
    if ((answer.status >= 200 && answer.status < 300) || answer.status === 303) return answer;
    if (answer.status === 401) throw new BadCredentials(this.role, this.user ?? 'by token', 401);
    throw new UnexpectedAnswer(
      request.method,
      maskedAddress(pathWithQuery(request.path, request.query)),
      answer.status,
      sentenceOf(answer),
    );
  }
}

function baseAddress(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TargetError(`"${given}" is no address of a target. Write one like https://jira.example.com/jira.`);
  }
  // Repeating the address would repeat them.
  if (url.username !== '' || url.password !== '')
    throw new TargetError(
      'The address of the target has credentials in it. They belong into a file or the environment.',
    );
  if (url.search !== '' || url.hash !== '')
    throw new TargetError('The address of the target has a query. Give the base address of Jira only.');
  return url.href.replace(/(?<!\/)\/+$/, '');
}

function isBusy({ status }: TargetAnswer): boolean {
  return status === 429 || status === 503;
}

function bodyOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function codeOf(error: unknown): string {
  const { code, errors } = error as { code?: string; errors?: { code?: string }[] };
  return code ?? errors?.[0]?.code ?? '';
}

function reasonOf(error: Error, code: string, timeout: number): string {
  const reasons: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'its host is not known',
    EAI_AGAIN: 'its host is not known',
    ECONNRESET: 'it closed the connection',
    UND_ERR_SOCKET: 'it closed the connection',
    ETIMEDOUT: 'it does not answer',
    UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
    TIMEOUT: `it did not answer within ${timeout / 1000} seconds`,
    CERT_HAS_EXPIRED: 'its certificate has expired',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  };
  if (/SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|CERT_UNTRUSTED/.test(code))
    return 'its certificate is not trusted (--ca FILE names one that is)';
  return reasons[code] ?? error.message;
}
