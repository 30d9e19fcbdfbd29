import { registry } from './generated/registry.js';
import type { OperationId } from './generated/registry.js';
import type { ErrorOutcome, Operation } from './operation.js';
import type { ApiName, ErrorForm } from './table.js';
import { tableOf } from './table.js';

/** The names of all documents. */
export const apiNames = Object.keys(registry) as ApiName[];

const byId = new Map<string, Operation<OperationId>>();

/**
 * The operations of an API in the order of its document, those of older versions included.
 *
 * @example operations('jira-cloud').filter(({ access }) => access === 'administrator')
 */
export function operations(api: ApiName): readonly Operation<OperationId>[] {
  return tableOf(api).operations;
}

/**
 * One operation.
 *
 * @throws {RangeError} when no document has it
 * @example operation('createCustomField').path; // '/rest/api/3/field'
 */
export function operation(operationId: OperationId): Operation<OperationId> {
  const found = byId.get(operationId) ?? search(operationId);
  if (found === undefined) throw new RangeError(`no document of specs/ has an operation "${operationId}"`);
  return found;
}

function search(operationId: string): Operation<OperationId> | undefined {
  for (const api of apiNames) {
    const found = operations(api).find((one) => one.operationId === operationId);
    if (found === undefined) continue;
    byId.set(operationId, found);
    return found;
  }
  return undefined;
}

/**
 * The answers to broken rules, by code, for operations of an API that name none of their own. Of several, the first
 * that holds in the profile is meant: `errorOutcome` finds it.
 */
export function defaultErrors(api: ApiName): Readonly<Record<string, readonly ErrorOutcome[]>> {
  return tableOf(api).defaultErrors;
}

/** What stands around the sentence of an error that names a property; undefined where an API has no such form. */
export function errorForm(api: ApiName): ErrorForm | undefined {
  return tableOf(api).errorForm;
}
