import type { Request, RequestHandler } from 'express';

const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Whether only this machine reaches an address: a name or an IP, without a port. */
export function isLoopback(host: string): boolean {
  return loopback.has(host.toLowerCase()) || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Refuses requests whose `Host` is neither loopback nor allowed, so that a web page cannot reach the fake under a name
 * that it made point here.
 */
export function checkHost(allowedHosts: readonly string[]): RequestHandler {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  return (request, response, next) => {
    const name = (request.get('host') ?? 'localhost').toLowerCase().replace(/:\d+$/, '');
    if (isLoopback(name) || allowed.has(name)) return next();
    response.status(403).json({
      message: `The fake does not answer for the host "${name}". Start it with --allowed-host ${name} if it should.`,
    });
  };
}

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
