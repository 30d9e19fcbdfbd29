import type { World } from '@fake-jira/world';
import type { Request } from 'express';
import { contextOf } from './request-context.js';

/** What a middleware can know of a request beside Express's own. */
export interface RequestView {
  /** Name of the workspace that the request has entered. */
  readonly workspace: string;
  /** Its world: `root` reads it, `write` changes it, `restore` goes back to a root that was read earlier. */
  readonly world: World;
  /** Below the workspace and the context path, with its query, in which secrets are masked. */
  readonly address: string;
  /** Log-in name of the caller; `null`: nobody has signed in, or wrongly. */
  readonly user: string | null;
  /** Which operation it is for; `undefined` where the profile has none at the address. */
  readonly operationId: string | undefined;
  /** The variables of the operation's address. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * What is known of a request in a middleware of `createApp`, which runs once the workspace and the caller are found.
 *
 * @throws Error for a request that no fake has seen
 * @example
 * const tellOperations: RequestHandler = (request, response, next) => {
 *   response.once('finish', () => console.log(requestView(request).operationId));
 *   next();
 * };
 */
export function requestView(request: Request): RequestView {
  const { workspace, address, caller, location } = contextOf(request);
  return {
    workspace: workspace.name,
    world: workspace.world,
    address,
    user: caller.user?.name ?? null,
    operationId: location.kind === 'operation' ? location.operation.operationId : undefined,
    parameters: (location.kind === 'operation' && location.parameters) || {},
  };
}
