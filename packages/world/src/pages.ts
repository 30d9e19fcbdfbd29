import { keysThatDiffer, tableOf, type Entries } from './core/bulk-table.js';
import { updateCounts, type Index } from './core/indexes.js';
import type { AnyTable, Kept, Root, TableName } from './core/root.js';
import type { TableKey } from './core/table.js';
import { baseTableNames, emptyRoot, indexes, tableNames } from './parts.js';

/**
 * A root as a store keeps it: pages of text, each under a key of its own. A page has the records of a table whose ids
 * lie next to each other, or one record where the key is no number; one more page has what is in no table. What follows
 * from the records, the indexes, is worked out again.
 */
export type Page = readonly [key: string, text: string];

/** So many ids share a page: few pages to read at a start, and little to write for a change of one record. */
const pageSpan = 64;
/** The page of what is in no table. */
const keptPage = 'kept';
/** Digits of the largest id that there can be, so that pages stand in the order of their ids. */
const idDigits = 14;

/** What is in no table, and the next ids. */
type Rest = Kept & Pick<Root, 'counters'>;

const pageOfId = (id: number) => Math.floor(id / pageSpan);

function pageKey(table: TableName, key: TableKey): string {
  const part = typeof key === 'number' ? String(pageOfId(key)).padStart(idDigits, '0') : JSON.stringify(key);
  return `${table}/${part}`;
}

const tableAt = (root: Root, name: TableName) => root[name] as unknown as AnyTable;

function restOf(root: Root): Rest {
  return Object.fromEntries(Object.keys(emptyRest).map((name) => [name, root[name as keyof Rest]])) as unknown as Rest;
}

const emptyRest: Rest = (() => {
  const tables = new Set<string>(tableNames);
  return Object.fromEntries(Object.entries(emptyRoot()).filter(([name]) => !tables.has(name))) as unknown as Rest;
})();

/** All pages of a root. */
export function pagesOf(root: Root): Page[] {
  return [...changedPages(undefined, root)].map(([key, text]) => [key, text as string]);
}

/**
 * The pages in which two roots differ: what has to be written for the one to become the other. It costs what has
 * changed, not what there is.
 *
 * @param before - `undefined`: nothing is kept yet
 * @returns by key the text of each page, `undefined` for one that is gone
 */
export function changedPages(before: Root | undefined, after: Root): Map<string, string | undefined> {
  const changed = new Map<string, string | undefined>();
  for (const name of baseTableNames) {
    const table = tableAt(after, name);
    const known = before && tableAt(before, name);
    if (known === table) continue;
    for (const key of known ? keysThatDiffer(known, table) : table.keys()) {
      const page = pageKey(name, key);
      if (!changed.has(page)) changed.set(page, pageText(table, key));
    }
  }
  const rest = JSON.stringify(restOf(after));
  if (!before || rest !== JSON.stringify(restOf(before))) changed.set(keptPage, rest);
  return changed;
}

/** A list of key, value, key, value … */
function pageText(table: AnyTable, key: TableKey): string | undefined {
  const entries: unknown[] = [];
  if (typeof key === 'number') {
    const first = pageOfId(key) * pageSpan;
    table.forRange(first, first + pageSpan, false, (id, value) => void entries.push(id, value));
  } else if (table.has(key)) {
    entries.push(key, table.get(key));
  }
  return entries.length === 0 ? undefined : JSON.stringify(entries);
}

/**
 * The root of which these are all pages. What they do not have yet, because a younger world has more of it, is as in an
 * empty one.
 *
 * @throws Error where a page holds nothing that stands on a page
 * @example rootOfPages(pagesOf(world.root));
 */
export function rootOfPages(pages: Iterable<Page>): Root {
  const tables = new Map<string, Entries>();
  let rest: Partial<Rest> | undefined;
  for (const [key, text] of pages) {
    if (key === keptPage) {
      rest = JSON.parse(text) as Rest;
      continue;
    }
    const name = key.slice(0, key.indexOf('/'));
    let entries = tables.get(name);
    if (!entries) tables.set(name, (entries = { keys: [], values: [] }));
    const flat = JSON.parse(text) as unknown[];
    if (!Array.isArray(flat) || flat.length % 2 > 0) throw new Error(`the page ${key} is no list of records`);
    for (let i = 0; i < flat.length; i += 2) {
      entries.keys.push(flat[i] as TableKey);
      entries.values.push(flat[i + 1]);
    }
  }
  if (!rest) throw new Error(`the page "${keptPage}" is missing`);
  return rootOfTables(tables, rest);
}

/**
 * A root of the records of its tables, with indexes made for them.
 *
 * @param tables - by name; those that are no table of a world with records of its own are passed over
 */
export function rootOfTables(tables: ReadonlyMap<string, Entries>, rest: Partial<Rest>): Root {
  const kept = Object.fromEntries(
    Object.entries(emptyRest).map(([name, at]) => [name, { ...(at as object), ...rest[name as keyof Rest] }]),
  );
  const root = { ...emptyRoot(), ...kept } as unknown as Record<TableName, AnyTable>;
  for (const name of baseTableNames) root[name] = tableOf(tables.get(name) ?? { keys: [], values: [] });
  // An index may ask for records of other tables than its own: those are all there by now.
  for (const name of baseTableNames)
    for (const index of indexes.get(name) ?? []) root[index.name] = indexOf(index, root as unknown as Root);
  return Object.freeze(root) as unknown as Root;
}

function indexOf(index: Index, root: Root): AnyTable {
  const entries: Entries = { keys: [], values: [] };
  const table = tableAt(root, index.table);
  const counted = tableOf<TableKey, unknown>({ keys: [], values: [] });
  table.forEachPair((key, record) => {
    const its = index.entries(record, key, root);
    if (index.counts) return updateCounts(counted, its);
    for (const [entry, value] of its) {
      entries.keys.push(entry);
      entries.values.push(value);
    }
  });
  return index.counts ? counted : tableOf(entries);
}
