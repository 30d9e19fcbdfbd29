/**
 * Addresses in responses. They lead back the way the request came: same host, workspace prefix and context path.
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
