import type { LocatedExchange } from '../located.js';
import { isObject, textIn as text, type Json } from '../read/json.js';
import { readConfiguration } from './configuration.js';
import { lookThrough, nothingSeen, type Seen } from './seen.js';

/** What the answers of an instance show of it; where two differ, the later one holds. */
export function seenIn(exchanges: readonly LocatedExchange[]): Seen {
  const seen = nothingSeen();
  for (const exchange of exchanges) addAnswer(exchange, seen);
  return seen;
}

/** Adds what an answer shows. A refusal shows nothing. */
export function addAnswer({ exchange, location, query }: LocatedExchange, seen: Seen): void {
  const { status = 0, response } = exchange;
  if (status < 200 || status > 299) return;
  const { body } = response;
  lookThrough(body, seen);
  for (const issue of issuesIn(body)) seen.issues.push(issue);
  readConfiguration(location.operation.operationId, { seen, path: location.parameters ?? {}, query, body });
}

/** What one body alone shows, whatever was asked. */
export function seenInBody(body: unknown): Seen {
  const seen = nothingSeen();
  lookThrough(body, seen);
  if (isObject(body)) seen.issues.push(body);
  return seen;
}

function issuesIn(body: unknown): Json[] {
  if (!isObject(body)) return [];
  if (text(body['key']) !== undefined && isObject(body['fields'])) return [body];
  const { issues } = body;
  return Array.isArray(issues) ? issues.filter(isObject) : [];
}
