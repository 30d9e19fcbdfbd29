const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its host is not known',
  EAI_AGAIN: 'its host is not known',
  ECONNRESET: 'it closed the connection',
  EPIPE: 'it closed the connection',
  UND_ERR_SOCKET: 'it closed the connection',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'it did not go on with its answer in time',
  TimeoutError: 'it did not answer in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

const slow = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'TimeoutError']);

/** Codes of a chain of certificates of which nobody that is trusted has signed the last one. */
const untrusted = /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|CERT_UNTRUSTED/;

export interface Unreachable {
  /** Half a sentence. */
  readonly reason: string;
  readonly isTimeout: boolean;
}

/**
 * Why another server gave no answer.
 *
 * @param caOption - what makes its certificate a trusted one, in words
 */
export function whyUnreachable(error: unknown, caOption: string): Unreachable {
  const { code, name = '', cause } = error as Partial<NodeJS.ErrnoException>;
  const inner = cause as { code?: string; message?: string; errors?: readonly { code?: string }[] } | undefined;
  const { message } = error as { message?: string };
  const { errors } = error as { errors?: readonly { code?: string }[] };
  const known = [code, errors?.[0]?.code, inner?.code, inner?.errors?.[0]?.code, name].find(
    (one) => one !== undefined && (one in reasons || untrusted.test(one)),
  );
  if (known === undefined) return { reason: inner?.message ?? message ?? String(error), isTimeout: false };
  const reason = reasons[known] ?? `its certificate is not trusted (${caOption} names one that is)`;
  return { reason, isTimeout: slow.has(known) };
}
