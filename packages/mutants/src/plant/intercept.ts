import type { Response } from 'express';
import type { WireAnswer } from './act.js';

/**
 * Lets an answer be changed when it is complete, before any of it is sent. Where `change` returns nothing, somebody
 * else answers.
 */
export function interceptAnswer(response: Response, change: (answer: WireAnswer) => WireAnswer | undefined): void {
  // Every response is written by one call of `end`.
  response.end = ((bytes?: Buffer) => {
    Reflect.deleteProperty(response, 'end');
    const { 'content-length': _, ...headers } = headersOf(response);
    const isJson = /[/+]json\b/.test(headers['content-type'] ?? '');
    const text = bytes?.toString();
    const body: unknown = text !== undefined && isJson ? JSON.parse(text) : text;
    const changed = change({ status: response.statusCode, headers, body });
    return changed === undefined ? response : write(response, changed);
  }) as Response['end'];
}

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]));
}

/** Takes everything off that was set for an answer. */
export function clearAnswer(response: Response): void {
  response.status(200);
  for (const name of response.getHeaderNames()) response.removeHeader(name);
}

function write(response: Response, { status, headers, body }: WireAnswer): Response {
  clearAnswer(response);
  response.status(status).set(headers);
  if (body === undefined) return response.end();
  return typeof body === 'string' ? response.send(body) : response.json(body);
}
