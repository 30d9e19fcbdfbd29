import type { Request, RequestHandler } from 'express';

/**
 * Whether a web page of another origin sends a request. Browsers say where one comes from: in `Sec-Fetch-Site` always,
 * in `Origin` where it writes or reads across origins. Another port of this machine is the same site and yet another
 * origin.
 */
export function isFromAnotherOrigin(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = request.get('origin');
  return origin !== undefined && origin.toLowerCase() !== `${request.protocol}://${request.get('host')}`.toLowerCase();
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses to write for a web page of another origin: with `--auth any` it would need no credentials, and a browser that
 * has some sends them by itself.
 */
export const refuseForeignWrites: RequestHandler = (request, response, next) => {
  if (reading.has(request.method) || !isFromAnotherOrigin(request)) return next();
  response.status(403).json({ message: 'The fake takes nothing from a web page of another origin.' });
};
