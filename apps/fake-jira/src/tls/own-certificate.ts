import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate with its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const day = 24 * 60 * 60 * 1000;

/**
 * A certificate of the fake's own, which is its own authority: whoever trusts it trusts the fake.
 *
 * @param names - hosts and addresses for which it is, beside loopback
 * @param now - it begins a day before, for clocks that are behind
 */
export async function ownCertificate(names: readonly string[], now: number): Promise<Certificate> {
  const { generate } = await import('selfsigned');
  const altNames = allNames(names).map((name) =>
    isIP(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name },
  );
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'fake-jira' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + 365 * day),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { cert, key };
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
