/** A JSON object of which nothing more is known. */
export type JsonObject = { [key: string]: unknown };

/** The methods under which OpenAPI 3.0 puts operations. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
export type Method = (typeof methods)[number];

/** A schema of OpenAPI 3.0. */
export type SchemaObject = JsonObject;

export interface MediaTypeObject extends JsonObject {
  schema?: SchemaObject;
}

export interface ResponseObject extends JsonObject {
  headers?: Record<string, JsonObject>;
  content?: Record<string, MediaTypeObject>;
}

export interface ParameterObject extends JsonObject {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  explode?: boolean;
  schema?: SchemaObject;
}

export interface OperationObject extends JsonObject {
  operationId?: string;
  parameters?: ParameterObject[];
  requestBody?: JsonObject & { required?: boolean; content?: Record<string, MediaTypeObject> };
  responses?: Record<string, ResponseObject>;
}

export type PathItemObject = JsonObject & { parameters?: ParameterObject[] } & { [M in Method]?: OperationObject };

/** An OpenAPI 3.0 document, typed as far as this package reads it. */
export interface OpenApiDocument extends JsonObject {
  openapi: string;
  info: JsonObject;
  paths: Record<string, PathItemObject>;
  components?: Record<string, Record<string, JsonObject>>;
}

/** Whether a value is a JSON object: neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
