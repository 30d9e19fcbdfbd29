import type { RequestHandler } from 'express';

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
