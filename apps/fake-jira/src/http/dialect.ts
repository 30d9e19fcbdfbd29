import type { LocatedOperation, Operation, Problem } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { RuleError } from '@fake-jira/world';
import type { AnsweredRequest, RequestContext } from './request-context.js';
import type { ApiResponse } from './response.js';
import { HttpError, textsOf, type Refusal } from './wire-error.js';

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
    body: unknown,
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
  /** What an address says to a method that none of its operations has, in place of 405. */
  readonly otherMethod?: (methods: readonly string[], request: AnsweredRequest) => ApiResponse | undefined;
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
  /** Whether a query parameter that is one text, and is given several times, is one text with commas. */
  readonly joinsTexts?: boolean;
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

/** Says no with a message, and lets nothing pass that the spec does not allow. */
export const plainDialect: Dialect = {
  refuse(refusal, error) {
    const { status } = refusal;
    const headers = error.code === 'not-authenticated' ? { 'WWW-Authenticate': 'Basic realm="Jira"' } : undefined;
    return {
      status,
      ...(headers && { headers }),
      body: { message: refusal.text === null ? null : textsOf(refusal).join('; ') },
    };
  },
  refuseTransport: (status, message) => ({ status, body: { message } }),
  splitsLists: () => false,
  tolerates: () => false,
  invalid: (problems) =>
    new HttpError('request-invalid', { reason: problems.map(({ message }) => `${message}.`).join(' ') }),
};
