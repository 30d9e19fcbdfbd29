import { conditionsIn } from '../document/conditions.js';
import { dereference, operationsOf } from '../document/reading.js';
import type { PlacedOperation } from '../document/reading.js';
import { jsonContent } from '../document/request-schemas.js';
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

/** The answers to broken rules for operations that name none of their own, by rule code: the first that holds. */
export function defaultErrorTable(document: OpenApiDocument): Record<string, ErrorOutcome[]> {
  return isObject(document['x-errors']) ? outcomesWithStatus(document['x-errors']) : {};
}

function outcomesWithStatus(errors: JsonObject): Record<string, ErrorOutcome[]> {
  return Object.fromEntries(
    Object.entries(errors).map(([code, given]) => {
      const outcomes = [given].flat().map((one) => {
        const { status, statusBy, ...rest } = one as JsonObject & { status: number; statusBy?: string };
        return { status, ...(statusBy !== undefined && { statusBy }), ...textOf(rest) };
      });
      return [code, outcomes];
    }),
  );
}

function entryOf(
  api: string,
  document: OpenApiDocument,
  { path, method, item, operation }: PlacedOperation,
): Operation<string> {
  if (operation.operationId === undefined) throw new Error(`${method} ${path} has no operationId`);
  const body = operation.requestBody && dereference(document, operation.requestBody);
  const responses = Object.entries(operation.responses ?? {}).map(
    ([status, response]) => [Number(status), dereference(document, response)] as const,
  );
  const conditions = { ...item, ...operation };
  const { 'x-since': since, 'x-until': until, 'x-when': when, 'x-any': any, 'x-deployment': deployment } = conditions;
  return {
    api,
    operationId: operation.operationId,
    method: method.toUpperCase() as Operation['method'],
    path,
    ...(isObject(since) && { since: since as Record<string, string> }),
    ...(isObject(until) && { until: until as Record<string, string> }),
    ...(isObject(when) && { when }),
    ...(Array.isArray(any) && { any: any as JsonObject[] }),
    ...(typeof deployment === 'string' && { deployment: deployment as 'cloud' | 'data-center' }),
    access: (operation['x-access'] ?? 'administrator') as Operation['access'],
    runsAnonymously: operation['x-runs-anonymously'] === true,
    evidence: (operation['x-evidence'] ?? document['x-evidence'] ?? 'documented') as Operation['evidence'],
    summary: typeof operation.summary === 'string' ? operation.summary : '',
    statuses: responses.map(([status]) => status).filter((status) => !Number.isNaN(status)),
    hasBody: jsonContent(body?.content) !== undefined,
    bodyRequired: body?.required === true,
    errors: errorsOf(responses, operation['x-errors']),
  };
}

function errorsOf(responses: readonly (readonly [number, ResponseObject])[], own: unknown): Operation['errors'] {
  // What the operation itself says of a status goes before what its responses say.
  const errors = isObject(own) ? outcomesWithStatus(own) : {};
  for (const [status, response] of responses) {
    const listed = isObject(response['x-errors']) ? response['x-errors'] : {};
    for (const [code, given] of Object.entries(listed)) {
      for (const text of [given].flat()) {
        const own = textOf(text);
        const conditions = [conditionsIn(response, ['x-when']) ?? [], own.conditions ?? []].flat();
        (errors[code] ??= []).push({
          status,
          ...(response['x-evidence'] !== undefined && {
            evidence: response['x-evidence'] as ErrorText['evidence'] & string,
          }),
          ...own,
          ...mergedWhen(response['x-when'], own.when),
          ...(conditions.length > 0 && { conditions }),
        });
      }
    }
  }
  return errors;
}

function textOf(given: unknown): ErrorText {
  if (!isObject(given)) return { text: typeof given === 'string' ? given : null };
  const { text = null, property, subCode, errors, form, evidence, source, when } = given as JsonObject & ErrorText;
  const conditions = conditionsIn(given, ['x-when']);
  return {
    text,
    ...(property !== undefined && { property }),
    ...(subCode !== undefined && { subCode }),
    ...(errors !== undefined && { errors }),
    ...(form !== undefined && { form }),
    ...(evidence !== undefined && { evidence }),
    ...(source !== undefined && { source }),
    ...(when !== undefined && { when }),
    ...(conditions !== undefined && { conditions: [conditions] }),
  };
}

function mergedWhen(ofResponse: unknown, ofText: ErrorText['when']): Pick<ErrorText, 'when'> {
  if (!isObject(ofResponse) && ofText === undefined) return {};
  return { when: { ...(ofResponse as ErrorText['when']), ...ofText } };
}
