import { validateRequest, type ApiName, type LocatedOperation, type Operation, type Problem } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import { RuleError } from '@fake-jira/world';
import type { Request, RequestHandler } from 'express';
import type { Answer } from './answer.js';
import type { AnyHandler, AnyHandlers, Call } from './call.js';
import { arrivalOf } from './arrival.js';
import { send } from './send.js';
import { hasForeignBody, jsonBodies } from './transport.js';
import type { Validation } from './validation.js';
import { HttpError, refusalOf, type Refusal } from './wire-error.js';

/** What makes one API differ from the others in the eyes of HTTP. */
export interface ApiStyle {
  readonly api: ApiName;
  /** What the API does in a Jira, decided once per profile (`perProfile`); handlers find it in their call. */
  readonly behaviour?: (profile: Profile) => unknown;
  /**
   * What stands in the way of a caller beside the operation's `x-access`, where the API knows more. It comes first,
   * and leaves to `x-access` who has not signed in.
   *
   * @throws HttpError
   */
  readonly guard?: (
    location: LocatedOperation,
    call: Pick<Call, 'root' | 'caller' | 'profile' | 'versions'>,
    query: Readonly<Record<string, unknown>>,
  ) => void;
  /** A broken rule or a bad request, worded as this API does. */
  readonly refuse: (refusal: Refusal, error: RuleError | HttpError, operation: Operation, profile: Profile) => Answer;
  /**
   * What transport refuses, and defects of ours.
   *
   * @param base - below which base of the API it was asked
   */
  readonly refuseTransport: (status: number, message: string, base: string) => Answer;
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

/** An API as Express serves it: where none of its addresses is asked for, the next one has its turn. */
export function serveApi(style: ApiStyle, handlers: AnyHandlers, validation: Validation): RequestHandler {
  const readBody = jsonBodies(style.bodyLimit);
  return (request, response, next) => {
    const arrival = arrivalOf(request);
    if (arrival.location.api !== style.api) return next();
    readBody(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error);
      const { location } = arrival;
      if (location.kind === 'nowhere') return next();
      if (!location.parameters) return next(new URIError('The address has a malformed percent-encoding.'));
      if (location.kind === 'other methods') {
        response.setHeader('Allow', location.methods.join(', '));
        return send(response, style.refuseTransport(405, `${request.method} is not allowed here.`, location.base));
      }
      const handler = handlers[location.operation.operationId] as AnyHandler;
      const answer = answerTo(style, location, handler, request);
      arrival.violations = validation.violations(arrival.profile, request, answer, location);
      if (validation.mode !== 'strict' || arrival.violations.length === 0) return send(response, answer);
      const what = `The fake has a defect: its answer ${answer.status} is not what the spec says.`;
      send(response, style.refuseTransport(500, [what, ...arrival.violations].join(' '), location.base));
    });
  };
}

function answerTo(style: ApiStyle, location: LocatedOperation, handler: AnyHandler, request: Request): Answer {
  const { workspace, profile, versions, caller, badCredentials, linksFor } = arrivalOf(request);
  const { operation, parameters, base, version: restVersion } = location;
  const { world } = workspace;
  const sent = new Set(Object.keys(request.query));
  const accepts = (types: readonly string[]) => request.accepts([...types]);
  const behaviour = style.behaviour?.(profile);
  const call = { workspace, world, root: world.root, caller, profile, versions, behaviour, restVersion, sent, accepts };
  try {
    // Wrong credentials are refused also where none are needed, but by what has no such answer: the health of an app.
    if (badCredentials && operation.statuses.includes(401)) throw new HttpError('not-authenticated');
    style.guard?.(location, call, request.query);
    checkAccess(operation, call);
    if (operation.hasBody && hasForeignBody(request.headers) && !style.readsBody?.(operation, request.body)) {
      const type = request.headers['content-type'] ?? 'absent';
      return style.refuseTransport(415, `The content type must be application/json, not ${type}.`, base);
    }
    const read = validateRequest(
      operation.operationId,
      {
        path: parameters ?? {},
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
