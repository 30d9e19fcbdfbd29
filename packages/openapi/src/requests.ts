import { registry } from './generated/registry.js';
import type { OperationId } from './generated/registry.js';
import { operation } from './operations.js';
import type { BodyOf, PathOf, QueryOf } from './operation-types.js';
import type { Problem } from './problems.js';
import type { BodyValidators, ParameterValidators } from './validator-table.js';
import { checkRequest } from './check-request.js';

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
 * Checks a request against the newest form of its operation. Path and query are coerced (`"5"` to 5, one value to a
 * list), get their defaults, and what the query has besides is dropped; the body is only checked. Nothing that was
 * handed in is changed.
 *
 * @example
 * const request = validateRequest('createCustomField', { path: {}, query: {}, body: { name: 'Browsers' } });
 * if (!request.ok) console.log(request.problems[0]?.message); // type is required
 */
export function validateRequest<Id extends OperationId>(
  operationId: Id,
  request: IncomingRequest,
): ValidRequest<Id> | InvalidRequest {
  const { api, bodyRequired } = operation(operationId);
  const tables = registry[api as keyof typeof registry];
  const parameters: ParameterValidators = tables.parameters[operationId]!;
  const bodies: BodyValidators = tables.bodies[operationId]!;
  return checkRequest({ ...parameters, ...bodies, bodyRequired }, request) as ValidRequest<Id> | InvalidRequest;
}
