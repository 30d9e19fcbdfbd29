import { plainDialect, type Dialect } from '../../http/dialect.js';
import { HttpError } from '../../http/wire-error.js';

/** How Jira's plugin manager says no. */
export const pluginManagerDialect: Dialect = {
  ...plainDialect,

  refuse({ status, text }) {
    const headers = status === 401 ? { 'WWW-Authenticate': 'Basic realm="Jira"' } : undefined;
    return { status, ...(headers && { headers }), body: { message: text } };
  },

  invalid: () => new HttpError('request-invalid', { reason: 'The key of an app stands here with -key behind it.' }),
};
