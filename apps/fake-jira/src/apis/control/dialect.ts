import { plainDialect, type Dialect } from '../../http/dialect.js';

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

  refuse({ status, text }, error) {
    const { mistakes } = error.data as { readonly mistakes?: unknown };
    return { status, body: { message: text ?? '', ...(mistakes !== undefined && { mistakes }) } };
  },
};
