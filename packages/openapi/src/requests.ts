import type { Profile } from '@fake-jira/profile';
import type { RequestChecks } from './check-request.js';
import type { OperationId } from './generated/registry.js';
import { operation } from './operations.js';
import type { BodyOf, PathOf, QueryOf } from './operation-types.js';
import type { Problem } from './problems.js';
import { checkRequest } from './check-request.js';
import { formsOf } from './profile-forms.js';
import type { ApiName } from './table.js';
import { tableOf } from './table.js';
import { validatorsOf } from './validators.js';

/** A request as it came in: texts in path and query, parsed JSON as the body (undefined: none). */
export interface IncomingRequest {
  readonly path: Readonly<Record<string, string>>;
  /** A value per parameter, or a list for one that is repeated. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** Whether a list can come in one value with commas wherever a parameter is a list. */
  readonly splitLists?: boolean;
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
  const checks = (profile && checksIn(profile, operationId)) ?? newestChecks(operationId);
  return checkRequest(checks, request) as ValidRequest<Id> | InvalidRequest;
}

/** The checks of a profile's own form, if it can have one at all. */
function checksIn(profile: Profile, operationId: OperationId): RequestChecks | undefined {
  const api = operation(operationId).api as ApiName;
  if (!tableOf(api).formDependsOnProfile.has(operationId)) return undefined;
  return formsOf(api, profile).checks(operationId);
}

function newestChecks(operationId: OperationId): RequestChecks {
  const { api, bodyRequired } = operation(operationId);
  const { parameters, bodies } = validatorsOf(api as ApiName);
  return { ...parameters[operationId]!, ...bodies[operationId]!, bodyRequired };
}
