/** Where something stands in a query: both counted from 1. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** What is wrong with a query. The world says what and where; each API has its sentences. */
export type JqlProblem =
  // The text cannot be read.
  | {
      readonly problem: 'reserved-word' | 'unfinished-string' | 'illegal-escape';
      readonly text: string;
      readonly at: Place;
    }
  | { readonly problem: 'reserved-character'; readonly text: string; readonly at: Place }
  /** Something else was expected; `text` of `null`: the query ends. */
  | {
      readonly problem: 'expected';
      readonly what: 'operator' | 'operand' | 'field' | 'logical' | ')' | ']' | 'by' | 'end' | 'number' | 'list-item';
      readonly text: string | null;
      readonly at: Place;
    }
  // It says what this Jira does not have.
  | { readonly problem: 'unknown-field' | 'not-sortable' | 'no-history'; readonly field: string }
  /** What narrows a search of the history, and not one with that operator. */
  | { readonly problem: 'wrong-predicate'; readonly predicate: string; readonly operator: string }
  | { readonly problem: 'operator-not-supported'; readonly field: string; readonly operator: string }
  | { readonly problem: 'unknown-value'; readonly field: string; readonly value: string }
  | { readonly problem: 'unknown-option'; readonly field: string; readonly value: string }
  | { readonly problem: 'unknown-issue'; readonly field: string; readonly value: string }
  | { readonly problem: 'not-a-number' | 'not-a-date'; readonly field: string; readonly value: string }
  | { readonly problem: 'only-empty'; readonly operator: string }
  | { readonly problem: 'empty-not-supported'; readonly field: string; readonly operator: string }
  | {
      readonly problem: 'list-needed' | 'list-not-supported';
      readonly field: string;
      readonly operator: string;
      readonly value: string;
    }
  | { readonly problem: 'unknown-function'; readonly name: string }
  | { readonly problem: 'function-not-for-field'; readonly field: string; readonly name: string }
  | { readonly problem: 'function-arguments'; readonly name: string; readonly expected: number; readonly given: number }
  | { readonly problem: 'function-argument'; readonly name: string; readonly value: string };
