import type { OperationId } from '@fake-jira/openapi';
import { plainDialect, type Dialect } from '../../http/dialect.js';
import { sentences, unknownParameter } from '../../http/given-requests.js';
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
  ...plainDialect,
  bodyLimit,
  readsBody: ({ operationId }, body) => operationId.endsWith('World') && body instanceof YamlText,

  guard({ operation }, _call, query) {
    const reason = unknownParameter(operation.operationId, Object.keys(query));
    if (reason !== undefined) throw new HttpError('request-invalid', { reason });
  },

  invalid: (problems, _profile, { operationId }) =>
    new HttpError('request-invalid', { reason: sentences(operationId as OperationId, problems) }),

  refuse({ status, text }, error) {
    const { mistakes } = error.data as { readonly mistakes?: unknown };
    return { status, body: { message: text ?? '', ...(mistakes !== undefined && { mistakes }) } };
  },
};
