import { locate, type OperationId } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import { contractApis } from '../checks/index.js';

/**
 * The operation that a request by hand was meant for: of what a run makes for itself, too, it is to be told what an id in
 * it is the id of, and whether a document says that it changes.
 *
 * @param path - with or without a query
 */
export function operationAt(method: string, path: string, profile: Profile): OperationId | null {
  const location = locate(profile, method, path.split('?', 1)[0] as string);
  return location.kind === 'operation' && (contractApis as readonly string[]).includes(location.api)
    ? location.operation.operationId
    : null;
}
