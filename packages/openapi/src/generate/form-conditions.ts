import { conditionKeys } from '../document/conditions.js';
import { operationsOf, resolveReference, walk } from '../document/reading.js';
import type { OpenApiDocument } from '../document/types.js';

/**
 * The operations whose requests can have another form in some profile than in the open: those with a condition at a
 * parameter, at the body or at a schema below them.
 */
export function formConditions(document: OpenApiDocument): string[] {
  return operationsOf(document)
    .filter(({ item, operation }) =>
      hasConditions(document, [item.parameters, operation.parameters, operation.requestBody], new Set()),
    )
    .map(({ operation }) => operation.operationId!);
}

function hasConditions(document: OpenApiDocument, node: unknown, seen: Set<string>): boolean {
  let found = false;
  walk(node, (current, path) => {
    // Examples do not decide what is allowed.
    if (found || path.includes('examples')) return;
    found = conditionKeys.some((key) => current[key] !== undefined);
    const { $ref } = current;
    if (found || typeof $ref !== 'string' || seen.has($ref)) return;
    seen.add($ref);
    found = hasConditions(document, resolveReference(document, $ref), seen);
  });
  return found;
}
