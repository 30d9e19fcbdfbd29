import type { ApiStyle } from '../../http/router.js';
import { HttpError } from '../../http/wire-error.js';

/** Largest world file in bytes. */
const bodyLimit = 256 * 1024 * 1024;

/** The fake's own form of everything: errors are a sentence, and a list of mistakes where there can be several. */
export const controlStyle: ApiStyle = {
  api: 'control',
  bodyLimit,
  readsBody: ({ operationId }, body) => operationId.endsWith('World') && typeof body === 'string',

  refuse({ status, text }, error) {
    const { mistakes } = error.data as { readonly mistakes?: unknown };
    return { status, body: { message: text ?? '', ...(mistakes !== undefined && { mistakes }) } };
  },

  refuseTransport: (status, message) => ({ status, body: { message } }),

  splitsLists: () => false,

  // A world file as YAML is a text here; it is read where its lines are still known.
  tolerates: ({ in: place, pointer, keyword }, { body }) =>
    place === 'body' && pointer === '' && keyword === 'type' && typeof body === 'string',

  invalid: (problems) =>
    new HttpError('request-invalid', { reason: problems.map(({ message }) => `${message}.`).join(' ') }),
};
