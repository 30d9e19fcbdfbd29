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
