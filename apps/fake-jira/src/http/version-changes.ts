import { meets, perProfile, type Condition } from '@fake-jira/profile';
import type { Answer } from './answer.js';
import type { AnyHandler, AnyHandlers, Call, Handlers } from './call.js';

/** A request in whichever form: the types know the newest one only. */
export interface RequestForm {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Makes the form of a request after a change out of the one before it. */
export type RequestChange<Behaviour> = (request: RequestForm, behaviour: Behaviour) => RequestForm;

/** Makes the form of a body before a change out of the one after it. */
export type ResponseChange<Behaviour> = (body: unknown, call: Call<unknown, Behaviour>) => unknown;

/** One line of an API's history: the operations whose requests or responses had another form before. */
export interface VersionChange<Operation extends string, Behaviour> {
  /** Where the older form holds. */
  readonly where: Condition;
  readonly request?: { readonly [Id in Operation]?: RequestChange<Behaviour> };
  readonly response?: { readonly [Id in Operation]?: ResponseChange<Behaviour> };
}

/**
 * Handlers of the newest form, that take and give the form of each profile.
 *
 * @param changes - the history, oldest line first: a request goes through it in this order, a response backwards.
 *   Refusals have their history in the document
 */
export function withVersionChanges<Operations, Behaviour>(
  handlers: Handlers<Operations, Behaviour>,
  changes: readonly VersionChange<keyof Operations & string, Behaviour>[],
): AnyHandlers {
  const changesIn = perProfile((profile) => changes.filter(({ where }) => meets(where, profile)));
  return Object.fromEntries(
    Object.entries<AnyHandler>(handlers).map(([name, handler]) => {
      const id = name as keyof Operations & string;
      const changed: AnyHandler = (call: Call<never, Behaviour>) => {
        const older = changesIn(call.profile);
        let request: RequestForm = call;
        for (const change of older) request = change.request?.[id]?.(request, call.behaviour) ?? request;
        const response = handler(older.length === 0 ? call : ({ ...call, ...request } as Call<never, never>));
        return older.reduceRight((answer: Answer, { response: change }) => {
          const before = change?.[id];
          return before ? { ...answer, body: before(answer.body, call) } : answer;
        }, response);
      };
      return [name, changed];
    }),
  );
}
