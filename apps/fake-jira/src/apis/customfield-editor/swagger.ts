import type { OpenApiDocument } from '@fake-jira/openapi';

type Json = Readonly<Record<string, unknown>>;

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

/**
 * A document as Swagger 2.0, the form in which the app describes itself: bodies are parameters, schemas stand under
 * `definitions`, and there is one type of content. Ours of the `x-` keys are left out.
 *
 * @param document - as `effectiveSpec` gives it
 * @param base - below which its paths stand
 */
export function swaggerOf(document: OpenApiDocument, base: string) {
  const components: { readonly [kind: string]: Json | undefined } = document.components ?? {};
  const read = (node: unknown) => dereferenced(components, node);
  const paths = Object.entries(document.paths)
    .filter(([path]) => path.startsWith(`${base}/`))
    .map(([path, item]): [string, Json] => [path.slice(base.length), pathItem(item as Json, read)]);
  return {
    swagger: '2.0' as const,
    info: plain(document.info),
    basePath: base,
    consumes: ['application/json'],
    produces: ['application/json'],
    securityDefinitions: { basicAuth: { type: 'basic' } },
    paths: Object.fromEntries(paths),
    definitions: plain(components['schemas'] ?? {}),
  };
}

type Read = (node: unknown) => Json;

function pathItem(item: Json, read: Read): Json {
  return Object.fromEntries(
    methods.flatMap((method) => (item[method] ? [[method, operation(item[method] as Json, read)]] : [])),
  );
}

function operation(given: Json, read: Read): Json {
  const { operationId, summary, description, tags, requestBody, parameters = [], responses } = given;
  const body = requestBody === undefined ? [] : [bodyParameter(read(requestBody))];
  return {
    operationId,
    summary,
    description,
    tags,
    parameters: [...(parameters as unknown[]).map((node) => parameter(read(node))), ...body],
    responses: Object.fromEntries(
      Object.entries(responses as Json).map(([status, node]) => [status, response(read(node))]),
    ),
  };
}

function parameter({ name, in: place, required, description, schema }: Json): Json {
  return { name, in: place, required: required ?? false, description, ...(plain(schema) as Json) };
}

function bodyParameter({ required, content }: Json): Json {
  return { name: 'body', in: 'body', required: required ?? false, schema: schemaOf(content) };
}

function response({ description, content }: Json): Json {
  const schema = schemaOf(content);
  return schema === undefined ? { description } : { description, schema };
}

function schemaOf(content: unknown): unknown {
  const { 'application/json': json } = (content ?? {}) as { readonly 'application/json'?: Json };
  return plain(json?.['schema']);
}

function dereferenced(components: { readonly [kind: string]: Json | undefined }, node: unknown): Json {
  const given = node as Json;
  const [, kind = '', name = ''] = /^#\/components\/([^/]+)\/(.+)$/.exec(String(given['$ref'])) ?? [];
  return (components[kind]?.[name] as Json | undefined) ?? given;
}

/** A node without our keys, its references in the form of Swagger 2.0, and without words that it does not know. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
      if (key === '$ref') return [[key, String(value).replace('#/components/schemas/', '#/definitions/')]];
      if (key === 'nullable') return [['x-nullable', value]];
      return key.startsWith('x-') ? [] : [[key, plain(value)]];
    }),
  );
}
