import type { Root, TableName } from './root.js';

const { isFrozen } = Object;
const memories = new WeakMap<Root, Map<string, unknown>>();

/**
 * A result of a search over a whole root, worked out once for that root: roots never change. The draft of a
 * transaction does, and nothing is remembered of it.
 *
 * @param key - names the search and all that it depends on
 */
export function remember<Result>(root: Root, key: string, search: () => Result): Result {
  if (!isFrozen(root)) return search();
  let memory = memories.get(root);
  if (!memory) memories.set(root, (memory = new Map<string, unknown>()));
  if (!memory.has(key)) memory.set(key, search());
  return memory.get(key) as Result;
}

interface LastResult {
  readonly of: Partial<Root>;
  readonly result: unknown;
}

/** Searches whose last result is kept in one line of roots; the one that is longest there goes first. */
const longestLine = 64;
const lines = new WeakMap<Root, Map<string, LastResult>>();
/** Of each draft the root from which it was made. */
const bases = new WeakMap<Root, Root>();

/** Says that a root is to become of another one: what was found in the one helps to find it in the other. */
export function beginLine(base: Root, draft: Root): void {
  lines.set(draft, lineOf(base));
  bases.set(draft, base);
}

/** Says that a draft has become a root, which needs nothing of the one it was made from any more. */
export function endDraft(root: Root): void {
  bases.delete(root);
}

function lineOf(root: Root): Map<string, LastResult> {
  let line = lines.get(root);
  if (!line) lines.set(root, (line = new Map<string, LastResult>()));
  return line;
}

/** Whether a draft has not written to some tables, which are then those of a root. */
function areCommitted(root: Root, tables: readonly TableName[]): boolean {
  if (isFrozen(root)) return true;
  const base = bases.get(root);
  return base !== undefined && tables.every((name) => root[name] === base[name]);
}

export interface LastingSearch<Name extends TableName, Result> {
  /** All tables that are read. */
  readonly tables: readonly Name[];
  /** From the beginning. */
  readonly search: () => Result;
  /**
   * Makes of the result for earlier states of the tables the one for their states now; `undefined` where they have too
   * little in common, as always where it is not given.
   */
  readonly putRight?: (result: Result, earlier: Pick<Root, Name>) => Result | undefined;
}

/**
 * A result of a search that reads some tables alone, worked out once for as long as they stay as they are, whatever is
 * written to others. After a write to them the last result is put right, where that can be done.
 *
 * @param key - names the search and all that it depends on beside the tables
 */
export function rememberAlong<Name extends TableName, Result>(
  root: Root,
  key: string,
  { tables, search, putRight }: LastingSearch<Name, Result>,
): Result {
  if (!areCommitted(root, tables)) return search();
  const line = lineOf(root);
  const last = line.get(key) as { of: Pick<Root, Name>; result: Result } | undefined;
  if (last && tables.every((name) => last.of[name] === root[name])) return last.result;
  const result = (last && putRight?.(last.result, last.of)) ?? search();
  line.delete(key);
  line.set(key, { of: Object.fromEntries(tables.map((name) => [name, root[name]])), result });
  if (line.size > longestLine) line.delete(line.keys().next().value as string);
  return result;
}
