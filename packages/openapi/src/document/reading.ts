import type { JsonObject, Method, OpenApiDocument, OperationObject, ParameterObject, PathItemObject } from './types.js';
import { isObject, methods } from './types.js';

/** An operation where it stands in its document. */
export interface PlacedOperation {
  readonly path: string;
  readonly method: Method;
  readonly item: PathItemObject;
  readonly operation: OperationObject;
}

/** The operations of a document, in its order. */
export function operationsOf(document: OpenApiDocument): PlacedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method];
      return isObject(operation) ? [{ path, method, item, operation: operation }] : [];
    }),
  );
}

/** The parameters of an operation, those of its path included, references followed. */
export function parametersOf(document: OpenApiDocument, { item, operation }: PlacedOperation): ParameterObject[] {
  const byKey = new Map<string, ParameterObject>();
  for (const listed of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = dereference(document, listed);
    byKey.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...byKey.values()];
}

/** A JSON pointer from its parts. */
export function pointer(...parts: readonly (string | number)[]): string {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The parts of a JSON pointer (with or without the `#` of a reference). */
export function pointerParts(text: string): string[] {
  return text
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a reference within the document (`#/…`) points to, or undefined. */
export function resolveReference(document: unknown, reference: string): unknown {
  if (!reference.startsWith('#')) return undefined;
  let node: unknown = document;
  for (const part of pointerParts(reference)) {
    if (Array.isArray(node)) node = node[Number(part)];
    else if (isObject(node) && Object.hasOwn(node, part)) node = node[part];
    else return undefined;
  }
  return node;
}

/**
 * Follows references until the node itself. Keys of ours beside a `$ref` (`x-errors`, `x-when`) are kept and win.
 *
 * @throws {Error} when a reference leads nowhere or in a circle
 */
export function dereference<Node extends JsonObject>(document: OpenApiDocument, node: Node): Node {
  let current: JsonObject = node;
  for (let hops = 0; typeof current.$ref === 'string'; hops += 1) {
    const { $ref, ...beside } = current;
    const target = resolveReference(document, $ref);
    if (!isObject(target) || hops > 20) throw new Error(`the reference ${String($ref)} leads nowhere`);
    current = { ...target, ...Object.fromEntries(Object.entries(beside).filter(([key]) => key.startsWith('x-'))) };
  }
  return current as Node;
}

/**
 * Calls `visit` for every object of a document that is part of the description: not for what stands in examples,
 * defaults and enums, which are data.
 */
export function walk(node: unknown, visit: (node: JsonObject, path: readonly (string | number)[]) => void): void {
  step(node, [], false);

  function step(current: unknown, path: readonly (string | number)[], namesAsKeys: boolean): void {
    if (Array.isArray(current)) current.forEach((item, index) => step(item, [...path, index], false));
    if (!isObject(current)) return;
    if (!namesAsKeys) visit(current, path);
    for (const [key, value] of Object.entries(current)) {
      if (!namesAsKeys && isData(key)) continue;
      step(value, [...path, key], !namesAsKeys && hasNamesAsKeys(key));
    }
  }
}

/** Whether what stands under a key of a description is data, in which `$ref` and `x-…` mean nothing. */
export function isData(key: string): boolean {
  return key === 'example' || key === 'default' || key === 'enum' || key === 'value' || key === 'x-source';
}

/** Whether the keys of what stands under a key are names that the writer chose, so that `default` there is a name. */
export function hasNamesAsKeys(key: string): boolean {
  return ['properties', 'paths', 'responses', 'schemas', 'examples', 'headers', 'content', 'securitySchemes'].includes(
    key,
  );
}
