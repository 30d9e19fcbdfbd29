import { validateRequest, type ApiName, type LocatedOperation, type Operation } from '@fake-jira/openapi';
import { RuleError, type Moment } from '@fake-jira/world';
import type { Request, RequestHandler, Response } from 'express';
import { ResponseMemory } from './remembered.js';
import { send, sendWritten, written, type ApiResponse, type SentResponse } from './response.js';
import type { Api } from './api.js';
import type { RequestValues } from './dialect.js';
import {
  answeredRequest,
  contextOf,
  type AnsweredRequest,
  type AnyHandler,
  type RequestContext,
} from './request-context.js';
import { guarded, hasForeignBody, jsonBodies } from './transport.js';
import type { Validation } from './validation.js';
import { HttpError, refusalOf } from './wire-error.js';
import type { Workspaces } from './workspaces.js';

/**
 * Serves APIs: what was located is read, checked and handled; where none of their addresses is asked for, the next one
 * has its turn.
 *
 * @param options.workspaces - keep what a request has changed, before it is answered
 * @param options.validation - holds responses to the spec, if that is wanted
 */
export function serve(
  apis: readonly Api[],
  { workspaces, validation }: { readonly workspaces: Workspaces; readonly validation: Validation | undefined },
): RequestHandler {
  const memory = new ResponseMemory();
  const served = new Map(apis.map((api) => [api.document, { api, readBody: jsonBodies(api.dialect.bodyLimit) }]));
  return (request, response, next) => {
    const context = contextOf(request);
    const { location } = context;
    const found = served.get(location.api as ApiName);
    if (!found) return next();
    const { api, readBody } = found;
    const { dialect } = api;
    const answer = guarded(next, () => {
      if (location.kind === 'nowhere') return next();
      if (!location.parameters) return next(new URIError('The address has a malformed percent-encoding.'));
      if (location.kind === 'other methods') {
        const other = dialect.otherMethod?.(location.methods, answeredRequest(request));
        if (other) return send(response, other);
        response.setHeader('Allow', location.methods.join(', '));
        return send(
          response,
          dialect.refuseTransport(405, `${request.method} is not allowed here.`, answeredRequest(request)),
        );
      }
      const bytes = bytesOf(api, location, request, response);
      const keeping = workspaces.keep(context.workspace);
      if (!keeping) return sendWritten(response, bytes);
      keeping
        .then(
          () => sendWritten(response, bytes),
          (error: Error) => send(response, dialect.refuseTransport(503, error.message, answeredRequest(request))),
        )
        .catch(next);
    });
    readBody(request, response, answer);
  };

  function bytesOf(api: Api, location: LocatedOperation, request: Request, response: Response): SentResponse {
    const context = contextOf(request);
    // What is held to the spec is made anew.
    if (validation) return written(response, validated(api, location, request, validation));
    if (request.method !== 'GET' || !api.remembered.has(location.operation.operationId))
      return written(response, respond(api, location, request).response);
    const { root } = context.world;
    const key = memory.key(context, request.url);
    const known = memory.get(root, key);
    if (known) return known;
    const { response: made, fromTime } = respond(api, location, request);
    const bytes = written(response, made);
    if (made.status === 200 && !fromTime) memory.set(root, key, bytes);
    return bytes;
  }
}

/** A response that is what the spec says, in strict mode; in the other it says in the journal where it is not. */
function validated(api: Api, location: LocatedOperation, request: Request, validation: Validation): ApiResponse {
  const context = contextOf(request);
  const { response } = respond(api, location, request);
  context.violations = validation.violations(context.profile, request, response, location);
  if (validation.mode !== 'strict' || context.violations.length === 0) return response;
  const what = `The fake has a defect: its answer ${response.status} is not what the spec says.`;
  return api.dialect.refuseTransport(500, [what, ...context.violations].join(' '), answeredRequest(request));
}

interface Responded {
  readonly response: ApiResponse;
  /** Whether it was worked out from the time. */
  readonly fromTime: boolean;
}

function respond(api: Api, location: LocatedOperation, request: Request): Responded {
  let fromTime = false;
  const { world } = contextOf(request);
  const now = () => {
    fromTime = true;
    return world.clock.now();
  };
  const response = responseOf(api, location, request, now);
  return { response, fromTime };
}

function responseOf(api: Api, location: LocatedOperation, request: Request, now: () => Moment): ApiResponse {
  const { dialect, document, handlers } = api;
  const entered = contextOf(request);
  const { world, profile, badCredentials } = entered;
  const { operation, parameters } = location;
  const context = { ...entered, root: world.root, now, behaviour: api.behaviour?.(profile) };
  const answered = answeredRequest(request);
  try {
    const foreignBody =
      operation.hasBody && hasForeignBody(request.headers) && !dialect.readsBody?.(operation, request.body);
    if (foreignBody && dialect.bodyTypeFirst?.(profile)) return refuseBodyType(dialect, answered);
    const anonymously = dialect.runsAnonymously?.(operation, profile) ?? false;
    // Wrong credentials are refused also where none are needed, but by what has no such response: the health of an app.
    if (badCredentials && operation.statuses.includes(401) && !anonymously) throw new HttpError('not-authenticated');
    dialect.guard?.(location, context, request.query, request.body);
    checkAccess(operation, context, anonymously);
    if (foreignBody) return refuseBodyType(dialect, answered);
    const read = validateRequest(
      operation.operationId,
      {
        path: parameters ?? {},
        query: withPlus(request.query as Record<string, unknown>),
        body: operation.hasBody ? (request.body as unknown) : undefined,
        splitLists: dialect.splitsLists(profile),
        joinTexts: dialect.joinsTexts ?? false,
      },
      profile,
    );
    const values: RequestValues = { path: { ...read.path }, query: { ...read.query }, body: read.body };
    const problems = read.ok ? [] : read.problems.filter((problem) => !dialect.tolerates(problem, values, profile));
    if (problems.length > 0) throw dialect.invalid(problems, profile, operation, request.query);
    const handler = handlers[operation.operationId] as AnyHandler;
    const sent = new Set(Object.keys(request.query));
    const accepts = (types: readonly string[]) => request.accepts([...types]);
    return handler({ ...context, ...values, sent, accepts } as unknown as RequestContext<never, never>);
  } catch (error) {
    if (!(error instanceof RuleError) && !(error instanceof HttpError)) throw error;
    return dialect.refuse(refusalOf(document, operation, error, profile), error, operation, answered);
  }
}

/** A `+` that a client did not encode arrives as a space: `orderBy=+name`. */
function withPlus(query: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { orderBy } = query;
  return typeof orderBy === 'string' && orderBy.startsWith(' ') ? { ...query, orderBy: `+${orderBy.slice(1)}` } : query;
}

function refuseBodyType({ refuseTransport }: Api['dialect'], request: AnsweredRequest): ApiResponse {
  const message = `The content type must be application/json, not ${request.contentType ?? 'absent'}.`;
  return refuseTransport(415, message, request);
}

/** @param anonymously - who has not signed in is one whom the operation's own rules refuse, if anything does */
function checkAccess(operation: Operation, { caller }: Pick<RequestContext, 'caller'>, anonymously: boolean): void {
  if (operation.access === 'anonymous') return;
  if (!caller.user && !anonymously) throw new HttpError('not-authenticated');
  if (operation.access === 'administrator' && !caller.administrator) throw new HttpError('not-administrator');
}
