import { dereference } from './reading.js';
import type { JsonObject, OpenApiDocument, SchemaObject } from './types.js';
import { isObject } from './types.js';

/** Which way a schema is read: `readOnly` is for answers, `writeOnly` for requests. */
export type Direction = 'request' | 'response';

// The formats that Ajv is given (ajv-formats), so that an unknown one is a hint and not an error, as OpenAPI has it.
const formats = new Set([
  'date',
  'date-time',
  'time',
  'uri',
  'uri-reference',
  'url',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'regex',
  'uuid',
  'int32',
  'int64',
  'float',
  'double',
  'byte',
]);

const copied = [
  'type',
  'multipleOf',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'maxProperties',
  'minProperties',
  'x-pattern',
];

/**
 * An OpenAPI 3.0 schema as the JSON Schema that Ajv compiles. References to `#/components/schemas/X` become `X`: the
 * schemas are given to Ajv by name, so that each is compiled once.
 *
 * A `oneOf` with a discriminator becomes a choice by its property, so that only the branch that was meant can fail.
 */
export function toJsonSchema(document: OpenApiDocument, schema: SchemaObject, direction: Direction): JsonObject {
  const convert = (inner: unknown): unknown => (isObject(inner) ? toJsonSchema(document, inner, direction) : inner);
  if (typeof schema.$ref === 'string') return { $ref: schemaName(schema.$ref) };

  const result: JsonObject = {};
  for (const key of copied) if (schema[key] !== undefined) result[key] = plainValue(schema[key]);
  if (Array.isArray(schema['x-values'])) result['x-values'] = schema['x-values'].map(plainValue);
  if (Array.isArray(schema.enum)) result.enum = schema.enum;
  if (typeof schema.format === 'string' && formats.has(schema.format)) result.format = schema.format;
  Object.assign(result, limits(schema));
  if (isObject(schema.properties)) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => [name, convert(inner)]),
    );
  }
  const required = requiredNames(document, schema, direction);
  if (required.length > 0) result.required = required;
  for (const key of ['items', 'additionalProperties', 'not'])
    if (schema[key] !== undefined) result[key] = convert(schema[key]);
  for (const key of ['allOf', 'anyOf', 'oneOf']) {
    const branches = schema[key];
    if (Array.isArray(branches)) result[key] = branches.map(convert);
  }
  const decided = isObject(schema.discriminator) ? byDiscriminator(document, schema, direction) : undefined;
  if (decided !== undefined) {
    delete result.oneOf;
    delete result.anyOf;
    Object.assign(result, { allOf: [...((result.allOf as unknown[]) ?? []), decided] });
  }
  return schema.nullable === true ? orNull(result) : result;
}

/** What stands under `value` where a value has conditions, which are resolved by now. */
function plainValue(value: unknown): unknown {
  return isObject(value) && Object.hasOwn(value, 'value') ? value.value : value;
}

/** The name of a component's schema from a reference to it. */
export function schemaName(reference: string): string {
  return reference.replace('#/components/schemas/', '');
}

function limits(schema: SchemaObject): JsonObject {
  const result: JsonObject = {};
  // OpenAPI 3.0 has draft 4's boolean form.
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (schema[bound] !== undefined) result[schema[exclusive] === true ? exclusive : bound] = schema[bound];
  }
  return result;
}

function requiredNames(document: OpenApiDocument, schema: SchemaObject, direction: Direction): unknown[] {
  if (!Array.isArray(schema.required)) return [];
  const otherWay = direction === 'request' ? 'readOnly' : 'writeOnly';
  return schema.required.filter((name) => {
    const property = isObject(schema.properties) ? schema.properties[name as string] : undefined;
    return !isObject(property) || dereference(document, property)[otherWay] !== true;
  });
}

function orNull(schema: JsonObject): JsonObject {
  if (typeof schema.type !== 'string') return { anyOf: [{ type: 'null' }, schema] };
  const values =
    Array.isArray(schema.enum) && !schema.enum.includes(null) ? { enum: [...(schema.enum as unknown[]), null] } : {};
  const { allOf, anyOf, oneOf, ...rest } = schema;
  // Beside `type: [T, null]` a combination would still refuse null.
  if (allOf !== undefined || anyOf !== undefined || oneOf !== undefined) return { anyOf: [{ type: 'null' }, schema] };
  return { ...rest, ...values, type: [schema.type, 'null'] };
}

function byDiscriminator(
  document: OpenApiDocument,
  schema: SchemaObject,
  direction: Direction,
): JsonObject | undefined {
  const { propertyName, mapping } = schema.discriminator as JsonObject;
  const branches = schema.oneOf ?? schema.anyOf;
  if (typeof propertyName !== 'string' || !Array.isArray(branches)) return undefined;
  const byValue = new Map<string, JsonObject[]>();
  for (const branch of branches as JsonObject[]) {
    const converted = toJsonSchema(document, branch, direction);
    for (const value of valuesOf(document, branch, propertyName, mapping)) {
      byValue.set(value, [...(byValue.get(value) ?? []), converted]);
    }
  }
  return {
    type: 'object',
    required: [propertyName],
    properties: { [propertyName]: { enum: [...byValue.keys()] } },
    allOf: [...byValue].map(([value, meant]) => ({
      if: { required: [propertyName], properties: { [propertyName]: { const: value } } },
      then: meant.length === 1 ? meant[0] : { anyOf: meant },
    })),
  };
}

/** The values of the discriminator's property that mean a branch: by the mapping, its own enum, or its name. */
function valuesOf(document: OpenApiDocument, branch: JsonObject, propertyName: string, mapping: unknown): string[] {
  const reference = branch.$ref;
  if (isObject(mapping)) {
    const mapped = Object.entries(mapping).filter(
      ([, target]) => target === reference || `#/components/schemas/${String(target)}` === reference,
    );
    if (mapped.length > 0) return mapped.map(([value]) => value);
  }
  const own = enumOf(document, branch, propertyName);
  if (own !== undefined) return own;
  return typeof reference === 'string' ? [schemaName(reference)] : [];
}

function enumOf(document: OpenApiDocument, branch: JsonObject, propertyName: string): string[] | undefined {
  const schema = dereference(document, branch);
  const property = isObject(schema.properties) ? schema.properties[propertyName] : undefined;
  if (isObject(property)) {
    const values = dereference(document, property).enum;
    if (Array.isArray(values)) return values.map(String);
  }
  const parts = Array.isArray(schema.allOf) ? (schema.allOf as JsonObject[]) : [];
  return parts.map((part) => enumOf(document, part, propertyName)).find((values) => values !== undefined);
}
