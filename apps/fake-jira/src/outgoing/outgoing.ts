import { createRequire } from 'node:module';
import * as tls from 'node:tls';
import type * as Undici from 'undici';
import { UsageError } from '../given/usage-error.js';
import { isLoopback } from '../http/gate.js';

/** The variables of an environment that say which way requests go. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

export interface OutgoingOptions {
  /** Certificates of authorities that are trusted beside those that Node knows: a text in PEM. */
  readonly ca?: string | undefined;
  /** Has `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in small letters too; absent: no proxy. */
  readonly environment?: ProxyEnvironment | undefined;
}

/** How requests reach other servers. */
export interface Outgoing {
  readonly fetch: typeof fetch;
  /** A request whose answer comes as it is sent: not unpacked, redirects not followed. */
  readonly request: (url: URL, options: StreamedRequest) => Promise<Undici.Dispatcher.ResponseData>;
  readonly close: () => Promise<void>;
}

/** What {@link Outgoing.request} sends. */
export type StreamedRequest = Omit<Undici.Dispatcher.RequestOptions, 'origin' | 'path'>;

/**
 * How requests leave this machine: through the proxy that the environment names, but never to this machine itself, and
 * with the trust that was asked for.
 *
 * @throws UsageError where the certificate, or the address of a proxy, is none
 */
export function outgoing({ ca, environment = {} }: OutgoingOptions): Outgoing {
  // Loaded where a proxy, a certificate or a stream needs it. Node's own `fetch` takes no dispatcher of another version.
  const { Agent, EnvHttpProxyAgent, fetch, request } = createRequire(import.meta.url)('undici') as typeof Undici;
  const trust = ca === undefined ? {} : { ca: [...known(), checkedCertificates(ca)] };
  const [httpProxy, httpsProxy] = proxiesOf(environment);
  const direct = new Agent({ connect: trust });
  const proxied =
    httpProxy === undefined && httpsProxy === undefined
      ? undefined
      : new EnvHttpProxyAgent({
          connect: trust,
          requestTls: trust,
          proxyTls: trust,
          // Plain requests are handed to a proxy as such: many open tunnels to port 443 alone.
          proxyTunnel: false,
          // An empty one: what is not given here, undici looks up in the environment of the process.
          httpProxy: httpProxy ?? '',
          httpsProxy: httpsProxy ?? httpProxy ?? '',
          noProxy: variable(environment, 'NO_PROXY') ?? '',
        });
  const dispatcherTo = (url: string | URL) => (proxied && !isLoopback(new URL(url).hostname) ? proxied : direct);
  return {
    fetch: ((url: string, init: object) =>
      fetch(url, { ...init, dispatcher: dispatcherTo(url) })) as typeof global.fetch,
    request: (url, options) => request(url, { ...options, dispatcher: dispatcherTo(url) }),
    async close() {
      await Promise.all([direct.destroy(), proxied?.destroy()]);
    },
  };
}

function variable(environment: ProxyEnvironment, name: string): string | undefined {
  return environment[name.toLowerCase()] ?? environment[name];
}

/** @throws UsageError for what is no address; as it may have a password, it is not repeated */
function proxiesOf(environment: ProxyEnvironment): readonly (string | undefined)[] {
  return ['HTTP_PROXY', 'HTTPS_PROXY'].map((name) => {
    const value = variable(environment, name)?.trim();
    if (value === undefined || value === '') return undefined;
    const address = value.includes('://') ? value : `http://${value}`;
    if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return address;
    throw new UsageError(`${name} is no address of a proxy. Write one like http://proxy.example.com:3128.`);
  });
}

/** What Node trusts: from Node 22.15 on also what `NODE_EXTRA_CA_CERTS` adds. */
function known(): readonly string[] {
  const { getCACertificates } = tls as { getCACertificates?: (type: 'default') => string[] };
  return getCACertificates?.('default') ?? tls.rootCertificates;
}

/** @throws UsageError for what are no certificates */
export function checkedCertificates(text: string): string {
  const wrong = new UsageError('The certificate to trust cannot be read: it is a text in PEM (BEGIN CERTIFICATE).');
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw wrong;
  try {
    tls.createSecureContext({ ca: text });
  } catch {
    throw wrong;
  }
  return text;
}
