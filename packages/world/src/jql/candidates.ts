/** A way to list issues one after the other, among which all that a clause finds are. */
export type Candidates = () => Iterable<number>;

/**
 * The shortest of several lists, without walking the longer ones to their ends: a step of each, in turn, until one is
 * over.
 */
export function shortest(lists: readonly Candidates[]): number[] {
  const walks = lists.map((list) => ({ ids: list()[Symbol.iterator](), seen: [] as number[] }));
  for (;;) {
    for (const { ids, seen } of walks) {
      const next = ids.next();
      if (next.done) return seen;
      seen.push(next.value);
    }
  }
}

/** Each issue of several lists, once. */
export function joined(lists: readonly Candidates[]): Candidates {
  return function* () {
    const seen = new Set<number>();
    for (const list of lists) {
      for (const id of list()) {
        if (seen.has(id)) continue;
        seen.add(id);
        yield id;
      }
    }
  };
}
