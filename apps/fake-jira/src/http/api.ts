import type { ApiName, LocatedOperation, Operation, Problem } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { RuleError } from '@fake-jira/world';
import type { ApiResponse } from './response.js';
import type { AnsweredRequest, AnyHandlers, RequestContext, Handlers } from './request-context.js';
import { withVersionChanges, type VersionChange } from './version-changes.js';
import type { HttpError, Refusal } from './wire-error.js';

/** How an API speaks: how it reads what is a little wrong, and how it says no. */
export interface Dialect {
  /**
   * What stands in the way of a caller beside the operation's `x-access`, where the API knows more. It comes first,
   * and leaves to `x-access` who has not signed in.
   *
   * @throws HttpError
   */
  readonly guard?: (
    location: LocatedOperation,
    call: Pick<RequestContext, 'root' | 'caller' | 'profile' | 'versions'>,
    query: Readonly<Record<string, unknown>>,
  ) => void;
  /** A broken rule or a bad request, worded as this API does. */
  readonly refuse: (
    refusal: Refusal,
    error: RuleError | HttpError,
    operation: Operation,
    request: AnsweredRequest,
  ) => ApiResponse;
  /**
   * What transport refuses, and defects of ours.
   *
   * @param message - in words of ours, for an API that has none of its own
   */
  readonly refuseTransport: (status: number, message: string, request: AnsweredRequest) => ApiResponse;
  /** Whether an operation runs without credentials, or with wrong ones, and answers as its own rules do. */
  readonly runsAnonymously?: (operation: Operation, profile: Profile) => boolean;
  /** Whether the type of a body is looked at before the caller is. */
  readonly bodyTypeFirst?: (profile: Profile) => boolean;
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
  /**
   * What a request that does not fit the spec is answered with.
   *
   * @param query - as it was sent
   */
  readonly invalid: (
    problems: readonly Problem[],
    profile: Profile,
    operation: Operation,
    query: Readonly<Record<string, unknown>>,
  ) => HttpError | RuleError;
}

/** The parts of a request, with defaults filled in and numbers read. */
export interface RequestValues {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

/**
 * An API of the fake as it is written down. Where its addresses are, its document says.
 *
 * @typeParam Replaced - operations that newer ones answer (`versionChanges`)
 */
export interface ApiDefinition<Operations, Behaviour, Replaced extends keyof Operations = never> {
  /** As people call it. */
  readonly name: string;
  /** Its document in `specs/`, without the ending. */
  readonly document: ApiName;
  readonly dialect: Dialect;
  /** What the API does in a Jira, decided once per profile (`perProfile`); handlers find it in their call. */
  readonly behaviour?: (profile: Profile) => Behaviour;
  /** What made its operations, requests and responses what they are, oldest first: handlers know the newest form only. */
  readonly versionChanges?: readonly VersionChange<keyof Operations & string, Behaviour>[];
  /** One for each operation of the document. */
  readonly handlers: Handlers<Omit<Operations, Replaced>, Behaviour>;
}

/** An API as the server has it: it calls handlers by the ids of their operations. */
export interface Api extends Pick<ApiDefinition<unknown, unknown>, 'name' | 'document' | 'dialect' | 'behaviour'> {
  readonly handlers: AnyHandlers;
}

/**
 * Defines an API: one entry of the registry.
 *
 * @example
 * export const extender = defineApi<ExtenderOperations>({
 *   name: 'Extender',
 *   document: 'extender',
 *   dialect,
 *   handlers: { ...fields, ...schemes },
 * });
 */
export function defineApi<Operations, Behaviour = unknown, Replaced extends keyof Operations = never>({
  handlers,
  versionChanges = [],
  ...rest
}: ApiDefinition<Operations, Behaviour, Replaced>): Api {
  return { ...rest, handlers: versionChanges.length > 0 ? withVersionChanges(handlers, versionChanges) : handlers };
}
