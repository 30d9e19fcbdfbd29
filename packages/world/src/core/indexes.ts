import type { AnyTable, KeyOf, RecordOf, Root, TableName } from './root.js';
import { compareKeys, type TableKey } from './table.js';

/** The entries that a record makes in an index. `root` has it already, or still. */
export type Indexing<Name extends TableName, Index extends TableName> = (
  record: RecordOf<Name>,
  key: KeyOf<Name>,
  root: Root,
) => readonly (readonly [key: KeyOf<Index>, value: RecordOf<Index>])[];

/** What follows from the records of a table. A transaction that writes a record keeps all of it right. */
export interface TableDeclaration<Name extends TableName> {
  readonly indexes?: { readonly [Index in TableName]?: Indexing<Name, Index> };
  /** Tables that say of a key how many records have it. */
  readonly counts?: { readonly [Index in TableName]?: (record: RecordOf<Name>) => KeyOf<Index> };
}

export type TableDeclarations = { readonly [Name in TableName]?: TableDeclaration<Name> };

type Entry = readonly [key: TableKey, value: unknown];

/** A declared index, whatever its table. */
export interface Index {
  readonly table: TableName;
  readonly name: TableName;
  readonly counts: boolean;
  readonly entries: (record: unknown, key: TableKey, root: Root) => readonly Entry[];
}

export type Indexes = ReadonlyMap<TableName, readonly Index[]>;

/** The indexes of each table, as its declaration has them. */
export function indexesOf(declarations: TableDeclarations): Indexes {
  // A declaration is typed by its table; here all are alike.
  const all = Object.entries(declarations) as [TableName, Undeclared][];
  return new Map(
    all.map(([table, { indexes = {}, counts = {} }]) => [
      table,
      [
        ...indexNames(indexes).map((name) => ({
          table,
          name,
          counts: false,
          entries: indexes[name] as Index['entries'],
        })),
        ...indexNames(counts).map((name) => {
          const keyOf = counts[name] as (record: unknown) => TableKey;
          return { table, name, counts: true, entries: (record: unknown) => [[keyOf(record), 1] as const] };
        }),
      ],
    ]),
  );
}

interface Undeclared {
  readonly indexes?: { readonly [Name in TableName]?: unknown };
  readonly counts?: { readonly [Name in TableName]?: unknown };
}

function indexNames(indexes: { readonly [Name in TableName]?: unknown }): TableName[] {
  return Object.keys(indexes) as TableName[];
}

/** How many entries at the start and at the end of two lists are the same. */
function sameEnds(before: readonly Entry[], after: readonly Entry[]): [start: number, end: number] {
  const shorter = before.length < after.length ? before.length : after.length;
  let start = 0;
  while (start < shorter && sameEntry(before[start] as Entry, after[start] as Entry)) start++;
  let end = 0;
  while (end < shorter - start && sameEntry(before.at(-1 - end) as Entry, after.at(-1 - end) as Entry)) end++;
  return [start, end];
}

/** Writes in an index what the change of a record changes there. What stays the same is not touched. */
export function updateIndex(
  edit: () => AnyTable,
  { counts }: Index,
  before: readonly Entry[],
  after: readonly Entry[],
): void {
  const [start, end] = sameEnds(before, after);
  if (start + end === before.length && start + end === after.length) return;
  const table = edit();
  for (let i = start; i < before.length - end; i++) {
    const key = (before[i] as Entry)[0];
    if (counts) add(table, key, -1);
    else table.delete(key);
  }
  for (let i = start; i < after.length - end; i++) {
    const key = (after[i] as Entry)[0];
    if (counts) add(table, key, 1);
    else table.set(key, (after[i] as Entry)[1]);
  }
}

/** Counts entries in an index that says how many records there are of a key. */
export function updateCounts(table: AnyTable, entries: readonly Entry[]): void {
  for (const [key] of entries) add(table, key, 1);
}

function sameEntry(one: Entry, other: Entry): boolean {
  return one[1] === other[1] && compareKeys(one[0], other[0]) === 0;
}

function add(table: AnyTable, key: TableKey, change: 1 | -1): void {
  const count = ((table.get(key) as number | undefined) ?? 0) + change;
  if (count === 0) table.delete(key);
  else table.set(key, count);
}
