import type { Operation } from '@fake-jira/openapi';
import { RuleError } from '@fake-jira/world';
import type { ApiResponse } from '../../http/response.js';
import type { AnsweredRequest } from '../../http/request-context.js';

/*
 * How Cloud says no before one of its operations runs: as its gateway and Spring do (recorded in 2026). Whoever asks for
 * JSON gets the bare line, too.
 */

const html = 'text/html;charset=UTF-8';
const problemType = 'application/problem+json;charset=UTF-8';

/** An answer by RFC 9457, about the address that was asked. */
export function problem(
  status: number,
  title: string,
  detail: string,
  { path }: Pick<AnsweredRequest, 'path'>,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse {
  return {
    status,
    headers: { ...headers, 'Content-Type': problemType },
    body: { type: 'about:blank', title, status, detail, instance: path },
  };
}

/** What transport refuses; undefined where Cloud was not seen to refuse it in a way of its own. */
export function cloudTransportRefusal(status: number, request: AnsweredRequest): ApiResponse | undefined {
  switch (status) {
    case 400:
      return { status, body: { errorMessages: [unreadableBody] } };
    case 404:
      return problem(status, 'Not Found', `No endpoint ${request.method} ${request.path}.`, request);
    case 405:
      return problem(status, 'Method Not Allowed', `Method '${request.method}' is not supported.`, request);
    case 415:
      return problem(status, 'Unsupported Media Type', bodyTypeDetail(request), request, {
        Accept: 'application/json',
      });
    default:
      return undefined;
  }
}

/** What is said to a method that no operation has: its edge answers some by itself. */
export function otherMethodOnCloud(
  methods: readonly string[],
  { method }: Pick<AnsweredRequest, 'method'>,
): ApiResponse | undefined {
  const all = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
  if (method === 'OPTIONS') return { status: 200, headers: { Allow: all.join(','), 'Content-Type': html }, text: '' };
  return method === 'PATCH' && !methods.includes('PATCH') ? page(400, 'Bad Request') : undefined;
}

/** What is said at an address outside of `/rest`. */
export const deadLink: ApiResponse = page(404, "Oops, you've found a dead link.", 'text/html;charset=utf-8');

function page(status: number, says: string, type = html): ApiResponse {
  return { status, headers: { 'Content-Type': type }, text: `<html><body><h1>${says}</h1></body></html>` };
}

/** A body that is no JSON. */
export const unreadableBody = 'There was an error parsing JSON. Check that your request body is valid.';
/** No body, where there has to be one. */
export const emptyBody = 'No content to map to Object due to end of input';
/** A body that is no object, or has a property of a wrong type. */
export const wrongBody = 'Invalid request payload. Refer to the REST API documentation and try again.';

function bodyTypeDetail({ contentType }: AnsweredRequest): string {
  if (contentType === undefined) return "Content-Type 'null' is not supported.";
  const [type = '', ...parameters] = contentType.split(';');
  if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(type.trim())) return 'Could not parse Content-Type.';
  return `Content-Type '${[type.trim().toLowerCase(), ...parameters].join(';')}' is not supported.`;
}

/** What a request gets that needs a caller and has none. */
export function bareUnauthenticated(text: string, { accept, site }: AnsweredRequest): ApiResponse {
  return {
    status: 401,
    headers: {
      'WWW-Authenticate': `OAuth realm="${encodeURIComponent(site)}"`,
      'X-Frame-Options': 'SAMEORIGIN',
      'Content-Type': bareTypeFor(accept),
    },
    text,
  };
}

function bareTypeFor(accept: string | undefined): string {
  if (accept === undefined) return 'text/plain';
  return accept.includes('application/json') ? 'application/json' : 'text/html;charset=UTF-8';
}

/** What the gateway says to a `Bearer` that is no session of an app, whatever was asked. */
export const noSessionOfAnApp: ApiResponse = {
  status: 403,
  headers: { 'Content-Type': 'application/json' },
  body: { error: 'Failed to parse Connect Session Auth Token' },
};

/**
 * Refuses a caller who has not signed in as the rules of an operation do that runs all the same: no project can be seen
 * by everybody here. What needs an administrator is refused by its `x-access`.
 *
 * @throws RuleError
 */
export function refuseAnonymous({ operationId }: Operation, parameters: Readonly<Record<string, string>>): void {
  const { issueIdOrKey = '', projectIdOrKey = '' } = parameters;
  switch (operationId) {
    case 'getIssue':
    case 'editIssue':
    case 'getEditIssueMeta':
    case 'getTransitions':
    case 'getChangeLogs':
    case 'doTransition':
      throw new RuleError('issue-not-found', { issue: issueIdOrKey });
    case 'getCreateIssueMetaIssueTypes':
    case 'getCreateIssueMetaIssueTypeId':
      throw new RuleError('project-not-found', { project: projectIdOrKey });
    case 'createIssue':
      throw new RuleError('issue-create-anonymous', {});
  }
}
