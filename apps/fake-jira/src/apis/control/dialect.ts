import type { Dialect } from '../../http/api.js';
import { HttpError } from '../../http/wire-error.js';

/** Largest world file in bytes. */
const bodyLimit = 256 * 1024 * 1024;

/** A world file as YAML, which is read where its lines are still known. */
export class YamlText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The fake's own form of everything: errors are a sentence, and a list of mistakes where there can be several. */
export const controlDialect: Dialect = {
  bodyLimit,
  readsBody: ({ operationId }, body) => operationId.endsWith('World') && body instanceof YamlText,

  refuse({ status, text }, error) {
    const { mistakes } = error.data as { readonly mistakes?: unknown };
    return { status, body: { message: text ?? '', ...(mistakes !== undefined && { mistakes }) } };
  },

  refuseTransport: (status, message) => ({ status, body: { message } }),

  splitsLists: () => false,

  tolerates: () => false,

  invalid: (problems) =>
    new HttpError('request-invalid', { reason: problems.map(({ message }) => `${message}.`).join(' ') }),
};
