import bulk from 'sorted-btree/extended/bulkLoad.js';
import diff from 'sorted-btree/extended/diffAgainst.js';
import { compareKeys, type Table, type TableKey } from './table.js';

// Both are CommonJS: an ES module finds the default export one step deeper.
const { bulkLoad } = bulk;
const { default: diffAgainst } = diff;

/** The most entries of a node, as `sorted-btree` has them where nobody says how many. */
const nodeSize = 32;

/** Entries of a table that is to be made of them: each key with the value at the same place. */
export interface Entries<Key extends TableKey = TableKey, Value = unknown> {
  readonly keys: Key[];
  readonly values: Value[];
}

/**
 * A table of many entries at once: linear in their number where they come in order, as they do from a state. Of two
 * with the same key it has the last.
 */
export function tableOf<Key extends TableKey, Value>(entries: Entries<Key, Value>): Table<Key, Value> {
  const { keys, values } = isSorted(entries.keys) ? entries : sorted(entries);
  return bulkLoad<Key, Value>(keys, values, nodeSize, compareKeys);
}

function isSorted(keys: readonly TableKey[]): boolean {
  for (let i = 1; i < keys.length; i++) {
    if (compareKeys(keys[i - 1] as TableKey, keys[i] as TableKey) >= 0) return false;
  }
  return true;
}

function sorted<Key extends TableKey, Value>({ keys, values }: Entries<Key, Value>): Entries<Key, Value> {
  const places = keys.map((_, i) => i).sort((a, b) => compareKeys(keys[a] as Key, keys[b] as Key));
  const last = places.filter((place, i) => {
    const next = places[i + 1];
    return next === undefined || compareKeys(keys[place] as Key, keys[next] as Key) !== 0;
  });
  return { keys: last.map((place) => keys[place] as Key), values: last.map((place) => values[place] as Value) };
}

/** The keys whose entries are not the same in two tables. What they share is not looked at. */
export function keysThatDiffer<Key extends TableKey>(before: Table<Key, unknown>, after: Table<Key, unknown>): Key[] {
  const keys: Key[] = [];
  const note = (key: Key) => void keys.push(key);
  diffAgainst(before, after, note, note, note);
  return keys;
}
