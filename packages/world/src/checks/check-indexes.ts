import type { Index } from '../core/indexes.js';
import type { AnyTable, Root } from '../core/root.js';
import type { TableKey } from '../core/table.js';
import { indexes } from '../parts.js';

/** What an index must hold: a key, its value, and the record from which that follows. */
type Expected = readonly [key: TableKey, value: unknown, from: string];

/** What the indexes of a world say otherwise than the records of their tables. */
export function* checkIndexes(root: Root): Iterable<string> {
  for (const index of [...indexes.values()].flat()) {
    const expected = expectedEntries(root, index);
    yield* compare(index.name, tableOf(root, index.name), index.counts ? counted(expected) : expected);
  }
  // Ranks follow from no record.
  const ranks = [...root.options.values()].map(({ id }): Expected => [id, root.optionRanks.get(id), `options ${id}`]);
  yield* compare('optionRanks', tableOf(root, 'optionRanks'), ranks);
}

function tableOf(root: Root, name: Index['name']): AnyTable {
  return root[name] as unknown as AnyTable;
}

function expectedEntries(root: Root, { table, entries }: Index): Expected[] {
  return [...tableOf(root, table).entries()].flatMap(([key, record]) =>
    entries(record, key, root).map(([entryKey, value]): Expected => [entryKey, value, `${table} ${String(key)}`]),
  );
}

function counted(entries: readonly Expected[]): Expected[] {
  const counts = new Map<TableKey, number>();
  for (const [key] of entries) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, count]) => [key, count, String(key)]);
}

function* compare(name: string, table: AnyTable, expected: readonly Expected[]): Iterable<string> {
  const missing = new Map<string, Expected>();
  for (const entry of expected) {
    const key = JSON.stringify(entry[0]);
    const other = missing.get(key);
    if (other) yield `${name}: ${entry[2]} and ${other[2]} share the entry ${key}.`;
    missing.set(key, entry);
  }
  for (const [entryKey, value] of table.entries()) {
    const key = JSON.stringify(entryKey);
    const wanted = missing.get(key);
    missing.delete(key);
    if (!wanted) yield `${name}: the entry ${key} follows from no record.`;
    else if (wanted[1] !== value) {
      yield `${name}: the entry ${key} is ${String(value)}, but ${wanted[2]} makes it ${String(wanted[1])}.`;
    }
  }
  for (const [key, [, , from]] of missing) yield `${name}: the entry ${key} of ${from} is missing.`;
}
