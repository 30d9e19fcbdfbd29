import { conditionKeys } from '../document/conditions.js';
import { jsonContent } from './request-schemas.js';
import { dereference, operationsOf } from '../document/reading.js';
import type { PlacedOperation } from '../document/reading.js';
import type { JsonObject, OpenApiDocument, ResponseObject } from '../document/types.js';
import { isObject } from '../document/types.js';
import type { ErrorOutcome, ErrorText, Operation } from '../operation.js';

/**
 * The light table of a document's operations: all that routing and error answers need, without schemas.
 *
 * @throws {Error} when an operation has no operationId
 */
export function operationTable(api: string, document: OpenApiDocument): Operation<string>[] {
  return operationsOf(document).map((placed) => entryOf(api, document, placed));
}

/** The answers to broken rules for operations that name none of their own, by rule code. */
export function defaultErrorTable(document: OpenApiDocument): Record<string, ErrorOutcome> {
  const errors = isObject(document['x-errors']) ? document['x-errors'] : {};
  return Object.fromEntries(
    Object.entries(errors).map(([code, given]) => {
      const { status, ...rest } = given as JsonObject & { status: number };
      return [code, { status, ...textOf(rest) }];
    }),
  );
}

function entryOf(
  api: string,
  document: OpenApiDocument,
  { path, method, operation }: PlacedOperation,
): Operation<string> {
  if (operation.operationId === undefined) throw new Error(`${method} ${path} has no operationId`);
  const body = operation.requestBody && dereference(document, operation.requestBody);
  const responses = Object.entries(operation.responses ?? {}).map(
    ([status, response]) => [Number(status), dereference(document, response)] as const,
  );
  const deployment = operation['x-deployment'];
  return {
    api,
    operationId: operation.operationId,
    method: method.toUpperCase() as Operation['method'],
    path,
    ...(typeof deployment === 'string' && { deployment: deployment as 'cloud' | 'data-center' }),
    access: (operation['x-access'] ?? 'administrator') as Operation['access'],
    evidence: (operation['x-evidence'] ?? document['x-evidence'] ?? 'documented') as Operation['evidence'],
    summary: typeof operation.summary === 'string' ? operation.summary : '',
    statuses: responses.map(([status]) => status).filter((status) => !Number.isNaN(status)),
    hasBody: jsonContent(body?.content) !== undefined,
    bodyRequired: body?.required === true,
    errors: errorsOf(responses),
  };
}

function errorsOf(responses: readonly (readonly [number, ResponseObject])[]): Operation['errors'] {
  const errors: Record<string, ErrorOutcome[]> = {};
  for (const [status, response] of responses) {
    const listed = isObject(response['x-errors']) ? response['x-errors'] : {};
    for (const [code, given] of Object.entries(listed)) {
      for (const text of [given].flat()) {
        const outcome: ErrorOutcome = { status, ...inherited(response), ...textOf(text) };
        (errors[code] ??= []).push({ ...outcome, ...mergedWhen(response['x-when'], outcome.when) });
      }
    }
  }
  return errors;
}

function textOf(given: unknown): ErrorText {
  if (!isObject(given)) return { text: typeof given === 'string' ? given : null };
  const { text = null, property, evidence, when } = given as JsonObject & ErrorText;
  const conditions = conditionsIn(given);
  return {
    text,
    ...(property !== undefined && { property }),
    ...(evidence !== undefined && { evidence }),
    ...(when !== undefined && { when }),
    ...(conditions !== undefined && { conditions }),
  };
}

/** What a text has from its response where it says nothing itself. */
function inherited(response: ResponseObject): Partial<ErrorText> {
  const evidence = response['x-evidence'] as ErrorText['evidence'];
  const conditions = conditionsIn(response);
  return { ...(evidence !== undefined && { evidence }), ...(conditions !== undefined && { conditions }) };
}

function conditionsIn(node: JsonObject): JsonObject | undefined {
  const found = conditionKeys.filter((key) => key !== 'x-when' && key !== 'x-history' && node[key] !== undefined);
  return found.length > 0 ? Object.fromEntries(found.map((key) => [key, node[key]])) : undefined;
}

function mergedWhen(ofResponse: unknown, ofText: ErrorText['when']): Pick<ErrorText, 'when'> {
  if (!isObject(ofResponse) && ofText === undefined) return {};
  return { when: { ...(ofResponse as ErrorText['when']), ...ofText } };
}
