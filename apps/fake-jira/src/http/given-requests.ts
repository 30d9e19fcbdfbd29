import {
  hinted,
  queryNames,
  validateRequest,
  type ControlOperations,
  type OperationId,
  type Problem,
} from '@fake-jira/openapi';
import { nearest } from '@fake-jira/profile';

/** What is wrong with a request, each as a sentence. */
export function sentences(operationId: OperationId, problems: readonly Problem[]): string {
  return problems
    .map((problem) => hinted(operationId, problem))
    .map((message) => (message.endsWith('?') ? message : `${message}.`))
    .join(' ');
}

/** The first of some names that is no query parameter of an operation, as a sentence. */
export function unknownParameter(operationId: OperationId, names: Iterable<string>): string | undefined {
  const known = queryNames(operationId);
  const unknown = [...names].find((name) => !known.includes(name));
  if (unknown === undefined) return undefined;
  const [best] = nearest(unknown, known, 1);
  if (best !== undefined) return `There is no parameter "${unknown}": did you mean "${best}"?`;
  return `There is no parameter "${unknown}". There ${known.length > 0 ? `are: ${known.join(', ')}` : 'is none'}.`;
}

/**
 * Holds what a program gives to what the document says that the same body may be over HTTP.
 *
 * @throws TypeError with everything that is wrong
 */
export function checkBody(method: string, operationId: keyof ControlOperations, body: unknown): void {
  const request = validateRequest(operationId, { path: {}, query: {}, body });
  if (!request.ok) throw new TypeError(`${method}: ${sentences(operationId, request.problems)}`);
}

/** {@link checkBody} for what stands in the query over HTTP; `null` says that there is none. */
export function checkQuery(method: string, operationId: keyof ControlOperations, given: object): void {
  const unknown = unknownParameter(operationId, Object.keys(given));
  if (unknown !== undefined) throw new TypeError(`${method}: ${unknown}`);
  const query = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== null),
  ) as Record<string, unknown>;
  const request = validateRequest(operationId, { path: {}, query });
  if (!request.ok) throw new TypeError(`${method}: ${sentences(operationId, request.problems)}`);
}
