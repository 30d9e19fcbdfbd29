import { setTimeout as wait } from 'node:timers/promises';
import type { Location } from '@fake-jira/openapi';
import type { Request, RequestHandler, Response } from 'express';
import { answeredRequest, contextOf, operationOf } from './request-context.js';
import type { Fault } from './faults.js';
import type { RateLimitState } from './rate-limit.js';
import type { Api } from './api.js';
import { send } from './response.js';
import { HttpError, refusalOf } from './wire-error.js';

/** Waits so many milliseconds. Tests hand in one that only notes them. */
export type Delay = (milliseconds: number) => Promise<unknown>;

export interface FaultInjection {
  /** The API that speaks where a request is for, and Jira where none is there. */
  readonly apiOf: (location: Location) => Api;
  readonly delay?: Delay;
}

/** Lets the faults of a workspace meet its requests, in front of every API. The fake's own API is behind it. */
export function injectFaults({
  apiOf,
  delay = (milliseconds) => wait(milliseconds, undefined, { ref: false }),
}: FaultInjection): RequestHandler {
  return (request, response, next) => {
    const context = contextOf(request);
    const { faults } = context.workspace;
    if (faults.none) return next();
    const { fault, limit } = faults.meet({
      method: request.method,
      path: request.path,
      user: context.caller.user?.name ?? null,
      api: context.location.api,
      operation: operationOf(context)?.operationId,
    });
    if (limit) for (const [name, value] of Object.entries(rateLimitHeaders(limit))) response.setHeader(name, value);
    if (!fault) return next();
    context.fault = fault.id;
    const go = () => {
      const answered = answerInPlace(fault, limit);
      if (fault.respond) return send(response, fault.respond);
      if (answered) return send(response, refusal(answered, apiOf(context.location), request));
      if (fault.reset) return void request.socket.resetAndDestroy();
      if (fault.truncate) truncateBody(response);
      if (fault.slow !== undefined) slowBody(response, fault.slow, delay);
      next();
    };
    if (fault.latency === undefined) return go();
    delay(fault.latency).then(go).catch(next);
  };
}

interface InPlace {
  readonly status: number;
  readonly retryAfter?: number;
}

function answerInPlace({ status, retryAfter, rateLimit }: Fault, limit?: RateLimitState): InPlace | undefined {
  if (rateLimit && limit) return { status: 429, retryAfter: limit.retryAfter };
  if (status === undefined) return undefined;
  const wait = retryAfter ?? (status === 429 ? 1 : undefined);
  return { status, ...(wait !== undefined && { retryAfter: wait }) };
}

const sentences: Readonly<Record<number, string>> = {
  401: 'You are not authenticated.',
  403: 'You are not allowed to do this.',
  429: 'There were too many requests.',
  500: 'Something went wrong.',
  503: 'The service is not available.',
};

/** The error that an API answers a status with: its own for who may not, else that of transport. */
function refusal({ status, retryAfter }: InPlace, api: Api, request: Request) {
  const text = sentences[status] ?? `The answer ${status} was asked for.`;
  const answer =
    refusalOfAccess(status, api, request) ?? api.dialect.refuseTransport(status, text, answeredRequest(request));
  if (retryAfter === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'Retry-After': String(retryAfter) } };
}

function refusalOfAccess(status: number, { document, dialect }: Api, request: Request) {
  const context = contextOf(request);
  const { profile } = context;
  const operation = operationOf(context);
  const code = status === 401 ? 'not-authenticated' : status === 403 ? 'not-administrator' : undefined;
  if (code === undefined || !operation) return undefined;
  const error = new HttpError(code);
  try {
    const known = refusalOf(document, operation, error, profile);
    return known.status === status ? dialect.refuse(known, error, operation, answeredRequest(request)) : undefined;
  } catch (thrown) {
    // The API has no such response.
    if (thrown === error) return undefined;
    throw thrown;
  }
}

function rateLimitHeaders({ limit, remaining, resetsAt }: RateLimitState): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': new Date(resetsAt).toISOString(),
  };
}

/** Sends the head and the first half of the body, and ends the connection. A response without a body never comes. */
function truncateBody(response: Response): void {
  replaceEnd(response, (body) => {
    const { socket } = response;
    if (body.length === 0) return void socket?.destroy();
    response.setHeader('Content-Length', body.length);
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => socket?.destroy());
  });
}

/** Pieces in which a slow body comes. */
const pieces = 10;

/** Sends the head at once, and the body piece by piece. */
function slowBody(response: Response, milliseconds: number, delay: Delay): void {
  replaceEnd(response, async (body, end) => {
    if (body.length > 0) response.setHeader('Content-Length', body.length);
    response.flushHeaders();
    const size = Math.max(1, Math.ceil(body.length / pieces));
    for (let from = 0; from < body.length; from += size) {
      await delay(milliseconds / pieces);
      if (response.destroyed) return;
      response.write(body.subarray(from, from + size));
    }
    end();
  });
}

/** Every response is sent whole, by one call of `end`: here another way of sending takes its place. */
function replaceEnd(response: Response, sendBody: (body: Buffer, end: () => void) => unknown): void {
  const end = response.end.bind(response) as () => void;
  response.end = ((chunk?: unknown, encoding?: unknown) => {
    const body =
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.isBuffer(chunk)
          ? chunk
          : Buffer.alloc(0);
    void Promise.resolve(sendBody(body, end)).catch((error: unknown) => response.destroy(error as Error));
    return response;
  }) as typeof response.end;
}
