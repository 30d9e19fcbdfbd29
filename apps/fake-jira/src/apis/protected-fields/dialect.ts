import type { Operation } from '@fake-jira/openapi';
import { requireToken, type TokenScope } from '@fake-jira/world';
import type { Dialect } from '../../http/dialect.js';
import { HttpError } from '../../http/wire-error.js';
import { behaviour } from './behaviour.js';

/** How the app says no. */
export const protectedDialect: Dialect = {
  // Before the rest of the request is looked at: who has no token learns nothing about issues and fields.
  guard({ operation }, { root }, { token }) {
    if (token === undefined || token === '') throw new HttpError('token-missing');
    // Of several tokens none is meant.
    requireToken(root, typeof token === 'string' ? token : '', scopeOf(operation));
  },

  refuse({ status, text }, _error, { method }, { profile }) {
    const message = text ?? '';
    return method === 'GET' && behaviour(profile).readErrorsAreJson
      ? { status, body: { message } }
      : { status, text: message };
  },

  // What is wrong with a body that cannot be read is not said: the sentence would quote it.
  refuseTransport: (status, message) => ({ status, text: status === 400 ? 'Bad Request' : message }),

  splitsLists: (profile) => behaviour(profile).listsAreSplit,

  tolerates: ({ keyword }, _values, profile) =>
    keyword === 'additionalProperties' && behaviour(profile).unknownPropertiesAreIgnored,

  invalid: (problems) =>
    new HttpError('request-invalid', { reason: problems.map(({ message }) => `${message}.`).join(' ') }),
};

/** What an operation needs a token for (000:23, 000:61). */
export function scopeOf({ method }: Pick<Operation, 'method'>): TokenScope {
  return method === 'GET' ? 'READ' : 'WRITE';
}
