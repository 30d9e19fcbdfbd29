import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from '../exchange.js';

/** Operations that are asked again and again until something has ended. */
const polled: ReadonlySet<string> = new Set([
  'getTask',
  'editorListJobs',
  'editorListMigrationTasks',
  'editorListMigrationTasksBefore20',
  'editorGetDataStorage',
]);

/** The exchanges without the answers on the way: how many there were depends on how fast an instance is. */
export function withoutPolls(exchanges: readonly Exchange[]): Exchange[] {
  return exchanges.filter((exchange, at) => {
    const next = exchanges[at + 1];
    return next === undefined || !polled.has(exchange.operation ?? '') || !isSameRequest(exchange, next);
  });
}

function isSameRequest(one: Exchange, other: Exchange): boolean {
  const asked = ({ operation, role, method, path, requestBody, status }: Exchange) => [
    operation,
    role,
    method,
    path,
    requestBody,
    status,
  ];
  return isDeepStrictEqual(asked(one), asked(other));
}
