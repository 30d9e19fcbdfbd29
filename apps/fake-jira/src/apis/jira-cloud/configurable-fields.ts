import { requireConfigurableField } from '@fake-jira/world';
import type { AnyHandler, RequestContext } from '../../http/request-context.js';

/**
 * Handlers of what belongs to the contexts of a field, for the fields that have some to configure: those of
 * team-managed projects have none (recorded of Cloud).
 */
export function ofConfigurableFields<Handlers extends object>(handlers: Handlers): Handlers {
  return Object.fromEntries(
    Object.entries(handlers as Readonly<Record<string, AnyHandler>>).map(([id, handler]): [string, AnyHandler] => [
      id,
      (call) => {
        const { root, path } = call as RequestContext<{ parameters: { path: { fieldId: string } } }>;
        requireConfigurableField(root, path.fieldId);
        return handler(call);
      },
    ]),
  ) as Handlers;
}
