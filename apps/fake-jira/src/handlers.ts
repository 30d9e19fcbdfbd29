import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express';
import { addRoute, createRouter, findRoute } from 'rou3';
import { requestView, type RequestView } from './http/request-view.js';
import { bodyLimit } from './http/transport.js';

type Awaitable<Value> = Value | Promise<Value>;

/** What a handler is told. */
export interface HandlerInfo {
  /** As the client sent it, below the workspace and the context path. */
  readonly request: Request;
  /** The variables of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** What the fake knows of it: workspace, world, caller, operation. */
  readonly jira: RequestView;
}

/** Answers in place of the fake; undefined: somebody else shall. */
export type Resolver = (info: HandlerInfo) => Awaitable<Response | undefined | void>;

/** A handler of {@link http}. */
export interface OwnHandler {
  readonly method: string | null;
  readonly path: string;
  readonly resolver: Resolver;
}

/** A handler of msw, as far as it is used here: `http.get(…)` of `msw` is one. */
export interface MswHandler {
  run(asked: {
    readonly request: Request;
    readonly requestId: string;
  }): Promise<{ readonly response?: Response | undefined } | null>;
}

export type Handler = OwnHandler | MswHandler;

const of =
  (method: string | null) =>
  (path: string, resolver: Resolver): OwnHandler => ({ method, path, resolver });

/**
 * Handlers in the shape of msw, for what the fake does not have, or to override what it has.
 *
 * @example
 * const board = http.get('/rest/agile/1.0/board/:id', ({ params }) => Response.json({ id: Number(params.id) }));
 * const jira = await startFakeJira({ handlers: [board] });
 */
export const http = {
  all: of(null),
  get: of('GET'),
  head: of('HEAD'),
  post: of('POST'),
  put: of('PUT'),
  patch: of('PATCH'),
  delete: of('DELETE'),
  options: of('OPTIONS'),
};

/** Handlers as a middleware: the first that answers is meant, and where none does, the fake goes on. */
export function answering(handlers: readonly Handler[]): RequestHandler {
  const runs = handlers.map(runnerOf);
  return (request, response, next) => {
    answerOf(runs, request)
      .then((answer) => (answer ? sent(response, answer) : next()))
      .catch(next);
  };
}

/** What a handler answers; undefined where it is for other requests, of which it asks no body. */
type Run = (request: ExpressRequest, body: () => Promise<Buffer>) => Awaitable<Response | undefined | void>;

async function answerOf(runs: readonly Run[], request: ExpressRequest): Promise<Response | undefined> {
  let read: Promise<Buffer> | undefined;
  const body = () => (read ??= peekedBody(request));
  for (const run of runs) {
    const answer = await run(request, body);
    if (answer) return answer;
  }
  return undefined;
}

function runnerOf(handler: Handler): Run {
  if ('run' in handler)
    return async (request, body) =>
      (await handler.run({ request: webRequest(request, await body()), requestId: randomUUID() }))?.response;
  const { method, path, resolver } = handler;
  const router = createRouter<true>();
  addRoute(router, '', path, true);
  return async (request, body) => {
    const found = method === null || method === request.method ? findRoute(router, '', request.path) : undefined;
    if (!found) return undefined;
    const jira = requestView(request);
    return resolver({ request: webRequest(request, await body()), params: found.params ?? {}, jira });
  };
}

/** The bytes of a body that says how long it is; they are put back, for the fake to read where no handler answers. */
async function peekedBody(request: ExpressRequest): Promise<Buffer> {
  const length = Number(request.get('content-length') ?? 0);
  if (!(length > 0 && length <= bodyLimit)) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  for (let size = 0; size < length;) {
    const chunk = request.read() as Buffer | null;
    if (chunk === null) await once(request, 'readable');
    else size += chunks[chunks.push(chunk) - 1]?.length ?? 0;
  }
  const body = Buffer.concat(chunks);
  // In the same turn as the last read, after which it would have ended.
  request.unshift(body);
  await new Promise(setImmediate);
  return body;
}

function webRequest(request: ExpressRequest, body: Buffer): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const url = `${request.protocol}://${request.get('host') ?? 'localhost'}${request.url}`;
  return new Request(url, { method: request.method, headers, ...(body.length > 0 && { body: new Uint8Array(body) }) });
}

async function sent(response: ExpressResponse, answer: Response): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  response.end(Buffer.from(await answer.arrayBuffer()));
}
