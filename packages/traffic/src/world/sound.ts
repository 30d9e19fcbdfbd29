import { WorldFileError, type WorldFile } from '@fake-jira/fixtures';

/** So often something is left out at most, before a world is given up. */
const rounds = 30;

/**
 * Tries worlds, and leaves out of them what breaks a rule: answers of several moments, put together, need not fit. What
 * was left out of one is not tried in the next.
 */
export class SoundWorlds {
  /** Entries of lists, as JSON. */
  readonly #refused = new Set<string>();
  /** What was wrong, a line each. */
  readonly leftOut: string[] = [];

  /**
   * @param use - takes a world, or throws what is wrong with it
   * @throws WorldFileError where nothing that could be left out helps
   */
  try(given: WorldFile, use: (file: WorldFile) => void): WorldFile {
    let file = this.#withoutRefused(given);
    for (let round = 0; ; round++) {
      try {
        use(file);
        return file;
      } catch (error) {
        if (!(error instanceof WorldFileError) || round === rounds) throw error;
        const { mistakes } = error;
        this.leftOut.push(...mistakes.map(({ path, message }) => `${path}: ${message}`));
        file = this.#without(
          file,
          mistakes.map(({ path }) => path),
        );
      }
    }
  }

  #withoutRefused(file: WorldFile): WorldFile {
    if (this.#refused.size === 0) return file;
    const isGood = (entry: unknown) => !this.#refused.has(JSON.stringify(entry));
    return Object.fromEntries(
      Object.entries(file).map(([name, part]) => [name, Array.isArray(part) ? part.filter(isGood) : (part as unknown)]),
    );
  }

  /** A file without the entries of lists in which places are, or the properties that are there. */
  #without(file: WorldFile, paths: readonly string[]): WorldFile {
    const copy = structuredClone(file) as unknown;
    for (const path of paths) {
      const steps = stepsOf(path);
      const last = steps.findLastIndex((step) => typeof step === 'number');
      // What stands alone goes itself; what is in a list takes its entry along.
      const target = last < 0 ? steps : steps.slice(0, last + 1);
      const owner = target.slice(0, -1).reduce<unknown>((value, step) => (value as never)?.[step], copy);
      const key = target.at(-1) ?? '';
      if (owner === undefined || owner === null) continue;
      if (target.length === 2) this.#refused.add(JSON.stringify((owner as Record<string | number, unknown>)[key]));
      // A hole keeps the places of those behind it, until all are gone.
      delete (owner as Record<string | number, unknown>)[key];
    }
    return withoutHoles(copy) as WorldFile;
  }
}

/** `fields[3].contexts[0]` in its steps. */
function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|\["([^"]*)"\]|([\w$-]+)/g)].map(([, index, quoted, name]) =>
    index === undefined ? (quoted ?? name ?? '') : Number(index),
  );
}

function withoutHoles(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((_, at) => at in value).map(withoutHoles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withoutHoles(entry)]));
}
