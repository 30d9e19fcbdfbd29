import type { Problem } from '@fake-jira/openapi';
import type { RuleError } from '@fake-jira/world';
import type { ApiResponse } from '../../http/response.js';
import type { Dialect } from '../../http/dialect.js';
import { putsPagingRight } from '../../http/paging.js';
import type { AnsweredRequest } from '../../http/request-context.js';
import { HttpError, type Refusal } from '../../http/wire-error.js';
import { behaviour } from './behaviour.js';
import {
  bareUnauthenticated,
  cloudTransportRefusal,
  emptyBody,
  otherMethodOnCloud,
  problem,
  refuseAnonymous,
  wrongBody,
} from './cloud-refusals.js';
import { refuseNobody } from './nobody.js';
import { issueProblems } from './issue-problems.js';
import { unrecognized } from './unrecognized.js';
import { jqlSentence } from './jql-problems.js';

/** Jira's own form of everything: how it says no. */
export const jiraDialect: Dialect = {
  guard({ operation, parameters = {} }, { caller, profile, root }, _query, body) {
    if (caller.user) return;
    if (behaviour(profile).hasEdge) {
      if (jiraDialect.runsAnonymously?.(operation, profile)) refuseAnonymous(operation, parameters);
    } else refuseNobody(operation, parameters, root, body);
  },

  runsAnonymously: (operation, profile) =>
    behaviour(profile).hasEdge && (operation.runsAnonymously || operation.access === 'anonymous'),

  bodyTypeFirst: (profile) => behaviour(profile).hasEdge,

  refuse(refusal, error, operation, request) {
    // This one operation answers with a plain list of sentences (Jira's API, cancel task).
    const bare = error.code === 'not-authenticated' && behaviour(request.profile).hasEdge;
    if (operation.operationId === 'cancelTask' && !bare) return { status: refusal.status, body: [refusal.text ?? ''] };
    if (error instanceof HttpError) return refuseRequest(refusal, error, request);
    if (error.code === 'issue-invalid') {
      return {
        status: refusal.status,
        body: issueProblems(error as RuleError<'issue-invalid'>, behaviour(request.profile).issueSentences),
      };
    }
    if (error.code === 'jql-invalid') {
      const errorMessages = (error as RuleError<'jql-invalid'>).data.problems.map(jqlSentence);
      // The search that pages by numbers has warnings beside (recorded: github-threads).
      const isFirst = operation.operationId.startsWith('searchForIssuesUsingJql');
      return {
        status: refusal.status,
        body: { errorMessages, ...(isFirst ? { warningMessages: [] } : { errors: {} }) },
      };
    }
    // Two sentences, a line each.
    if (error.code === 'issue-not-visible')
      return { status: refusal.status, body: { errorMessages: refusal.text?.split('\n') ?? [], errors: {} } };
    return errorCollection(refusal);
  },

  otherMethod: (methods, request) =>
    behaviour(request.profile).hasEdge ? otherMethodOnCloud(methods, request) : undefined,

  refuseTransport: (status, message, request) =>
    (behaviour(request.profile).hasEdge && cloudTransportRefusal(status, request)) || {
      status,
      body: { errorMessages: [message], errors: {} },
    },

  // Clients send `expand=lead&expand=description`.
  joinsTexts: true,

  splitsLists: (profile) => behaviour(profile).listsAreSplit,

  tolerates(problem, values, profile) {
    const { unknownPropertiesAreIgnored, invalidPagingIsZero, hasEdge, nonNumericIdIsNotFound } = behaviour(profile);
    if (problem.keyword === 'additionalProperties') return unknownPropertiesAreIgnored;
    if (problem.in === 'path') return nonNumericIdIsNotFound && problem.name !== 'contextId';
    // Of a page that is to hold too much the document says what it is answered with: that is no open question.
    if (problem.keyword === 'maximum') return false;
    const isZero = invalidPagingIsZero || (hasEdge && problem.keyword === 'minimum');
    return isZero && putsPagingRight(problem, values, { startAt: 0, maxResults: 0 });
  },

  invalid(problems, profile, operation, query) {
    const ofContext = problems.some((problem) => problem.in === 'path' && problem.name === 'contextId');
    if (ofContext) return new HttpError('context-id-invalid');
    const reason = problems.map(sentence).join(' ');
    if (!behaviour(profile).hasEdge) {
      const unknown = unrecognized(problems, operation, profile);
      return new HttpError('request-invalid', { reason: unknown ?? reason, alone: unknown !== undefined });
    }
    const unread = problems.find(({ in: place, keyword }) => place === 'query' && keyword === 'type');
    if (unread)
      return new HttpError('request-invalid', {
        reason,
        unread: `'${unread.name}' with value: '${[query[unread.name ?? '']].flat().join(',')}'`,
      });
    const payload = problems.map(payloadSentence).find((known) => known !== undefined);
    return new HttpError('request-invalid', { reason: payload ?? reason, alone: payload !== undefined });
  },
};

/** How Cloud words a body of which it makes nothing; undefined for what it says more of. */
function payloadSentence({ in: place, pointer, keyword }: Problem): string | undefined {
  if (place !== 'body') return undefined;
  if (keyword === 'required' && pointer === '') return emptyBody;
  // Measured of a search by a property that it does not know; it reads all bodies alike.
  return keyword === 'type' || keyword === 'additionalProperties' ? wrongBody : undefined;
}

function refuseRequest(refusal: Refusal, { code, data }: HttpError, request: AnsweredRequest): ApiResponse {
  if (code === 'not-authenticated') return unauthenticated(refusal, request);
  const { status, text } = refusal;
  if (data.alone === true) return { status, body: { errorMessages: [text] } };
  if (typeof data.unread !== 'string') return errorCollection(refusal);
  return problem(status, 'Bad Request', `Failed to convert ${data.unread}`, request);
}

function sentence({ keyword, name, limit, message }: Problem): string {
  // The text of the published example (get create metadata issue types).
  if (keyword === 'maximum') return `Parameter '${name}' must not exceed the limit '${limit}'`;
  return `${message}.`;
}

/** `{ errorMessages, errors }`: a sentence about a property stands under its name. */
function errorCollection(refusal: Refusal): ApiResponse {
  const { status, text, also = [] } = refusal;
  if (text === null) return { status };
  const all = [refusal, ...also];
  const errorMessages = all.flatMap((one) => (one.property === undefined && one.text !== null ? [one.text] : []));
  const named = all.flatMap((one) => (one.property !== undefined ? [[one.property, one.text]] : []));
  return { status, body: { errorMessages, errors: Object.fromEntries(named) as object } };
}

export function unauthenticated(
  { status, text }: Pick<Refusal, 'status' | 'text'>,
  request: AnsweredRequest,
): ApiResponse {
  const { hasEdge, unauthenticatedBody } = behaviour(request.profile);
  if (hasEdge) return bareUnauthenticated(text ?? '', request);
  const headers = { 'WWW-Authenticate': 'Basic realm="Jira"' };
  switch (unauthenticatedBody) {
    case 'empty':
      return { status, headers };
    case 'plain-text':
      return { status, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' }, text: text ?? '' };
    case 'error-collection':
      return { status, headers, body: { errorMessages: [text], errors: {} } };
  }
}
