import type { Request, RequestHandler } from 'express';
import type { SiteOf } from './links.js';

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
 *
 * @param publicSite - the address by which the sender knows the fake
 */
export function isFromAnotherOrigin(request: Request, publicSite: string): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = request.get('origin');
  const isOf = (site: string) => `${site}/`.toLowerCase().startsWith(`${origin?.toLowerCase()}/`);
  return origin !== undefined && !isOf(publicSite) && !isOf(`${request.protocol}://${request.get('host')}`);
}

const fromTrustedPages = new WeakSet<Request>();

/** Notes that a request comes from a web page that the fake was told to answer. */
export function trustPage(request: Request): void {
  fromTrustedPages.add(request);
}

export function isFromTrustedPage(request: Request): boolean {
  return fromTrustedPages.has(request);
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses to write for a web page of another origin: with `--auth any` it would need no credentials, and a browser that
 * has some sends them by itself.
 */
export function refuseForeignWrites(siteOf: SiteOf): RequestHandler {
  return (request, response, next) => {
    if (reading.has(request.method) || isFromTrustedPage(request)) return next();
    if (!isFromAnotherOrigin(request, siteOf(request))) return next();
    response.status(403).json({ message: 'The fake takes nothing from a web page of another origin.' });
  };
}
