import { WorldFileError, type WorldFile } from '@fake-jira/fixtures';
import { buildWorld } from '@fake-jira/fixtures/build-world';
import { checkWorldFile } from '@fake-jira/fixtures/check-world-file';

/** A world that can be, and what had to be left out for that. */
export interface SoundWorld {
  readonly file: WorldFile;
  readonly leftOut: readonly string[];
}

/** So often something is left out at most, before the world is given up. */
const rounds = 30;

/**
 * Leaves out what breaks a rule of the world: answers of several moments, put together, need not fit.
 *
 * @throws WorldFileError where nothing that could be left out helps
 */
export function soundWorld(given: WorldFile, now: number): SoundWorld {
  let file = given;
  const leftOut: string[] = [];
  for (let round = 0; ; round++) {
    try {
      buildWorld(checkWorldFile(file, { name: 'world' }), { now });
      return { file, leftOut };
    } catch (error) {
      if (!(error instanceof WorldFileError) || round === rounds) throw error;
      const { mistakes } = error;
      leftOut.push(...mistakes.map(({ path, message }) => `${path}: ${message}`));
      file = without(
        file,
        mistakes.map(({ path }) => path),
      );
    }
  }
}

/** A file without the entries of lists in which places are, or the properties that are there. */
function without(file: WorldFile, paths: readonly string[]): WorldFile {
  const copy = structuredClone(file) as unknown;
  for (const path of paths) {
    const steps = [...path.matchAll(/\[(\d+)\]|\["([^"]*)"\]|([\w$-]+)/g)].map(([, index, quoted, name]) =>
      index === undefined ? (quoted ?? name ?? '') : Number(index),
    );
    const last = steps.findLastIndex((step) => typeof step === 'number');
    // What stands alone goes itself; what is in a list takes its entry along.
    const target = last < 0 ? steps : steps.slice(0, last + 1);
    const owner = target.slice(0, -1).reduce<unknown>((value, step) => (value as never)?.[step], copy);
    // A hole keeps the places of those behind it, until all are gone.
    if (owner !== undefined && owner !== null) delete (owner as Record<string | number, unknown>)[target.at(-1) ?? ''];
  }
  return withoutHoles(copy) as WorldFile;
}

function withoutHoles(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((_, at) => at in value).map(withoutHoles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withoutHoles(entry)]));
}
