import type { JiraEvent } from './events.js';
import type { TableDeclarations } from './indexes.js';
import type { Counters, Kept } from './root.js';
import type { Transaction } from './transaction.js';

/** What Jira itself, or one of its apps, keeps in a world, and what it does when something happens in Jira. */
export interface Part {
  readonly tables: TableDeclarations;
  /** The first id of each kind. */
  readonly counters: Partial<Counters>;
  /** What is in no table, as it is in the beginning. */
  readonly kept: Partial<Kept>;
  /** Is told of every event, in the write that makes it. */
  readonly hear?: (tx: Transaction, event: JiraEvent) => void;
}
