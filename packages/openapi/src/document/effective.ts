import { protectedFieldsAddress, type Profile } from '@fake-jira/profile';
import type { Conditions } from './conditions.js';
import { conditionKeys, conditionsOf } from './conditions.js';
import { basesThatHold, documentBase, movedPaths, writtenBases } from './bases.js';
import { isInstalled } from './installed.js';
import { ownPaths } from './own-paths.js';
import { withoutUnusedComponents } from './prune.js';
import { hasNamesAsKeys, isData, resolveReference } from './reading.js';
import type { JsonObject, OpenApiDocument, PathItemObject } from './types.js';
import { isObject, methods } from './types.js';

const absent = Symbol('absent');

/**
 * Resolves a document for a profile: what does not hold there is gone, older forms are put back, and the starred keys
 * of `specs/README.md` are used up. Neither document nor profile is changed.
 *
 * @param document one of `specs/`
 * @param api its name, which tells whether the profile has the app at all
 * @returns a plain OpenAPI document; without paths when the app is not installed
 * @throws {Error} when a key of the document names something that does not exist
 */
export function resolveDocument(document: OpenApiDocument, api: string, profile: Profile): OpenApiDocument {
  const conditions = conditionsOf(profile);
  const resolved = resolveNode(document, { ...conditions, absentTarget: targetsOf(document, conditions) }, false);
  if (!isObject(resolved)) return { openapi: document.openapi, info: document.info, paths: {} };
  const whole = resolved as OpenApiDocument;
  const paths = isInstalled(api, profile) ? pathsWithOperations(whole.paths) : {};
  const moved = profile.jira.deployment === 'data-center' ? onDataCenter(paths) : paths;
  const placed = atProfileAddress(document, profile, moved);
  return withoutUnusedComponents({ ...whole, ...onBases(document, api, profile, conditions, placed) });
}

/** Moves the paths of a document whose app stands elsewhere in each instance to where the profile says. */
function atProfileAddress(
  { 'x-profile-address': written }: OpenApiDocument,
  profile: Profile,
  paths: Record<string, PathItemObject>,
): Record<string, PathItemObject> {
  const address = protectedFieldsAddress(profile);
  if (typeof written !== 'string' || address === null) return paths;
  return Object.fromEntries(Object.entries(paths).map(([path, item]) => [path === written ? address : path, item]));
}

/** Moves the paths to where the profile has them, below the base that it has, and leaves that list of bases behind. */
function onBases(
  document: OpenApiDocument,
  api: string,
  profile: Profile,
  conditions: Conditions,
  paths: Record<string, PathItemObject>,
): Pick<OpenApiDocument, 'paths'> {
  const all = writtenBases(document);
  if (all.length === 0) return { paths };
  const bases = basesThatHold(all, api, profile, conditions);
  const from = documentBase(document, all);
  const to = bases.find(({ serves }) => serves === 'all')?.base;
  const own = ownPaths(paths, profile, { served: bases, written: from });
  return {
    paths: from === undefined || to === undefined ? own : movedPaths(own, from, to),
    'x-bases': bases,
  } as Pick<OpenApiDocument, 'paths'>;
}

/** Conditions, and whether what a reference leads to is there. */
interface Resolver extends Conditions {
  absentTarget(reference: string): boolean;
}

function targetsOf(document: OpenApiDocument, conditions: Conditions): Resolver['absentTarget'] {
  const known = new Map<string, boolean>();
  return (reference) => {
    const before = known.get(reference);
    if (before !== undefined) return before;
    const target = resolveReference(document, reference);
    const absent = isObject(target) && (!conditions.holds(target) || conditions.olderForm(target)?.replace === null);
    known.set(reference, absent);
    return absent;
  };
}

function resolveNode(node: unknown, conditions: Resolver, namesAsKeys: boolean): unknown {
  if (Array.isArray(node))
    return node.map((item) => resolveNode(item, conditions, false)).filter((item) => item !== absent);
  if (!isObject(node)) return node;
  if (!namesAsKeys) {
    if (!conditions.holds(node)) return absent;
    if (typeof node.$ref === 'string' && conditions.absentTarget(node.$ref)) return absent;
    const older = conditions.olderForm(node);
    if (older !== undefined) return older.replace === null ? absent : resolveNode(older.replace, conditions, false);
  }
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    if (!namesAsKeys && (conditionKeys as readonly string[]).includes(key)) continue;
    const child = childOf(key, value, conditions, namesAsKeys);
    if (child !== absent) result[key] = child;
  }
  return namesAsKeys ? result : consistent(node, result);
}

function childOf(key: string, value: unknown, conditions: Resolver, namesAsKeys: boolean): unknown {
  if (namesAsKeys) return resolveNode(value, conditions, false);
  if (isData(key)) return value;
  if (key === 'x-errors' && isObject(value)) return resolveErrors(value, conditions);
  return resolveNode(value, conditions, hasNamesAsKeys(key));
}

/** Texts of errors stand under `when`, which is `x-when` of a text. */
function resolveErrors(errors: JsonObject, conditions: Resolver): JsonObject {
  const kept = Object.entries(errors).flatMap(([code, given]): [string, unknown][] => {
    const entries = [given].flat().filter((entry) => !isObject(entry) || conditions.answers(entry.when));
    const resolved = entries
      .map((entry) => withStatus(withoutWhen(resolveNode(entry, conditions, false)), conditions))
      .filter((entry) => entry !== absent);
    if (resolved.length === 0) return [];
    return [[code, resolved.length === 1 ? resolved[0] : resolved]];
  });
  return Object.fromEntries(kept);
}

function withoutWhen(entry: unknown): unknown {
  if (!isObject(entry)) return entry;
  const { when: _when, ...rest } = entry;
  return rest;
}

/** The status that a question answers, where one does. */
function withStatus(entry: unknown, conditions: Resolver): unknown {
  if (!isObject(entry) || typeof entry.statusBy !== 'string') return entry;
  const { statusBy, ...rest } = entry;
  return { ...rest, status: Number(conditions.answerTo(statusBy)) };
}

/** Takes along what named a part that is gone: entries of `required` and of a discriminator's mapping. */
function consistent(before: JsonObject, after: JsonObject): JsonObject {
  if (Array.isArray(before.required) && isObject(before.properties) && isObject(after.properties)) {
    const gone = Object.keys(before.properties).filter((name) => !Object.hasOwn(after.properties as JsonObject, name));
    const required = (before.required as string[]).filter((name) => !gone.includes(name));
    // OpenAPI 3.0 wants at least one name in a list of required ones.
    if (required.length > 0) after.required = required;
    else delete after.required;
  }
  const branches = after.oneOf ?? after.anyOf;
  if (isObject(after.discriminator) && isObject(after.discriminator.mapping) && Array.isArray(branches)) {
    const kept = Object.entries(after.discriminator.mapping).filter(([, target]) =>
      branches.some(({ $ref }) => $ref === target),
    );
    after.discriminator = { ...after.discriminator, mapping: Object.fromEntries(kept) };
  }
  return after;
}

function pathsWithOperations(paths: Record<string, PathItemObject>): Record<string, PathItemObject> {
  return Object.fromEntries(
    Object.entries(paths).filter(([, item]) => methods.some((method) => item[method] !== undefined)),
  );
}

/** Data Center has no version 3 of Jira's API: what both have stands under version 2 there. */
function onDataCenter(paths: Record<string, PathItemObject>): Record<string, PathItemObject> {
  const moved: Record<string, PathItemObject> = {};
  for (const [path, item] of Object.entries(paths)) {
    const target = path.replace(/^\/rest\/api\/3(?=\/|$)/, '/rest/api/2');
    // Where both versions are written down, what was written for version 2 is the more exact of the two.
    moved[target] = path === target ? { ...moved[target], ...item } : { ...item, ...moved[target] };
  }
  return moved;
}
