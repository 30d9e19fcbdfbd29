import { responseJudge, validateRequest, type ApiName, type Judge } from '@fake-jira/openapi';
import { perProfile, type Profile } from '@fake-jira/profile';
import type { LocatedExchange } from '../located.js';

/** What the effective spec does not allow in an exchange, a sentence each. */
export function judge(located: LocatedExchange, profile: Profile): string[] {
  return [...requestProblems(located, profile), ...responseProblems(located, profile)];
}

const judgesOf = perProfile((profile) => {
  const known = new Map<ApiName, Judge>();
  return (api: ApiName): Judge => {
    const found = known.get(api) ?? responseJudge(api, profile);
    known.set(api, found);
    return found;
  };
});

/** A request that was answered well has to be one that the spec allows. Of one that was refused nothing follows. */
function requestProblems({ exchange, location, query }: LocatedExchange, profile: Profile): string[] {
  const { status = 0, request } = exchange;
  const { operation, parameters } = location;
  if (status < 200 || status > 299 || (operation.hasBody && !request.bodyIsKnown)) return [];
  const read = validateRequest(
    operation.operationId,
    { path: parameters ?? {}, query: valuesOf(query), body: request.body, splitLists: true, joinTexts: true },
    profile,
  );
  return read.ok
    ? []
    : read.problems.map(({ message }) => `the spec refuses the request, which was answered ${status}: ${message}`);
}

/** A value for each parameter, a list for one that is repeated. */
function valuesOf(query: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function responseProblems({ exchange, location, path }: LocatedExchange, profile: Profile): string[] {
  const { status, response, method } = exchange;
  if (status === undefined) return [];
  const found = judgesOf(profile)(location.api)(
    {
      method,
      path,
      status,
      headers: response.headers,
      body: response.body,
      contentType: response.headers['content-type'] ?? typeOf(response.body),
    },
    location,
  );
  // Of a part nobody can say what is missing.
  const isMissing = (text: string) => exchange.isSelection === true && text.endsWith(' is required');
  const told = found.filter(({ kind, message }) => isShown(kind, shownOf(response)) && !isMissing(message));
  return told.map(({ message }) => `the spec: ${message}`);
}

/** What a body is taken for whose type nobody has saved. */
function typeOf(body: unknown): string {
  if (typeof body !== 'string') return 'application/json';
  return body.trimStart().startsWith('<') ? 'text/html' : 'text/plain';
}

interface Shown {
  readonly body: boolean;
  readonly headers: boolean;
}

function shownOf({ bodyIsKnown, headers }: LocatedExchange['exchange']['response']): Shown {
  return { body: bodyIsKnown, headers: Object.keys(headers).length > 0 };
}

/** What a file does not show cannot be wrong. */
function isShown(kind: string, { body, headers }: Shown): boolean {
  if (kind === 'body') return body;
  return (kind !== 'header' && kind !== 'content-type') || headers;
}
