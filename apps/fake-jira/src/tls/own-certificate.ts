import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Certificate } from './make-certificate.js';

export type { Certificate } from './make-certificate.js';

const day = 24 * 60 * 60 * 1000;

/**
 * A certificate of the fake's own, which is its own authority: whoever trusts it trusts the fake.
 *
 * @param names - hosts and addresses for which it is, beside loopback
 */
export async function ownCertificate(names: readonly string[], now: number): Promise<Certificate> {
  const { makeCertificate } = await import('./make-certificate.js');
  return makeCertificate(allNames(names), now);
}

/** Whether a certificate is for all of some names, and for the next day at least. */
export function isFor({ cert }: Pick<Certificate, 'cert'>, names: readonly string[], now: number): boolean {
  const certificate = new X509Certificate(cert);
  const fits = (name: string) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined;
  return Date.parse(certificate.validTo) > now + day && allNames(names).every(fits);
}

function allNames(names: readonly string[]): string[] {
  return [...new Set(['localhost', '127.0.0.1', '::1', ...names])];
}
