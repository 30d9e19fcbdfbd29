/** A request as a caller asks for it. */
export interface TargetRequest {
  readonly method: string;
  /** Below the target's address, beginning with a slash; may have a query of its own. */
  readonly path: string;
  /** Added to the address; a list is repeated, what is undefined is left out. */
  readonly query?: Query;
  /** Sent as JSON, unless `text` is given. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `false`: an answer of 429 or 503 is an answer, and no reason to ask again. */
  readonly retry?: boolean;
}

export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;
type QueryValue = string | number | boolean;

/** An answer, redirects not followed. Names of headers are in lower case. */
export interface TargetAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Parsed where it is JSON, else the text; `undefined` where there is none. */
  readonly body: unknown;
}

/** A request with its answer, as an observer sees it. Secrets are not in it. */
export interface TargetExchange {
  readonly runId: string;
  readonly role: string;
  readonly method: string;
  /** With its query; values that are secrets are `***`. */
  readonly path: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: unknown;
  /** 1 for the first time, more where the target had asked to come again. */
  readonly attempt: number;
  readonly milliseconds: number;
}

/** A path with its query behind it. */
export function pathWithQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined) search.append(name, String(one));
  }
  if (search.size === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${search.toString()}`;
}

/** What an error answer says, for people: Jira's, Customfield Editor's and Extender's forms, else the text, cut. */
export function sentenceOf({ body, text }: Pick<TargetAnswer, 'body' | 'text'>): string {
  const found = sentences(body);
  return (found.length > 0 ? found.join(' ') : text.trim()).slice(0, 300);
}

function sentences(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const { errorMessages, errors, message } = body as Readonly<Record<string, unknown>>;
  const listed = Array.isArray(errorMessages) ? errorMessages.map(String) : [];
  const named = Array.isArray(errors)
    ? (errors as { message?: string }[]).map(({ message = '' }) => message)
    : Object.entries(typeof errors === 'object' && errors !== null ? errors : {}).map(
        ([name, text]) => `${name}: ${text}`,
      );
  return [...listed, ...named, ...(typeof message === 'string' ? [message] : [])].filter((text) => text !== '');
}
