import { isIP } from 'node:net';
import { generate } from 'selfsigned';

/** A certificate with its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Makes a certificate that is its own authority. Loaded when one is made: what it takes is a third of the size of all else.
 *
 * @param names - hosts and addresses for which it is
 * @param now - it begins a day before, for clocks that are behind
 */
export async function makeCertificate(names: readonly string[], now: number): Promise<Certificate> {
  const altNames = names.map((name) =>
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
