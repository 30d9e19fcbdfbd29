import type { Problem } from '@fake-jira/openapi';
import { plainDialect, type Dialect } from '../../http/dialect.js';
import { behaviour } from './behaviour.js';

/** How Extender says no: with a message. */
export const extenderDialect: Dialect = {
  ...plainDialect,

  refuse(refusal, error, operation, profile) {
    const refused = plainDialect.refuse(refusal, error, operation, profile);
    return refusal.form === 'done' ? { ...refused, body: { message: refusal.text, status: 'done' } } : refused;
  },

  tolerates(problem, { query }, profile) {
    const { unknownPropertiesAreIgnored, invalidPagingIsDefault } = behaviour(profile);
    if (problem.keyword === 'additionalProperties') return unknownPropertiesAreIgnored;
    if (!isPaging(problem) || !invalidPagingIsDefault) return false;
    if (problem.name === 'startAt') query['startAt'] = 0;
    else delete query['maxResults'];
    return true;
  },
};

function isPaging({ in: place, name }: Problem): boolean {
  return place === 'query' && (name === 'startAt' || name === 'maxResults');
}
