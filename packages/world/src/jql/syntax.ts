export type { Place } from '../core/jql-problem.js';

/** What can stand on the right of an operator. */
export type Operand =
  | {
      readonly kind: 'value';
      readonly text: string;
      /** Digits alone, and not in quotes. */ readonly isNumber: boolean;
    }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly Operand[] }
  | { readonly kind: 'empty' };

export const operators = [
  '=',
  '!=',
  'in',
  'not in',
  '~',
  '!~',
  '<',
  '<=',
  '>',
  '>=',
  'is',
  'is not',
  'was',
  'was not',
  'was in',
  'was not in',
  'changed',
] as const;

export type Operator = (typeof operators)[number];

/** What narrows a search of the history: `AFTER "2026-01-01"`, `BY currentUser()`, `FROM "To Do"`. */
export interface Predicate {
  readonly name: 'after' | 'before' | 'by' | 'during' | 'from' | 'on' | 'to';
  readonly operand: Operand;
}

export interface FieldClause {
  readonly kind: 'field';
  readonly field: string;
  readonly operator: Operator;
  /** None after `changed`. */
  readonly operand: Operand | null;
  readonly predicates: readonly Predicate[];
}

export type Clause =
  | FieldClause
  | { readonly kind: 'and' | 'or'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause };

export interface SortBy {
  readonly field: string;
  readonly direction: 'asc' | 'desc' | null;
}

/** A query as it was written. */
export interface Query {
  /** None: every issue. */
  readonly where: Clause | null;
  readonly orderBy: readonly SortBy[];
}

/** The operator that finds what another one does not, as `NOT` has it. */
export const opposite: Readonly<Record<Exclude<Operator, 'changed'>, Operator>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  is: 'is not',
  'is not': 'is',
  was: 'was not',
  'was not': 'was',
  'was in': 'was not in',
  'was not in': 'was in',
};

/** An operand as a query writes it, for sentences about it. */
export function operandText(operand: Operand): string {
  switch (operand.kind) {
    case 'value':
      return operand.text;
    case 'empty':
      return 'EMPTY';
    case 'function':
      return `${operand.name}(${operand.args.join(', ')})`;
    case 'list':
      return `(${operand.items.map(operandText).join(', ')})`;
  }
}
