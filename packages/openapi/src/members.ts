import { nearest } from '@fake-jira/profile';
import { dereference, operationsOf, parametersOf, pointerParts } from './document/reading.js';
import type { PlacedOperation } from './document/reading.js';
import { jsonContent } from './document/request-schemas.js';
import { isObject, type JsonObject, type OpenApiDocument } from './document/types.js';
import { sourceDocument } from './documents.js';
import type { OperationId } from './generated/registry.js';
import { operation } from './operations.js';
import type { Problem } from './problems.js';
import type { ApiName } from './table.js';

/** The names of the query parameters of an operation. */
export function queryNames(operationId: OperationId): string[] {
  const { document, placed } = placedOf(operationId);
  return parametersOf(document, placed).flatMap((parameter) => (parameter.in === 'query' ? [parameter.name] : []));
}

/**
 * What is wrong with a request, with the property that was meant where one has a name that is none.
 *
 * @example hinted('controlAddFault', problem); // unknown property "wen": did you mean "when"?
 */
export function hinted(operationId: OperationId, { in: part, keyword, pointer, name, message }: Problem): string {
  if (part !== 'body' || keyword !== 'additionalProperties' || name === undefined) return message;
  const [best] = nearest(name, bodyMembers(operationId, pointerParts(pointer).slice(0, -1)), 1);
  return best === undefined ? message : `${message}: did you mean "${best}"?`;
}

/** The properties that a request can have at a place of its body; none where the document leaves a choice. */
function bodyMembers(operationId: OperationId, place: readonly string[]): string[] {
  const { document, placed } = placedOf(operationId);
  const { requestBody } = placed.operation;
  let schema: JsonObject | undefined = requestBody && jsonContent(dereference(document, requestBody).content)?.schema;
  for (const part of place) {
    const { properties, items } = schema ? dereference(document, schema) : {};
    const next = isObject(properties) && part in properties ? properties[part] : items;
    schema = isObject(next) ? next : undefined;
  }
  const { properties } = schema ? dereference(document, schema) : {};
  if (!isObject(properties)) return [];
  return Object.keys(properties).filter((name) => (properties[name] as JsonObject)['readOnly'] !== true);
}

function placedOf(operationId: OperationId): { document: OpenApiDocument; placed: PlacedOperation } {
  const document = sourceDocument(operation(operationId).api as ApiName);
  const placed = operationsOf(document).find((one) => one.operation.operationId === operationId);
  if (!placed) throw new Error(`no document has the operation ${operationId}`);
  return { document, placed };
}
