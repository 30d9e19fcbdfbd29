import type { Problem } from '@fake-jira/openapi';
import type { Dialect } from '../../http/api.js';
import { HttpError } from '../../http/wire-error.js';
import { behaviour } from './behaviour.js';

/** How Extender says no: with a message. */
export const extenderDialect: Dialect = {
  refuse({ status, text, form }, error) {
    const headers = error.code === 'not-authenticated' ? { 'WWW-Authenticate': 'Basic realm="Jira"' } : undefined;
    const body = { message: text, ...(form === 'done' && { status: 'done' }) };
    return { status, ...(headers && { headers }), body };
  },

  refuseTransport: (status, message) => ({ status, body: { message } }),

  splitsLists: () => false,

  tolerates(problem, { query }, profile) {
    const { unknownPropertiesAreIgnored, invalidPagingIsDefault } = behaviour(profile);
    if (problem.keyword === 'additionalProperties') return unknownPropertiesAreIgnored;
    if (!isPaging(problem) || !invalidPagingIsDefault) return false;
    if (problem.name === 'startAt') query['startAt'] = 0;
    else delete query['maxResults'];
    return true;
  },

  invalid: (problems) => new HttpError('request-invalid', { reason: problems.map(sentence).join(' ') }),
};

function isPaging({ in: place, name }: Problem): boolean {
  return place === 'query' && (name === 'startAt' || name === 'maxResults');
}

function sentence({ message }: Problem): string {
  return `${message}.`;
}
