import { operations, sourceDocument, type ApiName, type Evidence, type Operation } from '@fake-jira/openapi';

interface ResponseInSource {
  readonly $ref?: string;
  readonly 'x-evidence'?: Evidence;
}

/**
 * What the source says about how each outcome of some operations is known, by `operationId status`; a response without
 * a word is known as its operation is.
 */
export function outcomeEvidence(
  api: ApiName,
  isWanted: (operation: Operation) => boolean,
): ReadonlyMap<string, Evidence> {
  const source = sourceDocument(api);
  const shared = source.components?.responses as Record<string, ResponseInSource> | undefined;
  return new Map(
    operations(api)
      .filter(isWanted)
      .flatMap(({ operationId, path, method, statuses, evidence }) => {
        const item = source.paths?.[path] as Record<string, { responses: Record<string, ResponseInSource> }>;
        const { responses } = item[method.toLowerCase()] as { responses: Record<string, ResponseInSource> };
        return statuses.map((status) => {
          const response = responses[String(status)] as ResponseInSource;
          const target = shared?.[response.$ref?.split('/').at(-1) ?? ''];
          return [`${operationId} ${status}`, response['x-evidence'] ?? target?.['x-evidence'] ?? evidence] as const;
        });
      }),
  );
}
