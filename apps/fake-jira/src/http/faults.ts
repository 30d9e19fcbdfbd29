import { validateHeaderName, validateHeaderValue } from 'node:http';
import {
  apiNames,
  isTooDeep,
  jsonDepthLimit,
  operations,
  validateRequest,
  type ApiName,
  type OperationId,
} from '@fake-jira/openapi';
import { nearest } from '@fake-jira/profile';
import type { Clock } from '@fake-jira/world';
import { pathPattern } from './path-pattern.js';
import type { Random } from './random.js';
import { sentences } from './given-requests.js';
import { RequestLimit, type RateLimit, type RateLimitState } from './rate-limit.js';

/** Which requests a fault is for: those that fit all that is named. */
export interface FaultCondition {
  /** Operation ids of the specs, such as `createCustomField`. */
  readonly operation?: OperationId | readonly OperationId[];
  readonly api?: Exclude<ApiName, 'control'>;
  readonly method?: string;
  /** Below the workspace and the context path; `*` within a segment, `**` across them. */
  readonly path?: string;
  /** Log-in name; null: nobody is signed in. */
  readonly user?: string | null;
  /** Which part of the requests, from 0 to 1; drawn from the seed of the workspace. */
  readonly share?: number;
}

/** A response in place of the real one. */
export interface FixedResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly text?: string;
}

/** What goes wrong: `latency`, one of the others, or both. */
export interface FaultEffect {
  /** Milliseconds that the response comes later. */
  readonly latency?: number;
  /** A status from 400 to 599, in the error form of the API. */
  readonly status?: number;
  /** Seconds in `Retry-After`, beside `status`. */
  readonly retryAfter?: number;
  readonly respond?: FixedResponse;
  /** The connection is reset; nothing is answered. */
  readonly reset?: true;
  /** The connection ends in the middle of the real response's body. */
  readonly truncate?: true;
  /** Milliseconds over which the body of the real response trickles in. */
  readonly slow?: number;
  readonly rateLimit?: RateLimit;
}

/**
 * A fault to be made.
 *
 * @example { when: { operation: 'createCustomField', user: 'bob' }, times: 2, status: 503 }
 */
export interface NewFault extends FaultEffect {
  readonly when?: FaultCondition;
  /** For so many requests; absent: until it is removed. */
  readonly times?: number;
}

/** A fault that is there. */
export interface Fault extends NewFault {
  readonly id: string;
  /** How many requests it has met. */
  readonly met: number;
}

/** A fault that cannot be: the message says what is wrong with it. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}

/** A request in the eyes of faults. */
export interface FaultSubject {
  readonly method: string;
  readonly path: string;
  readonly user: string | null;
  readonly api: string | undefined;
  readonly operation: string | undefined;
}

/** What meets a request. */
export interface Met {
  readonly fault: Fault;
  /** Where a rate limit stands after this request. */
  readonly limit?: RateLimitState;
}

interface Kept {
  fault: Fault;
  readonly fits: (subject: FaultSubject) => boolean;
  readonly limit?: RequestLimit;
}

/** The faults of one workspace, in the order in which they were made. */
export class Faults {
  readonly #clock: Clock;
  readonly #newRandom: () => Random;
  #random: Random;
  #kept: Kept[] = [];
  #lastId = 0;

  /**
   * @param clock - for rate limits
   * @param newRandom - for shares: the same numbers every time
   */
  constructor(clock: Clock, newRandom: () => Random) {
    this.#clock = clock;
    this.#newRandom = newRandom;
    this.#random = newRandom();
  }

  /**
   * Makes something go wrong from the next request on.
   *
   * @throws FaultError
   * @example
   * const { id } = jira.faults.add({ when: { operation: 'getFields' }, status: 429, retryAfter: 2, times: 1 });
   */
  add(given: NewFault): Fault {
    check(given);
    const fault: Fault = { ...given, id: `fault-${++this.#lastId}`, met: 0 };
    this.#kept.push({
      fault,
      fits: test(given.when ?? {}),
      ...(given.rateLimit && { limit: new RequestLimit(given.rateLimit, this.#clock) }),
    });
    return fault;
  }

  list(): readonly Fault[] {
    return this.#kept.map(({ fault }) => fault);
  }

  get(id: string): Fault | undefined {
    return this.#kept.find(({ fault }) => fault.id === id)?.fault;
  }

  /** @returns whether it was there */
  remove(id: string): boolean {
    const before = this.#kept.length;
    this.#kept = this.#kept.filter(({ fault }) => fault.id !== id);
    return this.#kept.length < before;
  }

  clear(): void {
    this.#kept = [];
  }

  /** No faults, and shares are drawn from the beginning again. */
  reset(): void {
    this.clear();
    this.#lastId = 0;
    this.#random = this.#newRandom();
  }

  get none(): boolean {
    return this.#kept.length === 0;
  }

  /**
   * What meets a request: the first fault that fits it. Rate limits that it stays within are counted and passed by.
   *
   * @returns `fault` undefined where nothing goes wrong; `limit` where a rate limit counted the request
   */
  meet(subject: FaultSubject): Partial<Met> {
    let passed: RateLimitState | undefined;
    for (const kept of [...this.#kept]) {
      const { share } = kept.fault.when ?? {};
      if (!kept.fits(subject) || (share !== undefined && this.#random() >= share)) continue;
      const limit = kept.limit?.count(subject.user);
      if (limit && !limit.exceeded) {
        passed = limit;
        continue;
      }
      this.#use(kept);
      return { fault: kept.fault, ...((limit ?? passed) && { limit: limit ?? passed }) };
    }
    return passed ? { limit: passed } : {};
  }

  #use(kept: Kept): void {
    kept.fault = { ...kept.fault, met: kept.fault.met + 1 };
    if (kept.fault.times !== undefined && kept.fault.met >= kept.fault.times) this.remove(kept.fault.id);
  }
}

const exclusive = ['status', 'respond', 'reset', 'truncate', 'slow', 'rateLimit'] as const;

/** @throws FaultError where it says nothing, or two things at once, or names what there is not */
function check(fault: NewFault): void {
  checkShape(fault);
  const named = exclusive.filter((name) => fault[name] !== undefined);
  if (named.length > 1) throw new FaultError(`A fault does one thing, not ${named.join(' and ')}: make one for each.`);
  if (named.length === 0 && fault.latency === undefined)
    throw new FaultError(`A fault needs something to do: latency, ${exclusive.join(', ')}.`);
  if (fault.retryAfter !== undefined && fault.status === undefined)
    throw new FaultError('retryAfter goes with a status: 429 or 503, say.');
  if (fault.respond?.body !== undefined && fault.respond.text !== undefined)
    throw new FaultError('respond has a body or a text, not both.');
  if (fault.respond) checkResponse(fault.respond);
  for (const id of [fault.when?.operation ?? []].flat()) checkOperation(id);
}

/** What the document of the control API says of a fault holds for those of a program too. */
function checkShape(fault: NewFault): void {
  const request = validateRequest('controlAddFault', { path: {}, query: {}, body: fault });
  if (!request.ok) throw new FaultError(sentences('controlAddFault', request.problems));
}

/** Node and JSON refuse when a response is sent what could not be sent; here it is refused when the fault is made. */
function checkResponse({ headers, body }: FixedResponse): void {
  for (const [name, value] of Object.entries(headers ?? {})) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw new FaultError(`respond.headers: HTTP has no header ${JSON.stringify(name)} with this value.`);
    }
  }
  if (isTooDeep(body))
    throw new FaultError(`respond.body has more than ${jsonDepthLimit} lists and objects in each other.`);
  try {
    JSON.stringify(body);
  } catch (error) {
    throw new FaultError(`respond.body is no JSON: ${(error as Error).message}.`);
  }
}

function checkOperation(id: string): void {
  const ids = apiNames
    .filter((api) => api !== 'control')
    .flatMap((api) => operations(api).map(({ operationId }) => operationId as string));
  if (ids.includes(id)) return;
  const near = nearest(id, ids);
  throw new FaultError(
    `No API has an operation "${id}"${near.length > 0 ? `: did you mean ${near.join(', ')}?` : '; see fake-jira spec.'}`,
  );
}

function test(condition: FaultCondition): (subject: FaultSubject) => boolean {
  const { api, user } = condition;
  const operations = condition.operation === undefined ? undefined : [condition.operation].flat();
  const method = condition.method?.toUpperCase();
  const fitsPath = condition.path === undefined ? () => true : pathPattern(condition.path);
  return (subject) =>
    (method === undefined || method === subject.method) &&
    (user === undefined || user === subject.user) &&
    fitsPath(subject.path) &&
    (api === undefined || api === subject.api) &&
    (operations === undefined || (operations as readonly (string | undefined)[]).includes(subject.operation));
}
