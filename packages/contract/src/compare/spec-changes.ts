import { isDeepStrictEqual } from 'node:util';
import { effectiveSpec, isObject, type JsonObject } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { ContractApi } from '../apis.js';
import { contractApis } from '../checks/index.js';
import { wholeOperations, type WholeOperation } from './whole-operations.js';

/** What the documents of two profiles say otherwise. */
export type ChangeKind =
  /** The operation is there in one of them only; the name is `appeared` or `disappeared`. */
  | 'operation'
  /** It stands at another address, which is the name. */
  | 'address'
  /** A status that one of them does not list. */
  | 'outcome'
  /** A parameter, or a property of the body that is sent. */
  | 'parameter'
  /** A property of an answer. */
  | 'property'
  /** The form of a whole answer; the name is its status. */
  | 'form'
  /** The text or the form of an error; the name is the rule that is broken. */
  | 'error'
  /** What no schema shows, in words. */
  | 'behaviour';

/** One thing that the version histories change between two profiles, of one operation. */
export interface DocumentedChange {
  readonly api: ContractApi;
  readonly operation: string;
  readonly kind: ChangeKind;
  readonly name: string;
  /** Statuses of the answers that show it; none: whichever. */
  readonly statuses: readonly number[];
  /** A property that came, and that none of these answers may be without. */
  readonly required?: true;
}

const known = new WeakMap<Profile, WeakMap<Profile, readonly DocumentedChange[]>>();

/** What the documents say of the step from one profile to another, by API and in the order of the operations. */
export function specChanges(before: Profile, after: Profile): readonly DocumentedChange[] {
  const steps = known.get(before) ?? new WeakMap<Profile, readonly DocumentedChange[]>();
  known.set(before, steps);
  const changes = steps.get(after) ?? contractApis.flatMap((api) => changesOfApi(api, before, after));
  steps.set(after, changes);
  return changes;
}

function changesOfApi(api: ContractApi, before: Profile, after: Profile): DocumentedChange[] {
  const [old, recent] = [effectiveSpec(api, before), effectiveSpec(api, after)];
  // A step of one app leaves the documents of the others as they are.
  if (JSON.stringify(old) === JSON.stringify(recent)) return [];
  const [olds, recents] = [wholeOperations(old), wholeOperations(recent)];
  const errors = changedErrors(errorsOf(old), errorsOf(recent));
  return [...new Set([...olds.keys(), ...recents.keys()])].flatMap((operation) => {
    const [one, other] = [olds.get(operation), recents.get(operation)];
    const changes = one && other ? [...changesOf(one, other), ...errors] : [existence(other)];
    return changes.map((change) => ({ api, operation, ...change }));
  });
}

type Part = Omit<DocumentedChange, 'api' | 'operation'>;

function existence(after: WholeOperation | undefined): Part {
  return { kind: 'operation', name: after ? 'appeared' : 'disappeared', statuses: [] };
}

function* changesOf(before: WholeOperation, after: WholeOperation): Iterable<Part> {
  if (before.address !== after.address) yield { kind: 'address', name: after.address, statuses: [] };
  for (const name of changedNames(requestOf(before), requestOf(after)).keys()) {
    yield { kind: 'parameter', name, statuses: [] };
  }
  const [olds, recents] = [objectIn(before.node, 'responses'), objectIn(after.node, 'responses')];
  for (const status of new Set([...Object.keys(olds), ...Object.keys(recents)])) {
    const [one, other] = [told(olds[status]), told(recents[status])];
    const statuses = [Number(status)];
    if (one === undefined || other === undefined) yield { kind: 'outcome', name: status, statuses };
    yield* changesOfAnswer(objectOr(one), objectOr(other), statuses);
  }
  yield* changedErrors(errorsOf(before.node), errorsOf(after.node));
  for (const name of changedBehaviour(before, after)) yield { kind: 'behaviour', name, statuses: [] };
}

/** A status that only one of them has is no change of a form as well. */
function* changesOfAnswer(before: JsonObject, after: JsonObject, statuses: readonly number[]): Iterable<Part> {
  for (const { name } of changedErrors(errorsOf(before), errorsOf(after))) yield { kind: 'error', name, statuses };
  const [one, other] = [objectIn(before, 'content'), objectIn(after, 'content')];
  if (Object.keys(one).length === 0 || Object.keys(other).length === 0) return;
  for (const [name, isRequired] of changedNames(one, other)) {
    yield { kind: 'property', name, statuses, ...(isRequired ? { required: true } : {}) };
  }
  if (!isDeepStrictEqual(outline(one), outline(other))) yield { kind: 'form', name: String(statuses[0]), statuses };
}

/** What a schema is at its top: an object, a list, or one of some. */
function outline(content: JsonObject): unknown {
  return Object.values(content).map((media) => {
    const schema = objectIn(objectOr(media), 'schema');
    const branches = (schema['oneOf'] ?? schema['anyOf']) as readonly JsonObject[] | undefined;
    return [schema['type'], branches?.map((branch) => [branch['type'], branch['required']])];
  });
}

function requestOf({ node }: WholeOperation): JsonObject {
  const parameters = (told(node['parameters']) ?? []) as readonly JsonObject[];
  // As properties: their order says nothing.
  const named = Object.fromEntries(parameters.map((parameter) => [String(parameter['name']), parameter]));
  return { properties: named, requestBody: told(node['requestBody']) };
}

function errorsOf(node: JsonObject): JsonObject {
  return objectOr(told(node['x-errors']));
}

function changedErrors(before: JsonObject, after: JsonObject): Part[] {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return codes
    .filter((code) => !isDeepStrictEqual(before[code], after[code]))
    .map((code) => ({ kind: 'error', name: code, statuses: statusesOf([before[code], after[code]]) }));
}

/** Statuses that texts of errors have beside them. */
function statusesOf(texts: unknown): number[] {
  const found = [texts].flat(2).flatMap((text) => (isObject(text) ? Number(text['status'] ?? NaN) : NaN));
  return [...new Set(found.filter((status) => !Number.isNaN(status)))];
}

function changedBehaviour(before: WholeOperation, after: WholeOperation): string[] {
  const texts = ({ node }: WholeOperation) =>
    ((node['x-behaviour'] ?? []) as readonly { readonly what: string }[]).map(({ what }) => what);
  const [olds, recents] = [texts(before), texts(after)];
  return [...olds.filter((text) => !recents.includes(text)), ...recents.filter((text) => !olds.includes(text))];
}

/** Keys that say how something is known or what it is for, and not what it is. */
const silent = ['x-evidence', 'x-source', 'x-question', 'description', 'summary', 'example', 'examples'];

/** A part of a document without what does not change the behaviour. */
function told(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(told);
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => {
      // The names of properties are no keys: one can be called description.
      if (key === 'properties') return [[key, named(value)]];
      return silent.includes(key) ? [] : [[key, told(value)]];
    }),
  );
}

function named(properties: unknown): unknown {
  return Object.fromEntries(Object.entries(objectOr(properties)).map(([name, schema]) => [name, told(schema)]));
}

/**
 * The innermost properties under which two schemas differ, each with whether the second one has it and requires it, and
 * the first one does not have it.
 */
function changedNames(before: unknown, after: unknown): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const add = (name: string, isRequired: boolean) => found.set(name, isRequired && found.get(name) !== false);
  const visit = (one: unknown, other: unknown): boolean => {
    if (isDeepStrictEqual(one, other)) return false;
    if (Array.isArray(one) && Array.isArray(other)) {
      const count = Math.max(one.length, other.length);
      return Array.from({ length: count }, (_, at) => visit(one[at] ?? {}, other[at] ?? {})).includes(true);
    }
    if (!isObject(one) || !isObject(other)) return false;
    return keysOf(one, other)
      .map((key) => (key === 'properties' ? visitProperties(one, other) : visit(one[key] ?? {}, other[key] ?? {})))
      .includes(true);
  };
  const visitProperties = (one: JsonObject, other: JsonObject): boolean => {
    const [olds, recents] = [objectIn(one, 'properties'), objectIn(other, 'properties')];
    const required = (other['required'] ?? []) as readonly string[];
    const changed = keysOf(olds, recents).filter((name) => !isDeepStrictEqual(olds[name], recents[name]));
    for (const name of changed) {
      // Where a schema is a new one, what is in it may stand elsewhere before.
      const came = olds[name] === undefined && Object.keys(olds).length > 0;
      if (olds[name] === undefined || !visit(olds[name], recents[name])) add(name, came && required.includes(name));
    }
    return changed.length > 0;
  };
  visit(before, after);
  return found;
}

function keysOf(one: JsonObject, other: JsonObject): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}

function objectIn(node: JsonObject, key: string): JsonObject {
  return objectOr(node[key]);
}

function objectOr(node: unknown): JsonObject {
  return isObject(node) ? node : {};
}
