import type { AnySchemaObject, ValidateFunction } from 'ajv';
import type { Direction } from '../document/json-schema.js';
import { toJsonSchema } from '../document/json-schema.js';
import type { OpenApiDocument, SchemaObject } from '../document/types.js';
import type { Problem } from '../problems.js';
import { problemsOf } from '../problems.js';
import { newAjv } from './ajv.js';

/** Checks data by the schemas of one document. */
export interface SchemaCheck {
  /** @param key tells schemas apart that are compiled once and kept */
  problems(key: string, schema: SchemaObject, data: unknown): Problem[];
}

/** The schemas of a document as checks of what is answered, or asked. Compiled one by one, at first use. */
export function responseSchemas(document: OpenApiDocument, direction: Direction = 'response'): SchemaCheck {
  const compiled = new Map<string, ValidateFunction>();
  let ajv: ReturnType<typeof newAjv> | undefined;

  function validator(key: string, schema: SchemaObject): ValidateFunction {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    ajv ??= withComponents(document, direction);
    const validate = ajv.compile(toJsonSchema(document, schema, direction) as AnySchemaObject);
    compiled.set(key, validate);
    return validate;
  }

  return {
    problems(key, schema, data) {
      const validate = validator(key, schema);
      return validate(data) ? [] : problemsOf('body', validate.errors ?? []);
    },
  };
}

function withComponents(document: OpenApiDocument, direction: Direction): ReturnType<typeof newAjv> {
  const ajv = newAjv();
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    ajv.addSchema(toJsonSchema(document, schema, direction), name);
  }
  return ajv;
}
