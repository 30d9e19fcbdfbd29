import sortedBtree from 'sorted-btree';

// The package is CommonJS with an `exports.default`: an ES module finds the class one step deeper.
const BTree = sortedBtree.default;

/** One part of a compound key. */
export type KeyPart = number | string;
export type TableKey = KeyPart | readonly KeyPart[];

/** An ordered, copy-on-write map: a clone costs the same for ten entries and for a hundred thousand. */
export type Table<Key extends TableKey, Value> = sortedBtree.default<Key, Value>;

// Under Jest a name of the global object costs a hundred times as much as one of the module, and this is asked for
// every key that a look-up passes.
const { isArray } = Array;

function compareParts(a: KeyPart, b: KeyPart): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compound keys compare part by part; a shorter key stands before all that begin with it. */
export function compareKeys(a: TableKey, b: TableKey): number {
  if (!isArray(a) || !isArray(b)) return compareParts(a as KeyPart, b as KeyPart);
  const shared = a.length < b.length ? a.length : b.length;
  for (let i = 0; i < shared; i++) {
    const order = compareParts(a[i] as KeyPart, b[i] as KeyPart);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** An empty table, or one with the given entries. */
export function table<Key extends TableKey, Value>(entries?: Iterable<[Key, Value]>): Table<Key, Value> {
  return new BTree<Key, Value>(entries ? [...entries] : undefined, compareKeys);
}
