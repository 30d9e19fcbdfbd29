import { pathPattern } from './path-pattern.js';

/** What is remembered of one request. No headers, and no secrets: see {@link maskedAddress} and {@link keptBody}. */
export interface JournalEntry {
  readonly method: string;
  /** Address below the workspace and the context path, with its query, in which tokens are masked. */
  readonly path: string;
  readonly user: string | null;
  /** Null where the connection ended without an answer. */
  readonly status: number | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly operationId: string | null;
  /** The JSON body as it was read, secrets masked; absent where there was none, or it is not kept. */
  readonly body?: unknown;
  /** Why there is no body although one was sent. */
  readonly bodyLeftOut?: 'too-large' | 'protected';
  /** Id of the fault that met the request. */
  readonly fault?: string;
  /** Where the answer differs from the spec, if answers are validated. */
  readonly violations: readonly string[];
}

/** How many requests a journal remembers; older ones are forgotten. */
export const journalLimit = 1_000;

/** Largest body that is kept, in bytes. */
export const keptBodyLimit = 16 * 1024;

/** The requests that a workspace answered, oldest first. */
export class Journal {
  #entries: JournalEntry[] = [];

  add(entry: JournalEntry): void {
    this.#entries.push(entry);
    // Cut in halves, so that a full journal does not move a thousand entries with each request.
    if (this.#entries.length >= 2 * journalLimit) this.#entries = this.#entries.slice(-journalLimit);
  }

  entries(): readonly JournalEntry[] {
    return this.#entries.slice(-journalLimit);
  }

  clear(): void {
    this.#entries = [];
  }
}

const mask = '***';

/** Names of parameters and properties whose values are secrets. */
const secretName = /pass(word|phrase|wd)|token|secret|authorization|credential|api[-_]?key|cookie/i;

/** An address with the values of secret query parameters masked. */
export function maskedAddress(address: string): string {
  const query = address.indexOf('?');
  if (query < 0) return address;
  const parameters = address.slice(query + 1).split('&');
  const masked = parameters.map((parameter) => {
    const [name = ''] = parameter.split('=', 1);
    return parameter.length > name.length && secretName.test(decoded(name)) ? `${name}=${mask}` : parameter;
  });
  return `${address.slice(0, query)}?${masked.join('&')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * What is kept of a body: a copy with secrets masked, nothing of one that is too large.
 *
 * @param length - of the body in bytes as its header says, where it does
 * @param isSecret - names of properties that are secret beside those that always are
 */
export function keptBody(
  body: unknown,
  length: number | undefined,
  isSecret: (name: string) => boolean = () => false,
): Pick<JournalEntry, 'body' | 'bodyLeftOut'> {
  if (body === undefined) return {};
  const size = length ?? JSON.stringify(body).length;
  return size > keptBodyLimit ? { bodyLeftOut: 'too-large' } : { body: maskedCopy(body, isSecret) };
}

function maskedCopy(value: unknown, isSecret: (name: string) => boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => maskedCopy(item, isSecret));
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const kept = secretName.test(name) || isSecret(name) ? mask : maskedCopy(item, isSecret);
    // Assigning would set the prototype instead.
    if (name === '__proto__') Object.defineProperty(copy, name, { value: kept, enumerable: true });
    else copy[name] = kept;
  }
  return copy;
}

/** Which requests to look for: those that fit all that is named. */
export interface RequestFilter {
  readonly method?: string;
  /** Below the workspace and the context path; `*` within a segment, `**` across them. */
  readonly path?: string;
  /** Log-in name; null: nobody was signed in. */
  readonly user?: string | null;
  readonly status?: number;
  /** Operation id of the specs. */
  readonly operation?: string;
  /** Only the newest so many. */
  readonly limit?: number;
}

/**
 * The entries of a journal that fit a filter, oldest first.
 *
 * @example requestsThatFit(jira.journal(), { method: 'PUT', path: '/rest/api/*\/field/**' })
 */
export function requestsThatFit(entries: readonly JournalEntry[], filter: RequestFilter): readonly JournalEntry[] {
  const { method, path, user, status, operation, limit } = filter;
  const fitsPath = path === undefined ? () => true : pathPattern(path);
  const found = entries.filter(
    (entry) =>
      (method === undefined || entry.method === method.toUpperCase()) &&
      fitsPath(entry.path) &&
      (user === undefined || entry.user === user) &&
      (status === undefined || entry.status === status) &&
      (operation === undefined || entry.operationId === operation),
  );
  return limit === undefined ? found : found.slice(-limit);
}
