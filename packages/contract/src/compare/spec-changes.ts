import { isDeepStrictEqual } from 'node:util';
import { effectiveSpec, type OpenApiDocument } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { ContractApi } from '../check.js';

/** What the effective specs of two profiles say otherwise of one operation. */
export interface SpecChange {
  readonly api: ContractApi;
  readonly operation: string;
  /** It is there in one of them only. */
  readonly existence: 'appeared' | 'disappeared' | null;
  /** Its address is another one. */
  readonly moved: boolean;
  /** Statuses that one of them does not list, or whose answer is another one. */
  readonly statuses: ReadonlySet<string>;
  /** Names of properties and parameters that one of them does not have, or that have another schema. */
  readonly names: ReadonlySet<string>;
  /** What it takes is another thing: a parameter, or the body. */
  readonly request: boolean;
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

interface Placed {
  readonly address: string;
  readonly node: Readonly<Record<string, unknown>>;
}

/** What the documents say of the step from one profile to another, by operation; nothing for what stays as it is. */
export function specChanges(api: ContractApi, before: Profile, after: Profile): SpecChange[] {
  const [old, recent] = [effectiveSpec(api, before), effectiveSpec(api, after)];
  const [olds, recents] = [operationsOf(old), operationsOf(recent)];
  return [...new Set([...olds.keys(), ...recents.keys()])].flatMap((operation) => {
    const [one, other] = [olds.get(operation), recents.get(operation)];
    if (one === undefined || other === undefined) {
      const existence = one === undefined ? 'appeared' : 'disappeared';
      return [
        {
          api,
          operation,
          existence,
          moved: false,
          statuses: new Set<string>(),
          names: new Set<string>(),
          request: true,
        },
      ];
    }
    const change = changeOf(api, operation, one, other);
    return change.moved || change.request || change.statuses.size > 0 ? [change] : [];
  });
}

function changeOf(api: ContractApi, operation: string, before: Placed, after: Placed): SpecChange {
  const names = new Set<string>();
  const requestOf = ({ node }: Placed) => ({ parameters: node['parameters'], requestBody: node['requestBody'] });
  const request = [...changedNames(requestOf(before), requestOf(after))];
  for (const name of request) names.add(name);
  const [olds, recents] = [responsesOf(before), responsesOf(after)];
  const statuses = new Set<string>();
  for (const status of new Set([...Object.keys(olds), ...Object.keys(recents)])) {
    if (isDeepStrictEqual(told(olds[status]), told(recents[status]))) continue;
    statuses.add(status);
    for (const name of changedNames(told(olds[status]), told(recents[status]))) names.add(name);
  }
  return {
    api,
    operation,
    existence: null,
    moved: before.address !== after.address,
    statuses,
    names,
    request: !isDeepStrictEqual(requestOf(before), requestOf(after)),
  };
}

function responsesOf({ node }: Placed): Readonly<Record<string, unknown>> {
  return (node['responses'] ?? {}) as Readonly<Record<string, unknown>>;
}

/** Keys of ours that say how something is known, and not what it is. */
const silent = ['x-evidence', 'x-source', 'x-question', 'description', 'example', 'examples'];

/** A part of a document without what does not change the behaviour. */
function told(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(told);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !silent.includes(key))
      .map(([key, value]) => [key, told(value)]),
  );
}

/** Names of properties and parameters under which two parts differ. */
function* changedNames(before: unknown, after: unknown): Iterable<string> {
  if (isDeepStrictEqual(before, after)) return;
  if (!isObject(before) || !isObject(after)) return;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [one, other] = [before[key], after[key]];
    if (isDeepStrictEqual(one, other)) continue;
    if (key === 'properties') {
      const [olds, recents] = [isObject(one) ? one : {}, isObject(other) ? other : {}];
      for (const name of new Set([...Object.keys(olds), ...Object.keys(recents)])) {
        if (!isDeepStrictEqual(olds[name], recents[name])) yield name;
      }
    }
    if (key === 'name' && typeof one === 'string') yield one;
    if (key === 'name' && typeof other === 'string') yield other;
    yield* changedNames(one ?? {}, other ?? {});
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The operations of a document by id, with all that they refer to in place. */
function operationsOf(document: OpenApiDocument): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const node = item[method];
      if (node?.operationId === undefined) continue;
      const whole = dereferenced(
        { ...node, parameters: [...(item.parameters ?? []), ...(node.parameters ?? [])] },
        document,
        [],
      );
      found.set(node.operationId, { address: `${method} ${path}`, node: whole as Placed['node'] });
    }
  }
  return found;
}

function dereferenced(node: unknown, document: OpenApiDocument, seen: readonly string[]): unknown {
  if (Array.isArray(node)) return node.map((item) => dereferenced(item, document, seen));
  if (!isObject(node)) return node;
  const { $ref } = node;
  if (typeof $ref === 'string') {
    // What contains itself is followed once.
    if (seen.includes($ref)) return { $ref };
    const target = $ref
      .slice(2)
      .split('/')
      .reduce<unknown>((part, key) => (isObject(part) ? part[key] : undefined), document);
    return dereferenced(target, document, [...seen, $ref]);
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, dereferenced(value, document, seen)]));
}
