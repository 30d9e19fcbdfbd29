import { meets, perProfile, type Condition } from '@fake-jira/profile';
import type { ApiResponse } from './response.js';
import type { AnyHandler, AnyHandlers, RequestContext, Handlers } from './request-context.js';

/** A request in whichever form: the types know the newest one only. */
export interface RequestForm {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Makes the form of a request after a change out of the one before it. */
export type RequestChange<Behaviour> = (request: RequestForm, call: RequestContext<unknown, Behaviour>) => RequestForm;

/** Makes the form of a body before a change out of the one after it. */
export type ResponseChange<Behaviour> = (body: unknown, call: RequestContext<unknown, Behaviour>) => unknown;

/** One line of an API's history: which operations were others, or had requests or responses of another form. */
export interface VersionChange<Id extends string, Behaviour> {
  /** Where the older form holds. */
  readonly where: Condition;
  /** The operation that an older one became. */
  readonly replaced?: { readonly [Older in Id]?: Id };
  readonly request?: { readonly [Operation in Id]?: RequestChange<Behaviour> };
  readonly response?: { readonly [Operation in Id]?: ResponseChange<Behaviour> };
}

/**
 * Handlers of the newest form, that take and give the form of each profile.
 *
 * @param changes - the history, oldest line first: a request goes through it in this order, a response backwards.
 *   Refusals have their history in the document
 */
export function withVersionChanges<Newest, Id extends string, Behaviour>(
  handlers: Handlers<Newest, Behaviour>,
  changes: readonly VersionChange<Id, Behaviour>[],
): AnyHandlers {
  const newest: AnyHandlers = handlers;
  const changed = (id: Id, handler: AnyHandler): AnyHandler => {
    const own = changes.filter(({ request, response }) => request?.[id] ?? response?.[id]);
    if (own.length === 0) return handler;
    const changesIn = perProfile((profile) => own.filter(({ where }) => meets(where, profile)));
    return (call) => {
      const older = changesIn(call.profile);
      if (older.length === 0) return handler(call);
      let request: RequestForm = call;
      for (const change of older) request = change.request?.[id]?.(request, call) ?? request;
      const response = handler({ ...call, ...request } as unknown as RequestContext<never, never>);
      return older.reduceRight((answer: ApiResponse, { response: change }) => {
        const before = change?.[id];
        return before ? { ...answer, body: before(answer.body, call) } : answer;
      }, response);
    };
  };
  const replaced = changes.flatMap((change) => Object.entries<string>({ ...change.replaced }));
  return Object.fromEntries(
    [...Object.keys(newest).map((id) => [id, id] as const), ...replaced].map(([id, became]) => [
      id,
      changed(id as Id, newest[became] as AnyHandler),
    ]),
  );
}

/** One change of several operations. */
export function ofEach<Id extends string, Change>(
  ids: readonly Id[],
  change: Change,
): { readonly [One in Id]?: Change } {
  return Object.fromEntries(ids.map((id) => [id, change])) as { [One in Id]?: Change };
}

type Member = readonly [key: string, value: unknown];

/** A body with its members rewritten, or left out, at every depth: those below a member before itself. */
export function rewritten(body: unknown, member: (key: string, value: unknown) => Member | undefined): unknown {
  if (Array.isArray(body)) return body.map((entry) => rewritten(entry, member));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => {
      const found = member(key, rewritten(value, member));
      return found ? [found] : [];
    }),
  );
}

/** {@link rewritten} without members of these names. */
export const without =
  (...names: readonly string[]) =>
  (body: unknown): unknown =>
    rewritten(body, (key, value) => (names.includes(key) ? undefined : [key, value]));
