import type { Exchange } from '../src/exchange.js';

/** An exchange with what a test is about. */
export function anExchange(given: Partial<Exchange> = {}): Exchange {
  return {
    check: 'jira-cloud/contexts: one',
    api: 'jira-cloud',
    operation: 'getContextsForField',
    role: 'administrator',
    method: 'GET',
    path: '/rest/api/3/field/customfield_10017/context',
    requestBody: undefined,
    status: 200,
    headers: { 'content-type': 'application/json', date: 'Thu, 02 Jan 2025 10:00:00 GMT' },
    body: { values: [] },
    violations: [],
    ...given,
  };
}
