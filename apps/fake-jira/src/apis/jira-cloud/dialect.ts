import type { Problem } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import { RuleError } from '@fake-jira/world';
import type { ApiResponse } from '../../http/response.js';
import type { Dialect } from '../../http/dialect.js';
import { putsPagingRight } from '../../http/paging.js';
import { HttpError, type Refusal } from '../../http/wire-error.js';
import { behaviour } from './behaviour.js';
import { issueProblems } from './issue-problems.js';

/** Jira's own form of everything: how it says no. */
export const jiraDialect: Dialect = {
  refuse(refusal, error, { operationId }, profile) {
    // This one operation answers with a plain list of sentences (Jira's API, cancel task).
    if (operationId === 'cancelTask') return { status: refusal.status, body: [refusal.text ?? ''] };
    if (error instanceof HttpError && error.code === 'not-authenticated') return unauthenticated(refusal, profile);
    if (error instanceof RuleError && error.code === 'issue-invalid') {
      return { status: refusal.status, body: issueProblems(error as RuleError<'issue-invalid'>) };
    }
    return errorCollection(refusal);
  },

  refuseTransport: (status, message) => ({ status, body: { errorMessages: [message], errors: {} } }),

  splitsLists: (profile) => behaviour(profile).listsAreSplit,

  tolerates(problem, values, profile) {
    const { unknownPropertiesAreIgnored, invalidPagingIsZero, nonNumericIdIsNotFound } = behaviour(profile);
    if (problem.keyword === 'additionalProperties') return unknownPropertiesAreIgnored;
    if (problem.in === 'path') return nonNumericIdIsNotFound && problem.name !== 'contextId';
    // Of a page that is to hold too much the document says what it is answered with: that is no open question.
    if (problem.keyword === 'maximum') return false;
    return invalidPagingIsZero && putsPagingRight(problem, values, { startAt: 0, maxResults: 0 });
  },

  invalid(problems) {
    const ofContext = problems.some((problem) => problem.in === 'path' && problem.name === 'contextId');
    if (ofContext) return new HttpError('context-id-invalid');
    return new HttpError('request-invalid', { reason: problems.map(sentence).join(' ') });
  },
};

function sentence({ keyword, name, limit, message }: Problem): string {
  // The text of the published example (get create metadata issue types).
  if (keyword === 'maximum') return `Parameter '${name}' must not exceed the limit '${limit}'`;
  return `${message}.`;
}

/** `{ errorMessages, errors }`: a sentence about a property stands under its name. */
function errorCollection({ status, text, property }: Refusal): ApiResponse {
  if (text === null) return { status };
  return property === undefined
    ? { status, body: { errorMessages: [text], errors: {} } }
    : { status, body: { errorMessages: [], errors: { [property]: text } } };
}

export function unauthenticated({ status, text }: Refusal, profile: Profile): ApiResponse {
  const headers = { 'WWW-Authenticate': 'Basic realm="Jira"' };
  switch (behaviour(profile).unauthenticatedBody) {
    case 'empty':
      return { status, headers };
    case 'plain-text':
      return { status, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' }, text: text ?? '' };
    case 'error-collection':
      return { status, headers, body: { errorMessages: [text], errors: {} } };
  }
}
