import type { ApiStyle } from '../../http/router.js';
import { HttpError } from '../../http/wire-error.js';

/** Where Jira's plugin manager answers: on Data Center only. */
export const pluginManagerStyle: ApiStyle = {
  api: 'plugin-manager',
  prefix: '/rest/plugins/',

  addresses: ({ path }) => [path],

  placeOf: () => ({ base: '/rest/plugins/1.0', restVersion: '1.0' }),

  serves: (_operation, _place, { versions }) => versions.jira.has('data-center'),

  refuse({ status, text }) {
    const headers = status === 401 ? { 'WWW-Authenticate': 'Basic realm="Jira"' } : undefined;
    return { status, ...(headers && { headers }), body: { message: text } };
  },

  refuseTransport: (status, message) => ({ status, body: { message } }),

  splitsLists: () => false,

  tolerates: () => false,

  invalid: () => new HttpError('request-invalid', { reason: 'The key of an app stands here with -key behind it.' }),
};
