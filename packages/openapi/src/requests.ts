import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { perProfile, type Profile } from '@fake-jira/profile';
import type { ValidateFunction } from 'ajv';
import type { OperationId } from './generated/registry.js';
import { operation } from './operations.js';
import type { BodyOf, PathOf, QueryOf } from './operation-types.js';
import { problemsOf, type Problem, type RequestPart } from './problems.js';
import { formsOf } from './profile-forms.js';
import type { ApiName } from './table.js';
import { tableOf } from './table.js';
import type { BodyValidators, ParameterValidators, RequestChecks } from './validator-table.js';

/** A request as it came in: texts in path and query, parsed JSON as the body (undefined: none). */
export interface IncomingRequest {
  readonly path: Readonly<Record<string, string>>;
  /** A value per parameter, or a list for one that is repeated. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** Whether a list can come in one value with commas wherever a parameter is a list. */
  readonly splitLists?: boolean;
  /** Whether a text that is given several times is one text, with commas between. */
  readonly joinTexts?: boolean;
}

/** A request that its operation allows: coerced, and with the defaults of its parameters. */
export interface ValidRequest<Id extends OperationId> {
  readonly ok: true;
  readonly path: PathOf<Id>;
  readonly query: QueryOf<Id>;
  readonly body: BodyOf<Id>;
}

/**
 * A request that its operation does not allow, with everything that is wrong, and what could be read of it: a caller
 * may let a problem pass.
 */
export interface InvalidRequest {
  readonly ok: false;
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
  readonly problems: readonly Problem[];
}

/**
 * Checks a request against the newest form of its operation, or against the form that a profile has. Path and query are coerced (`"5"` to 5, one value to a
 * list), get their defaults, and what the query has besides is dropped; the body is only checked. Nothing that was
 * handed in is changed.
 *
 * @param profile where the form is that of its versions and answers; without it, the newest that any profile has
 * @example
 * const request = validateRequest('createCustomField', { path: {}, query: {}, body: { name: 'Browsers' } });
 * if (!request.ok) console.log(request.problems[0]?.message); // type is required
 */
export function validateRequest<Id extends OperationId>(
  operationId: Id,
  request: IncomingRequest,
  profile?: Profile,
): ValidRequest<Id> | InvalidRequest {
  const checks = profile ? checksIn(profile)(operationId) : newestChecks(operationId);
  return checkRequest(checks, request) as ValidRequest<Id> | InvalidRequest;
}

const checksIn = perProfile((profile) => {
  const known = new Map<OperationId, RequestChecks>();
  return (operationId: OperationId): RequestChecks => {
    const found = known.get(operationId) ?? ownChecks(profile, operationId) ?? newestChecks(operationId);
    known.set(operationId, found);
    return found;
  };
});

/** The checks of a profile's own form, if it can have one at all. */
function ownChecks(profile: Profile, operationId: OperationId): RequestChecks | undefined {
  const api = operation(operationId).api as ApiName;
  if (!tableOf(api).formDependsOnProfile.has(operationId)) return undefined;
  return formsOf(api, profile).checks(operationId);
}

function newestChecks(operationId: OperationId): RequestChecks {
  const { api, bodyRequired } = operation(operationId);
  const { parameters, bodies } = validatorsOf(api as ApiName);
  return { ...parameters[operationId]!, ...bodies[operationId]!, bodyRequired };
}

/** A request after its check: coerced and with defaults as far as it could be read, whether or not it is allowed. */
export interface CheckedRequest {
  readonly ok: boolean;
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
  /** Everything that is wrong; empty where it is `ok`. */
  readonly problems: readonly Problem[];
}

/** {@link validateRequest} without the look-up of the operation. */
export function checkRequest(
  checks: RequestChecks,
  request: Omit<IncomingRequest, 'path'> & { readonly path: object },
): CheckedRequest {
  // Ajv coerces in place: what the caller handed in stays as it is.
  const path: Record<string, unknown> = { ...request.path };
  const query = knownQuery(checks, request);
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
  { queryNames, commaLists, lists, texts, booleans }: ParameterValidators,
  { query, splitLists = false, joinTexts = false }: Omit<IncomingRequest, 'path'>,
): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const name of queryNames) {
    const value = query[name];
    if (value === undefined) continue;
    if ((splitLists ? lists : commaLists).includes(name)) {
      known[name] = [value].flat().flatMap((text) => (typeof text === 'string' ? text.split(',') : text));
    } else if (joinTexts && texts.includes(name) && isListOfTexts(value)) known[name] = value.join(',');
    else if (booleans.includes(name)) known[name] = inLowerCase(value);
    else known[name] = structuredClone(value);
  }
  return known;
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

/** Java reads a boolean in any case: clients in Python send `True`. */
function inLowerCase(value: unknown): unknown {
  return typeof value === 'string' && /^(true|false)$/i.test(value) ? value.toLowerCase() : structuredClone(value);
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

/** The compiled checks of all requests of an API, in the newest form. */
interface Validators {
  readonly parameters: Readonly<Record<string, ParameterValidators>>;
  readonly bodies: Readonly<Record<string, BodyValidators>>;
}

const loaded = new Map<ApiName, Validators>();

/**
 * The compiled checks of an API, loaded at its first request: an API that is never asked costs nothing.
 * A bundler has to put `generated/validators/` beside the bundle.
 */
function validatorsOf(api: ApiName): Validators {
  const known = loaded.get(api);
  if (known !== undefined) return known;
  const require = createRequire(import.meta.url);
  const load = (part: string): unknown =>
    (
      require(fileURLToPath(new URL(`./generated/validators/${api}.${part}.cjs`, import.meta.url))) as {
        validators: unknown;
      }
    ).validators;
  const validators = { parameters: load('parameters'), bodies: load('bodies') } as Validators;
  loaded.set(api, validators);
  return validators;
}
