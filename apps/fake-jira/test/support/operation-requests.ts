import { operation, type BodyOf, type OperationId } from '@fake-jira/openapi';
import type { TestUser } from './jira.js';

/** What a request has besides its operation. */
export interface OperationRequest<Id extends OperationId = OperationId> {
  /** Values for the variables of the address. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: BodyOf<Id>;
}

/** A request as it is sent. */
export interface WireRequest {
  readonly method: keyof TestUser;
  readonly address: string;
  readonly body: unknown;
}

/**
 * A request of an operation: the usual one, with what is given in place of its parts.
 *
 * @example requestOf('createCustomField', usual, { body: { name: '', type: 'select' } })
 */
export function requestOf<Id extends OperationId>(
  id: Id,
  usual: OperationRequest,
  given: OperationRequest<Id> = {},
): WireRequest {
  const { method, path: template } = operation(id);
  const path = { ...usual.path, ...given.path };
  const address = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] as string));
  const query = given.query ?? usual.query;
  return {
    method: method.toLowerCase() as keyof TestUser,
    address: query === undefined ? address : `${address}?${query}`,
    body: given.body ?? usual.body,
  };
}
