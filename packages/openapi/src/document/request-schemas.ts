import { toJsonSchema } from './json-schema.js';
import type { PlacedOperation } from './reading.js';
import { dereference, parametersOf } from './reading.js';
import type { JsonObject, OpenApiDocument, ParameterObject } from './types.js';

/** How parameters, which come as texts, are read by Ajv. Bodies are not. */
export const coercion = { coerceTypes: 'array', useDefaults: true } as const;

/** What a request of one operation is checked against. */
export interface RequestSchemas {
  readonly path?: JsonObject;
  readonly query?: JsonObject;
  readonly body?: JsonObject;
  readonly bodyRequired: boolean;
  /** The names of the query parameters: the others are ignored. */
  readonly queryNames: string[];
  /** Those whose list comes in one value with commas (`explode: false`). */
  readonly commaLists: string[];
  /** All that are lists. */
  readonly lists: string[];
  /** Query parameters that are one text. */
  readonly texts: string[];
  /** Query parameters that are true or false, also as texts. */
  readonly booleans: string[];
  /** Parameters of path and query that are whole numbers, or lists of them. */
  readonly integers: string[];
}

/** The request schemas of an operation, as JSON Schema. */
export function requestSchemas(document: OpenApiDocument, placed: PlacedOperation): RequestSchemas {
  const parameters = parametersOf(document, placed);
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const requestBody = placed.operation.requestBody && dereference(document, placed.operation.requestBody);
  const body = jsonContent(requestBody?.content)?.schema;
  return {
    ...(inPath.length > 0 && { path: objectOf(document, inPath) }),
    ...(inQuery.length > 0 && { query: objectOf(document, inQuery) }),
    ...(body && { body: toJsonSchema(document, body, 'request') }),
    bodyRequired: requestBody?.required === true,
    queryNames: inQuery.map(({ name }) => name),
    commaLists: inQuery
      .filter((parameter) => parameter.explode === false && isList(document, parameter))
      .map(({ name }) => name),
    lists: inQuery.filter((parameter) => isList(document, parameter)).map(({ name }) => name),
    texts: inQuery.filter((parameter) => isText(document, parameter)).map(({ name }) => name),
    booleans: inQuery.filter((parameter) => isBoolean(document, parameter)).map(({ name }) => name),
    integers: [...inPath, ...inQuery].filter((parameter) => isInteger(document, parameter)).map(({ name }) => name),
  };
}

/** The JSON among the media types of a content map. */
export function jsonContent<Media>(content: Record<string, Media> | undefined): Media | undefined {
  return Object.entries(content ?? {}).find(([type]) => /^application\/([\w.-]+\+)?json\b/.test(type))?.[1];
}

function objectOf(document: OpenApiDocument, parameters: readonly ParameterObject[]): JsonObject {
  const required = parameters.filter((parameter) => parameter.required === true).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      parameters.map((parameter) => [parameter.name, parameterSchema(document, parameter)]),
    ),
    ...(required.length > 0 && { required }),
  };
}

function parameterSchema(document: OpenApiDocument, { schema = {} }: ParameterObject): JsonObject {
  const value = dereference(document, schema).default;
  const converted = toJsonSchema(document, schema, 'request');
  if (value === undefined) return converted;
  // Ajv fills in a default only where it stands beside no reference.
  return typeof converted.$ref === 'string' ? { allOf: [converted], default: value } : { ...converted, default: value };
}

function isInteger(document: OpenApiDocument, { schema = {} }: ParameterObject): boolean {
  const { type, items } = dereference(document, schema);
  return (
    type === 'integer' ||
    (type === 'array' && items !== undefined && dereference(document, items as JsonObject).type === 'integer')
  );
}

function isText(document: OpenApiDocument, { schema = {} }: ParameterObject): boolean {
  return dereference(document, schema).type === 'string';
}

function isBoolean(document: OpenApiDocument, { schema = {} }: ParameterObject): boolean {
  const { type, enum: values } = dereference(document, schema);
  // Other words may stand beside the two.
  return type === 'boolean' || (Array.isArray(values) && ['true', 'false'].every((word) => values.includes(word)));
}

function isList(document: OpenApiDocument, { schema = {} }: ParameterObject): boolean {
  return dereference(document, schema).type === 'array';
}
