import { plainDialect, type Dialect } from '../../http/dialect.js';
import { putsPagingRight } from '../../http/paging.js';
import { behaviour } from './behaviour.js';

/** How Extender says no: with a message. */
export const extenderDialect: Dialect = {
  ...plainDialect,

  refuse(refusal, error, operation, profile) {
    const refused = plainDialect.refuse(refusal, error, operation, profile);
    return refusal.form === 'done' ? { ...refused, body: { message: refusal.text, status: 'done' } } : refused;
  },

  tolerates(problem, values, profile) {
    const { unknownPropertiesAreIgnored, invalidPagingIsDefault } = behaviour(profile);
    if (problem.keyword === 'additionalProperties') return unknownPropertiesAreIgnored;
    return invalidPagingIsDefault && putsPagingRight(problem, values, { startAt: 0, maxResults: undefined });
  },
};
