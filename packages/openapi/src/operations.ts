import { registry } from './generated/registry.js';
import type { OperationId } from './generated/registry.js';
import type { ErrorOutcome, Operation } from './operation.js';

/** A document of `specs/`, by its file name without the ending. */
export type ApiName = keyof typeof registry;

/** The names of all documents. */
export const apiNames = Object.keys(registry) as ApiName[];

const byId: ReadonlyMap<string, Operation<OperationId>> = new Map(
  apiNames.flatMap((api) => operations(api)).map((one) => [one.operationId, one]),
);

/**
 * The operations of an API in the order of its document, those of older versions included.
 *
 * @example operations('jira-cloud').filter(({ access }) => access === 'administrator')
 */
export function operations(api: ApiName): readonly Operation<OperationId>[] {
  return registry[api].operations;
}

/**
 * One operation.
 *
 * @throws {RangeError} when no document has it
 * @example operation('createCustomField').path; // '/rest/api/3/field'
 */
export function operation(operationId: OperationId): Operation<OperationId> {
  const found = byId.get(operationId);
  if (found === undefined) throw new RangeError(`no document of specs/ has an operation "${operationId}"`);
  return found;
}

/** The answers to broken rules, by code, for operations of an API that name none of their own. */
export function defaultErrors(api: ApiName): Readonly<Record<string, ErrorOutcome>> {
  return registry[api].defaultErrors;
}
