/**
 * A pattern for paths as a test: `*` stands for anything within a segment, `**` for anything at all. What follows a `?`
 * in a path is not looked at.
 *
 * All places where the pattern can stand are followed at once, so that the time grows with the length of the path times
 * that of the pattern and no faster. Libraries make a regular expression of a pattern, which tries one way after another.
 *
 * @example pathPattern('/rest/api/3/field/*')('/rest/api/3/field/customfield_10000?expand=x'); // true
 */
export function pathPattern(pattern: string): (path: string) => boolean {
  const parts = pattern.match(/\*\*|[^]/gu) ?? [];
  const start: Reached = { places: standing([0], parts), after: new Map() };
  const known = new Map<string, Reached>();

  const step = (from: Reached, character: string): Reached => {
    const read = from.places.flatMap((place) => {
      const part = parts[place];
      if (part === '**' || (part === '*' && character !== '/')) return place;
      return part === character ? place + 1 : [];
    });
    const places = standing(read, parts);
    const key = places.join();
    if (known.size === mostKnown) {
      known.clear();
      start.after.clear();
    }
    const reached = known.get(key) ?? { places, after: new Map() };
    known.set(key, reached);
    from.after.set(character, reached);
    return reached;
  };

  return (path) => {
    let reached = start;
    for (const character of path.split('?', 1)[0] as string)
      reached = reached.after.get(character) ?? step(reached, character);
    return reached.places.at(-1) === parts.length;
  };
}

/** Where a pattern can stand once a part of a path is read, and where it stands after one more character. */
interface Reached {
  readonly places: readonly number[];
  readonly after: Map<string, Reached>;
}

/** So many are remembered, so that the next path finds them. */
const mostKnown = 1_000;

/**
 * The places that are reached with nothing more to read, in ascending order: a star can stand for nothing. Before the
 * last `**` none is left, because whatever fits there fits behind it too.
 */
function standing(places: readonly number[], parts: readonly string[]): number[] {
  const all: number[] = [];
  for (const place of places) {
    for (let next = place; next > (all.at(-1) ?? -1); next++) {
      all.push(next);
      if (parts[next] === '**') all.splice(0, all.length - 1);
      if (parts[next] !== '*' && parts[next] !== '**') break;
    }
  }
  return all;
}
