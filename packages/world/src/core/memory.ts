import type { Root } from './root.js';

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
  readonly of: unknown;
  readonly result: unknown;
}

/** Searches whose last result is kept in one line of roots; the one that is longest there goes first. */
const longestLine = 32;
const lines = new WeakMap<Root, Map<string, LastResult>>();

/** Says that one root was made from another: what was found in the one helps to find it in the other. */
export function continueLine(before: Root, after: Root): void {
  const line = lines.get(before);
  if (line) lines.set(after, line);
}

/**
 * As {@link remember}, for a search of which the result follows from one part of a root alone: after a write the last
 * result is put right where that part has changed, in place of a search from the beginning.
 *
 * @param part - what the search reads, such as a table
 * @param search - from the beginning
 * @param putRight - makes of the result for an earlier state of the part the one for the state now; `undefined` where
 *   they have too little in common
 */
export function rememberAlong<Part, Result>(
  root: Root,
  key: string,
  {
    part,
    search,
    putRight,
  }: {
    readonly part: Part;
    readonly search: () => Result;
    readonly putRight: (result: Result, earlier: Part) => Result | undefined;
  },
): Result {
  if (!isFrozen(root)) return search();
  let line = lines.get(root);
  if (!line) lines.set(root, (line = new Map<string, LastResult>()));
  const last = line.get(key);
  if (last?.of === part) return last.result as Result;
  const result = (last && putRight(last.result as Result, last.of as Part)) ?? search();
  line.delete(key);
  line.set(key, { of: part, result });
  if (line.size > longestLine) line.delete(line.keys().next().value as string);
  return result;
}
