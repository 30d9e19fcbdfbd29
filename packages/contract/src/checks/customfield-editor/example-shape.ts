import { isLike as isLikeAny, type Freedom } from '../example-shape.js';

export type { Freedom };

/** What has not happened yet is null in an answer, whatever the example has. */
const nullable = ['finishedTime', 'executionTime', 'cronExpression', 'nextRun'];
/** These the document calls optional. */
const optional = ['exceptionName', 'value', 'avatar'];

/** Holds an answer to the shape of an example, with the freedom that the document of the app gives it. */
export function isLike(example: unknown, answer: unknown, freedom: Freedom = {}): void {
  isLikeAny(example, answer, { ...freedom, nullable, absent: [...optional, ...(freedom.absent ?? [])] });
}
