import type { OperationId, Operations } from './generated/registry.js';

type Parameters<Id extends OperationId> = Operations[Id] extends { parameters: infer P } ? P : never;
type Given<T> = [T] extends [never] ? object : T;

/** The parameters in the path of an operation. */
export type PathOf<Id extends OperationId> = Parameters<Id> extends { path: infer P } ? P : object;

/** The query parameters of an operation, as they are after coercion. */
export type QueryOf<Id extends OperationId> = Given<
  Parameters<Id> extends { query?: infer Q } ? Exclude<Q, undefined> : never
>;

/** The JSON body that an operation takes; undefined where it takes none. */
export type BodyOf<Id extends OperationId> = Operations[Id] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : Operations[Id] extends { requestBody?: { content: { 'application/json': infer B } } }
    ? B | undefined
    : undefined;

/**
 * The JSON body of an operation's answer with a status.
 *
 * @example const body: AnswerBodyOf<'createCustomField', 201> = render(field);
 */
export type AnswerBodyOf<Id extends OperationId, Status extends number> = Operations[Id] extends { responses: infer R }
  ? Status extends keyof R
    ? R[Status] extends { content: { 'application/json': infer B } }
      ? B
      : undefined
    : never
  : never;
