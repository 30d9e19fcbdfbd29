import { createSecureContext } from 'node:tls';
import type { OptionForm } from '../given/options.js';
import { UsageError } from '../given/usage-error.js';
import type { Certificate } from './own-certificate.js';

/** Whether a fake listens with https: with a certificate of its own, or with the given one. */
export type TlsOptions = boolean | Certificate;

export const tlsForm: OptionForm = {
  is: (value) => typeof value === 'boolean' || isCertificate(value),
  words: 'true for a certificate of its own, or { cert, key } with their PEM',
};

function isCertificate(value: unknown): boolean {
  const { cert, key } = (value ?? {}) as Partial<Certificate>;
  return typeof cert === 'string' && typeof key === 'string';
}

/** For which a fake can be asked. */
export interface Reached {
  readonly host: string;
  readonly allowedHosts?: readonly string[] | undefined;
  readonly publicUrl?: string | undefined;
}

/** Hosts and addresses that a certificate of its own has to be for, beside loopback. */
export function namesOf({ host, allowedHosts = [], publicUrl }: Reached): string[] {
  const isEvery = host === '0.0.0.0' || host === '::';
  const hosts = [...(isEvery ? [] : [host]), ...allowedHosts, ...(publicUrl ? [new URL(publicUrl).hostname] : [])];
  return hosts.map((name) => name.replace(/^\[|\]$/g, ''));
}

/**
 * The certificate to listen with; undefined: without.
 *
 * @throws UsageError where the given one cannot be used
 */
export async function certificateOf(tls: TlsOptions | undefined, reached: Reached): Promise<Certificate | undefined> {
  if (tls === undefined || tls === false) return undefined;
  if (tls === true) return (await import('./own-certificate.js')).ownCertificate(namesOf(reached), Date.now());
  try {
    createSecureContext(tls);
  } catch (error) {
    const reason = (error as Error).message;
    throw new UsageError(
      `The certificate and its key cannot be used: ${reason}. Both are PEM, and the key is that of the certificate.`,
    );
  }
  return tls;
}
