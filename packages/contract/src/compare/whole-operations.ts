import { isObject, methods, type JsonObject, type OpenApiDocument } from '@fake-jira/openapi';

/** An operation with all that it refers to in place. */
export interface WholeOperation {
  /** Method and path. */
  readonly address: string;
  readonly node: Readonly<JsonObject>;
}

const known = new WeakMap<OpenApiDocument, ReadonlyMap<string, WholeOperation>>();

/** The operations of a document by id, with all that they refer to in place. */
export function wholeOperations(document: OpenApiDocument): ReadonlyMap<string, WholeOperation> {
  const before = known.get(document);
  if (before !== undefined) return before;
  const found = new Map<string, WholeOperation>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const node = item[method];
      if (node?.operationId === undefined) continue;
      const parameters = [...(item.parameters ?? []), ...(node.parameters ?? [])];
      const whole = dereferenced({ ...node, parameters }, document, []) as JsonObject;
      found.set(node.operationId, { address: `${method} ${path}`, node: whole });
    }
  }
  known.set(document, found);
  return found;
}

function dereferenced(node: unknown, document: OpenApiDocument, seen: readonly string[]): unknown {
  if (Array.isArray(node)) return node.map((item) => dereferenced(item, document, seen));
  if (!isObject(node)) return node;
  const { $ref } = node;
  if (typeof $ref !== 'string') {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, dereferenced(value, document, seen)]));
  }
  // What contains itself is followed once.
  if (seen.includes($ref)) return { $ref };
  const target = $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((part, key) => (isObject(part) ? part[key] : undefined), document);
  return dereferenced(target, document, [...seen, $ref]);
}
