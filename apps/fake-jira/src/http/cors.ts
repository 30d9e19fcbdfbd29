import type { RequestHandler } from 'express';
import { trustPage } from './gate.js';

/** The control API takes the address of one workspace too. */
const control = /^(?:\/w\/[^/?]*)?\/_fake(?:[/?]|$)/;

/**
 * Lets web pages of some origins call the mirrored APIs: with credentials, and with any header. The control API answers
 * none of them.
 *
 * @param origins - such as `http://localhost:5173`
 * @throws RangeError for what is no origin
 */
export function letPagesIn(origins: readonly string[]): RequestHandler {
  for (const origin of origins) requireOrigin(origin);
  const known = new Set(origins);
  return (request, response, next) => {
    const origin = request.get('origin');
    if (origin === undefined || !known.has(origin) || control.test(request.url)) return next();
    trustPage(request);
    response.vary('Origin');
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Expose-Headers', 'Location, Retry-After, X-Fake-Jira');
    const method = request.get('access-control-request-method');
    if (request.method !== 'OPTIONS' || method === undefined) return next();
    response.setHeader('Access-Control-Allow-Methods', method);
    response.setHeader('Access-Control-Allow-Headers', request.get('access-control-request-headers') ?? '*');
    response.status(204).end();
  };
}

function requireOrigin(value: string): void {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.origin === value) return;
  const like = url && url.origin !== 'null' ? url.origin : 'http://localhost:5173';
  throw new RangeError(`"${value}" is no origin of a web page. Write one like ${like}.`);
}
