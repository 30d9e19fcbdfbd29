import type { JqlProblem } from '../core/jql-problem.js';

export type { JqlProblem } from '../core/jql-problem.js';

/** The text of a query cannot be read. */
export class JqlSyntaxError extends Error {
  constructor(readonly problem: JqlProblem) {
    super(`JQL: ${JSON.stringify(problem)}`);
    this.name = 'JqlSyntaxError';
  }
}
