import { conditionKeys } from './conditions.js';
import { hasNamesAsKeys, isData } from './reading.js';
import type { JsonObject, OpenApiDocument } from './types.js';
import { isObject } from './types.js';

/**
 * A document as it stands in the open, for what is compiled before a profile is known: the newest form of everything,
 * and every part that any profile has. What only some profiles have is not required: an `x-until`, `x-when` or
 * `x-deployment` on a property takes it out of `required`. (`x-since` does not: the newest form asks for it.) An
 * `x-pattern` with conditions, which would refuse what other profiles take, is left out.
 */
export function openForm(document: OpenApiDocument): OpenApiDocument {
  return strip(document, false) as OpenApiDocument;
}

function strip(node: unknown, namesAsKeys: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => strip(item, false));
  if (!isObject(node)) return node;
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    if (!namesAsKeys && (conditionKeys as readonly string[]).includes(key)) continue;
    if (!namesAsKeys && key === 'x-pattern' && isObject(value)) continue;
    result[key] =
      !namesAsKeys && (isData(key) || key === 'x-errors') ? value : strip(value, !namesAsKeys && hasNamesAsKeys(key));
  }
  if (!namesAsKeys && Array.isArray(node.required) && isObject(node.properties)) {
    const properties = node.properties;
    const required = (node.required as string[]).filter((name) => !isOptionalSomewhere(properties[name]));
    if (required.length > 0) result.required = required;
    else delete result.required;
  }
  return result;
}

function isOptionalSomewhere(property: unknown): boolean {
  return isObject(property) && ['x-until', 'x-when', 'x-deployment'].some((key) => property[key] !== undefined);
}
