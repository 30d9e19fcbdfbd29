import type { LocatedExchange } from '../located.js';
import type { AskedFake } from './asked-fake.js';
import type { Scene } from './scenes.js';
import { send, type Answer } from './send.js';

/** Why the fake cannot be asked the same; undefined where it can. */
export function whyNotAsked({ exchange, location, path }: LocatedExchange): string | undefined {
  if (exchange.status === undefined) return 'The file does not show what was answered.';
  if (/[{}]|%7B/i.test(path)) return 'The file does not show the whole address.';
  if (exchange.status >= 500) return 'A failure inside of Jira, which no request provokes at will.';
  if (exchange.status === 429) return 'How much is too much is an instance’s own.';
  const needsBody = location.operation.hasBody && !exchange.request.bodyIsKnown;
  return needsBody ? 'The file does not show the body of the request.' : undefined;
}

/** Path and query of an exchange, below the instance. */
export function addressOf({ path, query }: LocatedExchange): string {
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Asks a fake what somebody has asked an instance, as whoever it is in a scene. */
export function ask(located: LocatedExchange, { headers }: Scene, { url }: AskedFake): Promise<Answer> {
  const { request, method } = located.exchange;
  const { body } = request;
  const sent = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const accept = request.headers['accept'];
  return send(url, {
    method,
    path: addressOf(located),
    headers: {
      ...headers,
      ...(accept !== undefined && { accept }),
      ...(sent !== undefined && { 'content-type': request.headers['content-type'] ?? 'application/json' }),
    },
    ...(sent !== undefined && { body: sent }),
  });
}
