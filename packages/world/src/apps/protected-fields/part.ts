import type { JiraEvent } from '../../core/events.js';
import type { Part } from '../../core/part.js';
import type { Table } from '../../core/table.js';
import type { Transaction } from '../../core/transaction.js';
import { narrowTokens, type ProtectedToken } from './protected-tokens.js';

declare module '../../core/root.js' {
  interface Root {
    /** By their hashes. */
    readonly protectedTokens: Table<string, ProtectedToken>;
  }
}

/** The app Protected Fields. */
export const protectedFields = {
  tables: { protectedTokens: {} },
  counters: {},
  kept: {},
  hear(tx: Transaction, event: JiraEvent) {
    if (event.type === 'project-deleted') narrowTokens(tx, event.before.id);
  },
} satisfies Part;
