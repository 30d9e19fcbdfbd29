import type { ValidateFunction } from 'ajv';
import type { Problem, RequestPart } from './problems.js';
import { problemsOf } from './problems.js';
import type { BodyValidators, ParameterValidators } from './validator-table.js';

/** All that a request is checked with. */
export type RequestChecks = ParameterValidators & BodyValidators & { readonly bodyRequired: boolean };

/** A request after its check: coerced and with defaults as far as it could be read, whether or not it is allowed. */
export interface CheckedRequest {
  readonly ok: boolean;
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
  /** Everything that is wrong; empty where it is `ok`. */
  readonly problems: readonly Problem[];
}

/** `validateRequest` without the look-up of the operation. */
export function checkRequest(
  checks: RequestChecks,
  request: {
    readonly path: object;
    readonly query: Readonly<Record<string, unknown>>;
    readonly body?: unknown;
    readonly splitLists?: boolean;
  },
): CheckedRequest {
  // Ajv coerces in place: what the caller handed in stays as it is.
  const path: Record<string, unknown> = { ...request.path };
  const query = knownQuery(checks, request.query, request.splitLists ?? false);
  for (const name of checks.integers) {
    if (name in path) path[name] = plainInteger(path[name]);
    if (name in query) query[name] = plainInteger(query[name]);
  }
  const problems = [
    ...failures('path', checks.path, path),
    ...failures('query', checks.query, query),
    ...bodyProblems(checks, request.body),
  ];
  return { ok: problems.length === 0, path, query, body: request.body, problems };
}

function knownQuery(
  { queryNames, commaLists, lists }: ParameterValidators,
  query: Readonly<Record<string, unknown>>,
  splitLists: boolean,
): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const name of queryNames) {
    const value = query[name];
    if (value === undefined) continue;
    known[name] = (splitLists ? lists : commaLists).includes(name)
      ? [value].flat().flatMap((text) => (typeof text === 'string' ? text.split(',') : text))
      : structuredClone(value);
  }
  return known;
}

const int64 = 2n ** 63n;

/**
 * A whole number as it may be written in an address; in place of anything else, a text that Ajv refuses. By itself Ajv
 * takes whatever JavaScript can make a number of, such as `1e3`, `0x10` and ` 1`.
 */
function plainInteger(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainInteger);
  if (typeof value !== 'string') return value;
  if (!/^-?\d{1,19}$/.test(value)) return 'no integer';
  const number = BigInt(value);
  return number < -int64 || number >= int64 ? 'no integer' : value;
}

function bodyProblems({ body: validate, bodyRequired }: RequestChecks, body: unknown): Problem[] {
  if (validate === undefined) return [];
  if (body !== undefined) return failures('body', validate, body);
  return bodyRequired ? [{ in: 'body', pointer: '', keyword: 'required', message: 'a JSON body is required' }] : [];
}

function failures(part: RequestPart, validate: ValidateFunction | undefined, data: unknown): Problem[] {
  if (validate === undefined || validate(data)) return [];
  return problemsOf(part, validate.errors ?? []);
}
