import { createHmac } from 'node:crypto';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isLoopback } from '../http/gate.js';

/** How long a receiver may take to answer. */
export const answerTime = 20_000;

/** One request to a receiver. */
export interface Parcel {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent: nothing is sent but that something has happened. */
  readonly body: string | undefined;
  /** Ends it before it is answered. */
  readonly signal: AbortSignal;
}

/** What came of a request: the status that was answered, or why there was none. */
export type Outcome = { readonly status: number } | { readonly error: string };

/** What signs a body, where there is a secret: `X-Hub-Signature`, as WebSub has it. */
export function signature(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/**
 * Why nothing is sent to an address; undefined where it may be.
 *
 * @param allowedHosts - names of hosts beside this machine, in lower case
 */
export function refusal(url: string, allowedHosts: ReadonlySet<string>): string | undefined {
  if (!URL.canParse(url)) return `"${url}" is no address.`;
  const { hostname } = new URL(url);
  if (isLoopback(hostname) || allowedHosts.has(hostname.toLowerCase())) return undefined;
  return `The fake sends nothing to ${hostname}: it is not this machine. Start it with --allow-webhooks-to ${hostname} if it should.`;
}

/** Sends a request. It follows no redirect, reads nothing of the answer but its status, and never throws. */
export function send({ url, headers, body, signal }: Parcel): Promise<Outcome> {
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve({ error: signal.aborted ? 'The fake has ended.' : wordsOf(error) });
    try {
      const address = new URL(url);
      const request = address.protocol === 'https:' ? secure : plain;
      const sent = request(address, { method: 'POST', headers, signal, agent: false }, (response) => {
        resolve({ status: response.statusCode ?? 0 });
        response.on('error', () => undefined);
        response.destroy();
      });
      sent.setTimeout(answerTime, () => sent.destroy(new Error(`no answer within ${answerTime / 1000} seconds`)));
      sent.on('error', failed);
      sent.end(body);
    } catch (error) {
      failed(error as Error);
    }
  });
}

/** An error of Node's without what it was asked: that can have secrets. */
function wordsOf(error: Error & { readonly code?: string }): string {
  const { code, message } = error;
  if (code === 'ECONNREFUSED') return 'Nobody listens there (ECONNREFUSED).';
  return code ? `The connection failed (${code}).` : `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
