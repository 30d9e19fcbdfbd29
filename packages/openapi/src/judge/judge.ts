import type { PlacedOperation } from '../document/reading.js';
import { dereference, operationsOf, pointer } from '../document/reading.js';
import type { MediaTypeObject, OpenApiDocument, ResponseObject } from '../document/types.js';
import { isObject } from '../document/types.js';
import type { Location } from '../locate.js';
import type { SchemaCheck } from './response-schemas.js';
import { responseSchemas } from './response-schemas.js';

/** An exchange as far as it is judged. */
export interface JudgedResponse {
  readonly method: string;
  /** Without query, context path and workspace prefix. */
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  /** Parsed when it is JSON, else text; undefined or empty: no body. */
  readonly body?: unknown;
  /** The `Content-Type`, when it is not among the headers. */
  readonly contentType?: string | undefined;
}

/** Something in an answer that the document does not allow. */
export interface Violation {
  readonly kind: 'operation' | 'status' | 'content-type' | 'header' | 'body' | 'no-body';
  readonly operationId?: string;
  readonly status: number;
  /** JSON pointer into the body; empty for what concerns the whole answer. */
  readonly pointer: string;
  readonly message: string;
}

/** Judges one response; an empty list: the document allows it. */
export type DocumentJudge = (response: JudgedResponse, location: JudgedLocation) => Violation[];

/** What `locate` found of a request, as far as it is needed to judge the response. */
export type JudgedLocation =
  | { readonly kind: 'operation'; readonly operation: { readonly operationId: string }; readonly refusal?: string }
  | { readonly kind: Exclude<Location['kind'], 'operation'> };

// What transport may answer before an address is looked at, and for an address that does not exist.
const beforeTheAddress = [400, 401, 403, 404, 405, 413, 415, 429];

/**
 * A judge of responses by a document that has no conditions left (`effectiveSpec`). Nothing is compiled here: each
 * schema is when it is needed first.
 */
export function createJudge(document: OpenApiDocument): DocumentJudge {
  const operations = new Map(operationsOf(document).map((placed) => [placed.operation.operationId, placed]));
  const schemas = responseSchemas(document);

  return (response, location) => {
    const { status, method, path } = response;
    const placed = location.kind === 'operation' ? operations.get(location.operation.operationId) : undefined;
    if (location.kind !== 'operation' || placed === undefined) {
      if (beforeTheAddress.includes(status)) return [];
      const what = location.kind === 'nowhere' ? 'an address' : 'a method';
      const message = `${method} ${path} is ${what} that the document does not have; such a request is answered 404 or 405, not ${status}`;
      return [{ kind: 'operation', status, pointer: '', message }];
    }
    const { operationId } = location.operation;
    const report = violationsOf(status, operationId);
    const refusedWith = statusOf(document, location.refusal);
    if (refusedWith !== undefined && status !== refusedWith) {
      if (beforeTheAddress.includes(status)) return [];
      return [report('status', '', `${path} is below a base that serves nothing: ${refusedWith}, not ${status}`)];
    }
    const found = responseFor(document, placed, status);
    if (found === undefined) {
      const listed = Object.keys(placed.operation.responses ?? {}).join(', ');
      return [report('status', '', `${operationId} must not answer ${status}: its document lists ${listed}`)];
    }
    return [
      ...headerViolations(document, found.response, response, report),
      ...bodyViolations(schemas, found, response, report),
    ];
  };
}

/** The status of a rule code, as the document's default has it. */
function statusOf(document: OpenApiDocument, code: string | undefined): number | undefined {
  const errors = isObject(document['x-errors']) ? document['x-errors'] : {};
  const [first] = [errors[code ?? '']].flat();
  return isObject(first) && typeof first.status === 'number' ? first.status : undefined;
}

type Report = (kind: Violation['kind'], pointer: string, message: string) => Violation;

function violationsOf(status: number, operationId: string): Report {
  return (kind, at, message) => ({
    kind,
    operationId,
    status,
    pointer: at,
    message,
  });
}

interface FoundResponse {
  readonly response: ResponseObject;
  /** Where it stands, which tells compiled schemas apart. */
  readonly key: string;
}

function responseFor(document: OpenApiDocument, placed: PlacedOperation, status: number): FoundResponse | undefined {
  const listed = placed.operation.responses ?? {};
  const key = [String(status), `${String(status)[0]}XX`, 'default'].find(
    (candidate) => listed[candidate] !== undefined,
  );
  const ofTransport = transportOutcome(document, status);
  if (key === undefined) return ofTransport;
  const own = dereference(document, listed[key]!);
  // Beside what the operation says itself, transport may answer in a type of its own.
  const content = own.content && withTypes(own.content, ofTransport?.response.content);
  return {
    response: { ...own, ...(content && { content }) },
    key: pointer('paths', placed.path, placed.method, 'responses', key),
  };
}

type Content = Record<string, MediaTypeObject>;

/** What an operation answers, or transport; where both have a type, a body is one of either's. */
function withTypes(own: Content, ofTransport: Content = {}): Content {
  const both = Object.entries(own).map(([type, media]) => {
    const [one, other] = [media.schema, ofTransport[type]?.schema];
    if (one === undefined || other === undefined || JSON.stringify(one) === JSON.stringify(other)) return [type, media];
    return [type, { ...media, schema: { anyOf: [one, other] } }];
  });
  return { ...ofTransport, ...(Object.fromEntries(both) as Content) };
}

function transportOutcome(document: OpenApiDocument, status: number): FoundResponse | undefined {
  const outcomes = document['x-transport-outcomes'];
  const outcome = isObject(outcomes) ? outcomes[String(status)] : undefined;
  if (!isObject(outcome)) return undefined;
  const response = dereference(document, outcome) as ResponseObject;
  // Most are written with the schema alone: the body is JSON.
  const content =
    response.content ?? (isObject(response.schema) ? { 'application/json': { schema: response.schema } } : undefined);
  return { response: { ...response, ...(content && { content }) }, key: pointer('x-transport-outcomes', status) };
}

function headerViolations(
  document: OpenApiDocument,
  { headers = {} }: ResponseObject,
  given: JudgedResponse,
  report: Report,
): Violation[] {
  return Object.entries(headers)
    .filter(([name, header]) => dereference(document, header).required === true && headerOf(given, name) === undefined)
    .map(([name]) => report('header', '', `the header ${name} is missing`));
}

function bodyViolations(
  schemas: SchemaCheck,
  { response, key }: FoundResponse,
  given: JudgedResponse,
  report: Report,
): Violation[] {
  const content = response.content ?? {};
  const empty = given.body === undefined || given.body === '';
  if (Object.keys(content).length === 0)
    return empty ? [] : [report('no-body', '', 'this answer has no body in the document, but one came')];
  if (given.method.toUpperCase() === 'HEAD' || (empty && hasBodilessText(response))) return [];
  if (empty) return [report('body', '', `the body is missing: the document has ${Object.keys(content).join(' or ')}`)];
  const type = given.contentType ?? headerOf(given, 'content-type');
  const media = mediaFor(content, type);
  if (media === undefined) {
    return [
      report(
        'content-type',
        '',
        `the content type is ${type === undefined ? 'missing' : type}, the document has ${Object.keys(content).join(' or ')}`,
      ),
    ];
  }
  const [name, { schema }] = media;
  if (schema === undefined) return [];
  return schemas
    .problems(key + pointer(name), schema, given.body)
    .map((problem) => report('body', problem.pointer, problem.message));
}

/** Whether one of the texts that a response can have is none: an answer without a body, beside others with one. */
function hasBodilessText({ 'x-errors': errors }: ResponseObject): boolean {
  if (!isObject(errors)) return false;
  return Object.values(errors)
    .flat()
    .some((text) => text === null || (isObject(text) && text.text === null));
}

function headerOf({ headers }: JudgedResponse, name: string): string | undefined {
  const value = Object.entries(headers).find(
    ([given, value]) => given.toLowerCase() === name.toLowerCase() && value !== undefined,
  )?.[1];
  return value === undefined ? undefined : [value].flat().join(', ');
}

function mediaFor(
  content: Record<string, MediaTypeObject>,
  type: string | undefined,
): [string, MediaTypeObject] | undefined {
  const bare = mediaTypeOf(type ?? '');
  const wanted = [bare, `${bare.split('/')[0]}/*`, '*/*'];
  return Object.entries(content).find(([name]) => wanted.includes(mediaTypeOf(name)));
}

function mediaTypeOf(text: string): string {
  return (text.split(';')[0] ?? '').trim().toLowerCase();
}
