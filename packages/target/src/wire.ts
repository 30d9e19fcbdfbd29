import { EventEmitter } from 'node:events';
import { rootCertificates } from 'node:tls';
import { Agent, EnvHttpProxyAgent, request, type Dispatcher } from 'undici';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly content?: string;
  /** How long the whole response may take, in milliseconds. */
  readonly timeout: number;
}

/** A response as it came, redirects not followed. Names of headers are in lower case. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Sends a request to an address. What fails on the way is thrown, with a `code` of Node's, undici's or `TIMEOUT`. */
export type Wire = (url: string, request: WireRequest) => Promise<WireResponse>;

export interface WireOptions {
  /** Certificates (PEM) that are trusted, beside those that Node knows. */
  readonly ca?: string;
  /** Where `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` stand; the process's own by default. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * The wire to instances, with connections that are kept.
 *
 * `request` of undici and not `fetch`: a run of the contract suite sends some ten thousand requests, and what `fetch`
 * makes around each (Request, Response, streams of the web) costs two thirds of the time of a loopback exchange.
 *
 * @example const { status } = await wireOf()('http://127.0.0.1:2990/', { method: 'GET', headers: {}, timeout: 1000 });
 */
export function wireOf({ ca, environment = process.env }: WireOptions = {}): Wire {
  const direct = new Agent(trusting(ca));
  const proxied = proxiedBy(ca, environment);
  return async (url, { method, headers, content, timeout }) => {
    // undici takes an emitter for a signal, which is a tenth of the price of an AbortSignal.
    const signal = new EventEmitter();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      signal.emit('abort');
    }, timeout);
    try {
      const response = await request(url, {
        method: method,
        headers: { 'user-agent': 'fake-jira', ...headers },
        ...(content === undefined ? {} : { body: content }),
        // A proxy cannot reach what is on this machine.
        dispatcher: proxied && !isLoopback(url) ? proxied : direct,
        signal,
      });
      const text = await response.body.text();
      return { status: response.statusCode, headers: singleValues(response.headers), text };
    } catch (error) {
      throw late ? Object.assign(new Error('No answer in time.'), { code: 'TIMEOUT' }) : error;
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Whether an address is one of this machine. */
export function isLoopback(url: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
}

function trusting(ca: string | undefined): { readonly connect?: { readonly ca: string[] } } {
  return ca === undefined ? {} : { connect: { ca: [...rootCertificates, ca] } };
}

function proxiedBy(
  ca: string | undefined,
  environment: NonNullable<WireOptions['environment']>,
): Dispatcher | undefined {
  const named = (name: string) => environment[name.toLowerCase()] || environment[name] || undefined;
  const httpsProxy = named('HTTPS_PROXY');
  const httpProxy = named('HTTP_PROXY');
  if (httpsProxy === undefined && httpProxy === undefined) return undefined;
  const { connect } = trusting(ca);
  return new EnvHttpProxyAgent({
    ...(connect && { connect, requestTls: connect, proxyTls: connect }),
    // Plain requests are handed to a proxy as such: many open tunnels to port 443 alone.
    proxyTunnel: false,
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    ...(httpProxy === undefined ? {} : { httpProxy }),
    noProxy: named('NO_PROXY') ?? '',
  });
}

/** A header that came several times is one with its values behind each other, as HTTP allows. */
function singleValues(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const single: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) single[name] = Array.isArray(value) ? value.join(', ') : value;
  return single;
}
