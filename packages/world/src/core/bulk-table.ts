import bulk from 'sorted-btree/extended/bulkLoad.js';
import diff from 'sorted-btree/extended/diffAgainst.js';
import { compareKeys, type Table, type TableKey } from './table.js';

// Both are CommonJS: an ES module finds the default export one step deeper.
const { bulkLoad } = bulk;
const { default: diffAgainst } = diff;

/** The most entries of a node, as `sorted-btree` has them where nobody says how many. */
const nodeSize = 32;

/**
 * A table of many entries at once: linear in their number where they come in order, as they do from a state. Of two
 * with the same key it has the last.
 */
export function tableOf<Key extends TableKey, Value>(entries: (readonly [Key, Value])[]): Table<Key, Value> {
  const sorted = isSorted(entries) ? entries : lastOfEach(entries.sort(([a], [b]) => compareKeys(a, b)));
  const keys = sorted.map(([key]) => key);
  const values = sorted.map(([, value]) => value);
  return bulkLoad<Key, Value>(keys, values, nodeSize, compareKeys) as Table<Key, Value>;
}

function isSorted(entries: readonly (readonly [TableKey, unknown])[]): boolean {
  return entries.every(([key], i) => {
    const previous = entries[i - 1];
    return previous === undefined || compareKeys(previous[0], key) < 0;
  });
}

function lastOfEach<Entry extends readonly [TableKey, unknown]>(sorted: readonly Entry[]): Entry[] {
  return sorted.filter(([key], i) => {
    const next = sorted[i + 1];
    return next === undefined || compareKeys(key, next[0]) !== 0;
  });
}

/** The keys whose entries are not the same in two tables. What they share is not looked at. */
export function keysThatDiffer(before: Table<TableKey, unknown>, after: Table<TableKey, unknown>): TableKey[] {
  const keys: TableKey[] = [];
  const note = (key: TableKey) => void keys.push(key);
  diffAgainst(before, after, note, note, note);
  return keys;
}
