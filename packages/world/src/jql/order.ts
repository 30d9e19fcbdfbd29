import type { Issue } from '../core/root.js';
import type { Atom, ClauseField, SearchContext } from './clause.js';
import { clausesNamed } from './clauses.js';
import type { JqlProblem } from './problems.js';
import type { SortBy } from './syntax.js';
import { keyRank } from './system-clauses.js';

type Compare = (a: Issue, b: Issue) => number;

/**
 * How issues are sorted: as the query says, what it leaves open by the order of keys. Without a word about it the
 * newest key of the last project stands first.
 */
export function orderOf(sorts: readonly SortBy[], context: SearchContext, problems: JqlProblem[]): Compare {
  const parts = sorts.flatMap(({ field: name, direction }) => {
    const field = clausesNamed(name, context)[0];
    if (!field?.orderable) {
      problems.push(field ? { problem: 'not-sortable', field: name } : { problem: 'unknown-field', field: name });
      return [];
    }
    return [by(field, direction ?? usualDirection(field))];
  });
  return (a, b) => {
    for (const part of parts) {
      const order = part(a, b);
      if (order !== 0) return order;
    }
    const byKey = compareAtoms(keyRank(a), keyRank(b));
    return parts.length === 0 ? -byKey : byKey;
  };
}

/** What is highest or newest stands first, names begin with A. */
function usualDirection({ kind, id }: ClauseField): 'asc' | 'desc' {
  return kind === 'moment' || kind === 'day' || id === 'priority' ? 'desc' : 'asc';
}

function by({ values, rank = (atom) => atom }: ClauseField, direction: 'asc' | 'desc'): Compare {
  const sign = direction === 'asc' ? 1 : -1;
  const ranks = new Map<number, Atom | undefined>();
  const rankOf = (issue: Issue) => {
    if (ranks.has(issue.id)) return ranks.get(issue.id);
    const first = values(issue)[0];
    const found = first === undefined ? undefined : rank(first);
    ranks.set(issue.id, found);
    return found;
  };
  return (a, b) => {
    const [one, other] = [rankOf(a), rankOf(b)];
    if (one === undefined || other === undefined) {
      // What has no value stands behind everything that has one, or before all of it the other way round.
      return one === other ? 0 : one === undefined ? sign : -sign;
    }
    return sign * compareAtoms(one, other);
  };
}

function compareAtoms(a: Atom, b: Atom): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
