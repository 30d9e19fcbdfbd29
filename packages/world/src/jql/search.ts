import type { Issue } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { SearchContext } from './clause.js';
import { compile, type Search } from './compile.js';
import { orderOf } from './order.js';
import { parseJql } from './parser.js';
import { JqlSyntaxError, type JqlProblem } from './problems.js';
import type { Query } from './syntax.js';

export interface Prepared {
  readonly query: Query;
  readonly search: Search;
  readonly compare: (a: Issue, b: Issue) => number;
  /** What this Jira does not have of what the query says. */
  readonly problems: readonly JqlProblem[];
}

/** A query read, and made ready to search with. @throws JqlSyntaxError where it cannot be read */
export function prepare(jql: string, context: SearchContext): Prepared {
  const query = parseJql(jql);
  const problems: JqlProblem[] = [];
  const search: Search = query.where ? compile(query.where, context, problems) : { test: () => true };
  const compare = orderOf(query.orderBy, context, problems);
  return { query, search, compare, problems };
}

/** {@link prepare} where a query must be right. @throws RuleError `jql-invalid` with everything that is wrong */
export function requireJql(jql: string, context: SearchContext): Prepared {
  try {
    const prepared = prepare(jql, context);
    if (prepared.problems.length > 0) throw new RuleError('jql-invalid', { problems: prepared.problems });
    return prepared;
  } catch (error) {
    if (error instanceof JqlSyntaxError) throw new RuleError('jql-invalid', { problems: [error.problem] });
    throw error;
  }
}

/**
 * The issues that a query finds, sorted.
 *
 * @param rules - `tolerant`: a clause about what there is not finds nothing, and is not wrong
 * @throws RuleError `jql-invalid`
 * @throws JqlSyntaxError where it is tolerant, and the query cannot be read
 */
export function searchIssues(jql: string, context: SearchContext, rules: { tolerant?: boolean } = {}): Issue[] {
  const { search, compare } = rules.tolerant ? prepare(jql, context) : requireJql(jql, context);
  return found(search, context).sort(compare);
}

/** How many issues a query finds. @throws RuleError `jql-invalid` */
export function countIssues(jql: string, context: SearchContext): number {
  return found(requireJql(jql, context).search, context).length;
}

function found({ test, candidates }: Search, { root }: SearchContext): Issue[] {
  const archived = new Set([...root.projects.values()].filter((project) => project.archived).map(({ id }) => id));
  const passes = archived.size === 0 ? test : (issue: Issue) => !archived.has(issue.projectId) && test(issue);
  if (!candidates) return [...root.issues.values()].filter(passes);
  return [...new Set(candidates())].map((id) => root.issues.get(id) as Issue).filter(passes);
}
