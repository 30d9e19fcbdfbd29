/** A list in pieces of a size; the last one may be smaller. */
export function* chunks<Item>(list: readonly Item[], size: number): Iterable<readonly Item[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}
