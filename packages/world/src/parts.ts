import { customfieldEditor } from './apps/customfield-editor/part.js';
import { protectedFields } from './apps/protected-fields/part.js';
import { indexesOf, type TableDeclarations } from './core/indexes.js';
import { jira } from './core/jira.js';
import type { Part } from './core/part.js';
import type { Moment, Root } from './core/root.js';
import { table } from './core/table.js';
import { Transaction, type Wiring } from './core/transaction.js';

/** What a world consists of. Each hears of events in this order. */
const parts: readonly Part[] = [jira, customfieldEditor, protectedFields];

const tables = Object.fromEntries(parts.flatMap((part) => Object.entries(part.tables))) as TableDeclarations;

/** The indexes of each table. */
export const indexes = indexesOf(tables);

const wiring: Wiring = {
  indexes,
  hear(tx, event) {
    for (const part of parts) part.hear?.(tx, event);
  },
};

/** Begins a write. */
export function begin(base: Root, now: Moment): Transaction {
  return new Transaction(base, now, wiring);
}

/** The tables that have records of their own: those that are no index. */
export const baseTableNames = [...indexes.keys()];

/** Every table of a root, indexes too. */
export const tableNames = [...indexes].flatMap(([name, its]) => [name, ...its.map((index) => index.name)]);

/** A world with nothing in it, not even a user. */
export function emptyRoot(): Root {
  // That together they are all of a root, the compiler cannot see: each part declares its own.
  return Object.freeze({
    ...Object.fromEntries(tableNames.map((name) => [name, table()])),
    ...Object.fromEntries(parts.flatMap((part) => Object.entries(part.kept))),
    counters: Object.fromEntries(parts.flatMap((part) => Object.entries(part.counters))),
  }) as unknown as Root;
}
