import {
  operations,
  validateRequest,
  type ApiName,
  type Operation,
  type OperationId,
  type Problem,
} from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import { RuleError } from '@fake-jira/world';
import { Router, type Request, type RequestHandler } from 'express';
import { addressTable, perList } from './address-table.js';
import type { Answer } from './answer.js';
import type { AnyHandler, AnyHandlers, Call } from './call.js';
import { arrivalOf } from './arrival.js';
import { send } from './send.js';
import { hasForeignBody, jsonBodies } from './transport.js';
import type { Validation } from './validation.js';
import { HttpError, refusalOf, type Refusal } from './wire-error.js';

/** Where in an API a request arrives. */
export interface Place {
  /** What the API's addresses begin with, as the request has it: `/rest/api/latest`. */
  readonly base: string;
  /** The version of the API that is spoken there. */
  readonly restVersion: string;
}

/** What makes one API differ from the others in the eyes of HTTP. */
export interface ApiStyle {
  readonly api: ApiName;
  /** What every address of the API begins with; requests to others pass it by. */
  readonly prefix: string;
  /** What the API does in a Jira, decided once per profile (`perProfile`); handlers find it in their call. */
  readonly behaviour?: (profile: Profile) => unknown;
  /** Path prefixes under which an operation is served, given its path in the spec. Variables as `{name}`. */
  readonly addresses: (operation: Operation) => readonly string[];
  /** Which form of the API a path is an address of. */
  readonly placeOf: (path: string, call: Pick<Call, 'profile' | 'versions'>) => Place;
  /** Whether this profile's instance has the operation at that place. */
  readonly serves: (operation: Operation, place: Place, call: Pick<Call, 'profile' | 'versions'>) => boolean;
  /**
   * What stands in the way of a caller beside the operation's `x-access`, where the API knows more. It comes first,
   * and leaves to `x-access` who has not signed in.
   *
   * @throws HttpError
   */
  readonly guard?: (
    operation: Operation,
    place: Place,
    call: Pick<Call, 'root' | 'caller' | 'profile' | 'versions'>,
    query: Readonly<Record<string, unknown>>,
  ) => void;
  /** A broken rule or a bad request, worded as this API does. */
  readonly refuse: (refusal: Refusal, error: RuleError | HttpError, operation: Operation, profile: Profile) => Answer;
  /** What transport refuses, and defects of ours. */
  readonly refuseTransport: (status: number, message: string, address: string) => Answer;
  /** Largest body in bytes; that of transport where it is absent. */
  readonly bodyLimit?: number;
  /** Whether an operation takes a body that is no JSON, as it was read in front of the routes. */
  readonly readsBody?: (operation: Operation, body: unknown) => boolean;
  /** Whether this instance splits a query parameter that is a list at commas. */
  readonly splitsLists: (profile: Profile) => boolean;
  /**
   * Whether this instance lets a deviation of a request from the spec pass. It may put right what was given in
   * `values`, which the handler gets.
   */
  readonly tolerates: (problem: Problem, values: RequestValues, profile: Profile) => boolean;
  /** What a request that does not fit the spec is answered with. */
  readonly invalid: (problems: readonly Problem[], profile: Profile, operation: Operation) => HttpError | RuleError;
}

/** The parts of a request, with defaults filled in and numbers read. */
export interface RequestValues {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

/** Every operation of an API as a route: access, then the request against the spec, then its handler. */
export function apiRouter(style: ApiStyle, handlers: AnyHandlers, validation: Validation): Router {
  const router = Router({ caseSensitive: true, strict: false });
  router.use((request, _response, next) => next(request.path.startsWith(style.prefix) ? undefined : 'router'));
  router.use(jsonBodies(style.bodyLimit));
  const routes = perList((listed) => routesOf(style, handlers, listed, validation));
  router.use((request, response, next) =>
    routes(operations(style.api, arrivalOf(request).profile))(request, response, next),
  );
  return router;
}

/** The addresses of operations differ between profiles only where one gives its own: nearly all share these routes. */
function routesOf(
  style: ApiStyle,
  handlers: AnyHandlers,
  listed: readonly Operation[],
  validation: Validation,
): Router {
  const router = Router({ caseSensitive: true, strict: false });
  for (const [address, byMethod] of addressTable(style, listed)) {
    router.all(address.replace(/\{(\w+)\}/g, ':$1'), route(style, handlers, byMethod, validation));
  }
  return router;
}

function route(
  style: ApiStyle,
  handlers: AnyHandlers,
  byMethod: ReadonlyMap<string, Operation>,
  validation: Validation,
): RequestHandler {
  return (request, response, next) => {
    const arrival = arrivalOf(request);
    const place = style.placeOf(request.path, arrival);
    const served = [...byMethod.values()].filter((operation) => style.serves(operation, place, arrival));
    if (served.length === 0) return next();
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const operation = served.find((candidate) => candidate.method === method);
    if (!operation) {
      response.setHeader('Allow', served.map((candidate) => candidate.method).join(', '));
      return send(response, style.refuseTransport(405, `${request.method} is not allowed here.`, request.path));
    }
    arrival.operation = operation;
    const answer = answerTo(style, operation, handlers[operation.operationId] as AnyHandler, request, place);
    arrival.violations = validation.violations(arrival.profile, { method, path: request.path, answer });
    if (validation.mode !== 'strict' || arrival.violations.length === 0) return send(response, answer);
    const what = `The fake has a defect: its answer ${answer.status} is not what the spec says.`;
    send(response, style.refuseTransport(500, [what, ...arrival.violations].join(' '), request.path));
  };
}

function answerTo(style: ApiStyle, operation: Operation, handler: AnyHandler, request: Request, place: Place): Answer {
  const { workspace, profile, versions, caller, badCredentials, linksFor } = arrivalOf(request);
  const { base, restVersion } = place;
  const { world } = workspace;
  const sent = new Set(Object.keys(request.query));
  const accepts = (types: readonly string[]) => request.accepts([...types]);
  const behaviour = style.behaviour?.(profile);
  const call = { workspace, world, root: world.root, caller, profile, versions, behaviour, restVersion, sent, accepts };
  try {
    // Wrong credentials are refused also where none are needed, but by what has no such answer: the health of an app.
    if (badCredentials && operation.statuses.includes(401)) throw new HttpError('not-authenticated');
    style.guard?.(operation, place, call, request.query);
    checkAccess(operation, call);
    if (operation.hasBody && hasForeignBody(request.headers) && !style.readsBody?.(operation, request.body)) {
      const type = request.headers['content-type'] ?? 'absent';
      return style.refuseTransport(415, `The content type must be application/json, not ${type}.`, request.path);
    }
    const read = validateRequest(
      operation.operationId as OperationId,
      {
        path: request.params as Record<string, string>,
        query: withPlus(request.query as Record<string, unknown>),
        body: operation.hasBody ? (request.body as unknown) : undefined,
        splitLists: style.splitsLists(profile),
      },
      profile,
    );
    const values: RequestValues = { path: { ...read.path }, query: { ...read.query }, body: read.body };
    const problems = read.ok ? [] : read.problems.filter((problem) => !style.tolerates(problem, values, profile));
    if (problems.length > 0) throw style.invalid(problems, profile, operation);
    return handler({ ...call, ...values, links: linksFor(base) } as unknown as Call<never, never>);
  } catch (error) {
    if (!(error instanceof RuleError) && !(error instanceof HttpError)) throw error;
    return style.refuse(refusalOf(style.api, operation, error, profile), error, operation, profile);
  }
}

/** A `+` that a client did not encode arrives as a space: `orderBy=+name`. */
function withPlus(query: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { orderBy } = query;
  return typeof orderBy === 'string' && orderBy.startsWith(' ') ? { ...query, orderBy: `+${orderBy.slice(1)}` } : query;
}

function checkAccess(operation: Operation, { caller }: Pick<Call, 'caller'>): void {
  if (operation.access === 'anonymous') return;
  if (!caller.user) throw new HttpError('not-authenticated');
  if (operation.access === 'administrator' && !caller.administrator) throw new HttpError('not-administrator');
}
