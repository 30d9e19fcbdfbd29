import type { Dialect } from '../../http/api.js';
import { HttpError } from '../../http/wire-error.js';

/** How Jira's plugin manager says no. */
export const pluginManagerDialect: Dialect = {
  refuse({ status, text }) {
    const headers = status === 401 ? { 'WWW-Authenticate': 'Basic realm="Jira"' } : undefined;
    return { status, ...(headers && { headers }), body: { message: text } };
  },

  refuseTransport: (status, message) => ({ status, body: { message } }),

  splitsLists: () => false,

  tolerates: () => false,

  invalid: () => new HttpError('request-invalid', { reason: 'The key of an app stands here with -key behind it.' }),
};
