import type { Request } from 'express';

/** What decides which address a client knows the fake by, where that is not the one it was asked at. */
export interface PublicAddress {
  /** Where clients reach the fake, such as `https://jira.example.com`; of a proxy before it, or a name of its own. */
  readonly publicUrl?: string | undefined;
  /** Whether `X-Forwarded-Proto` and `X-Forwarded-Host` say it: only behind a proxy that sets them itself. */
  readonly trustProxy?: boolean | undefined;
}

/** The address of the fake's root as the sender of a request knows it, without a slash at its end. */
export type SiteOf = (request: Request) => string;

/** @throws RangeError where the public address is none */
export function siteOf({ publicUrl, trustProxy = false }: PublicAddress): SiteOf {
  if (publicUrl !== undefined) {
    const site = publicSite(publicUrl);
    return () => site;
  }
  return (request) => {
    const [protocol, host] = [request.protocol, request.get('host') ?? 'localhost'];
    if (!trustProxy) return `${protocol}://${host}`;
    return `${forwarded(request, 'proto', /^https?$/i) ?? protocol}://${forwarded(request, 'host', hostForm) ?? host}`;
  };
}

const hostForm = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** Of several proxies the first, which the client has spoken to; what has not the form counts as not sent. */
function forwarded(request: Request, what: 'proto' | 'host', form: RegExp): string | undefined {
  const [first = ''] = (request.get(`x-forwarded-${what}`) ?? '').split(',', 1);
  const value = first.trim();
  return form.test(value) ? value.toLowerCase() : undefined;
}

function publicSite(publicUrl: string): string {
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : undefined;
  const isAddress = url && /^https?:$/.test(url.protocol) && url.username + url.password + url.search + url.hash === '';
  if (!isAddress) throw new RangeError(`"${publicUrl}" is no public address. Write one like https://jira.example.com.`);
  return url.href.replace(/\/$/, '');
}

/** Where a workspace and a context path are below a site; a site that ends in the context path has it already. */
export function baseOf(site: string, workspacePart: string, contextPart: string): string {
  const root = contextPart !== '' && site.endsWith(contextPart) ? site.slice(0, -contextPart.length) : site;
  return root + workspacePart + contextPart;
}

/**
 * Addresses in responses. They lead back the way the request came, unless a {@link PublicAddress} says otherwise: same
 * host, workspace prefix and context path.
 *
 * @example
 * links.to('/rest/api/3/task/10000') // http://127.0.0.1:2990/w/mine/jira/rest/api/3/task/10000
 */
export class Links {
  /** Scheme, host, workspace prefix and context path, without a slash at the end. */
  readonly base: string;
  /** What the API's addresses begin with, e.g. `/rest/api/3`. */
  readonly api: string;
  readonly #path: string;
  readonly #query: string;

  constructor(base: string, api: string, path: string, query: string) {
    this.base = base;
    this.api = api;
    this.#path = path;
    this.#query = query;
  }

  /** The full address of a path below the host. */
  to(path: string): string {
    return this.base + path;
  }

  /** The full address of a path of the same API and version. */
  rest(path: string): string {
    return this.base + this.api + path;
  }

  /** The address of this request with other values for some of its query parameters. */
  page(parameters: Readonly<Record<string, string>>): string {
    const query = new URLSearchParams(this.#query);
    for (const [name, value] of Object.entries(parameters)) query.set(name, value);
    return `${this.base}${this.#path}?${query.toString()}`;
  }
}
