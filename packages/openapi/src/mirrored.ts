import { addRoute, createRouter, findRoute } from 'rou3';
import { possibleAddresses } from './locate.js';
import { apiNames, operations } from './operations.js';

let known: ReturnType<typeof createRouter> | undefined;

/**
 * Whether any profile has an operation at an address, whatever its method: else it is one that nothing here knows of.
 *
 * @param path - below host, workspace and context path; without a query
 */
export function isMirrored(path: string): boolean {
  known ??= everyAddress();
  return findRoute(known, '', versionless(path)) !== undefined;
}

function everyAddress(): ReturnType<typeof createRouter> {
  const router = createRouter();
  for (const api of apiNames)
    for (const { operationId } of operations(api))
      for (const path of possibleAddresses(operationId))
        addRoute(router, '', versionless(path).replace(/\{(\w+)\}/g, ':$1'), true);
  return router;
}

/** Every version of Jira's own API as the same one: which a Jira has, its profile says. */
function versionless(path: string): string {
  return path.replace(/^\/rest\/api\/(?:\d+|latest)(?=\/)/, '/rest/api/2');
}
