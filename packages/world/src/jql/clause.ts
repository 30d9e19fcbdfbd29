import type { CustomField, Issue, Moment, Root, User } from '../core/root.js';
import type { Operator } from './syntax.js';

/** What a value consists of, where queries compare: an id, a name in lower case, a moment, a number. */
export type Atom = number | string;

/** What functions can give, and which clauses take it. */
export type AtomKind =
  | 'text'
  | 'number'
  | 'moment'
  | 'day'
  | 'user'
  | 'group'
  | 'project'
  | 'version'
  | 'component'
  | 'issuetype'
  | 'issue'
  | 'option'
  | 'class'
  | 'label';

/** Who asks, when, and under which names this Jira has its custom fields. */
export interface SearchContext {
  readonly root: Root;
  readonly now: Moment;
  readonly user?: User | undefined;
  /** The names of a custom field in queries. */
  readonly namesOf: (field: CustomField) => readonly string[];
  /** Whether issues can be searched by a field; absent: by each. */
  readonly isSearchable?: (field: CustomField) => boolean;
}

/** A field as queries ask for it. */
export interface ClauseField {
  /** The id as in addresses, under which the history knows it. */
  readonly id: string;
  /** As sentences name it. */
  readonly name: string;
  readonly kind: AtomKind;
  readonly operators: readonly Operator[];
  /** Whether `ORDER BY` knows it. */
  readonly orderable: boolean;
  /** The values that an issue has. */
  readonly values: (issue: Issue) => readonly Atom[];
  /** What somebody means who writes a text: every value of that name; none: there is no such value. */
  readonly find: (text: string, isNumber: boolean) => readonly Atom[];
  /** Where a value stands among others, for `<` and `ORDER BY`; absent: the value itself says it. */
  readonly rank?: (atom: Atom) => Atom;
  /** The texts that `~` looks into. */
  readonly texts?: (issue: Issue) => readonly string[];
  /** The issues that have a value, where an index knows them. */
  readonly issuesWith?: (atom: Atom) => Iterable<number>;
  /** The issues that have any value, where an index knows them. */
  readonly issuesWithAny?: () => Iterable<number>;
  /** What an id means that the history has of it, where it can be asked what the field was; absent: it cannot. */
  readonly past?: (id: string) => Atom;
  /** Each value that somebody could write, as queries name it. */
  readonly suggestions?: () => Iterable<string>;
}

export const equality = ['=', '!=', 'in', 'not in'] as const;
export const emptiness = ['is', 'is not'] as const;
export const comparison = ['<', '<=', '>', '>='] as const;
export const likeness = ['~', '!~'] as const;
export const history = ['was', 'was not', 'was in', 'was not in', 'changed'] as const;

/** The entries of a table of `[…, id] → true` that begin with a key, one after the other. */
export function* idsUnder(
  table: { keys(from: readonly [number, number]): IterableIterator<readonly [number, number]> },
  first: number,
): Iterable<number> {
  for (const [key, id] of table.keys([first, 0])) {
    if (key !== first) return;
    yield id;
  }
}
