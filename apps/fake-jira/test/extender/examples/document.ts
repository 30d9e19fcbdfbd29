import { sourceDocument, type OpenApiDocument } from '@fake-jira/openapi';

type Json = Readonly<Record<string, unknown>>;

/** An example of the document. */
export interface Example {
  readonly operationId: string;
  readonly part: 'request' | 'answer';
  readonly name: string;
  readonly value: unknown;
  /** Open questions under whose answers the example is as it is. */
  readonly answers: Readonly<Record<string, string>>;
}

const document: OpenApiDocument = sourceDocument('extender');

const entries = (value: unknown) => Object.entries((value ?? {}) as Record<string, Json>);

/** Every example of a request or an answer that the document has, in its order. */
export function examples(): Example[] {
  return entries(document.paths).flatMap(([, item]) =>
    entries(item).flatMap(([, { operationId, requestBody, responses }]) => [
      ...inContent(operationId, 'request', requestBody as Json | undefined),
      ...entries(responses).flatMap(([, response]) => inContent(operationId, 'answer', response)),
    ]),
  );
}

function inContent(operationId: unknown, part: Example['part'], body: Json | undefined): Example[] {
  return entries(body?.['content']).flatMap(([, { examples: written }]) =>
    entries(written).map(([name, example]) => ({
      operationId: String(operationId),
      part,
      name,
      value: example['value'],
      answers: (example['x-when'] ?? {}) as Record<string, string>,
    })),
  );
}
