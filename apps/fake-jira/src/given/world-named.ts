import { presetWorld, type WrittenPresetName } from '@fake-jira/fixtures/presets';
import type { WorldFile } from '@fake-jira/fixtures';
import { checkOptions, flag } from './options.js';
import { UsageError } from './usage-error.js';

/** Presets that were written by hand are there without waiting, and the same with every seed. */
const written = ['demo', 'tiny'] satisfies WrittenPresetName[];

/**
 * A world that a program names while a fake runs, as a world file of which nothing was checked.
 *
 * @param method - to which it was given
 * @throws UsageError for a text that is no preset, such as the path of a file
 */
export function worldNamed(method: string, world: WrittenPresetName | WorldFile): WorldFile {
  if (typeof world !== 'string') return world;
  if (!written.includes(world)) throw noPath(method, world, written);
  return presetWorld(world, { seed: 1 });
}

/** {@link worldNamed} where no preset can be meant. */
export function contentGiven(method: string, addition: WorldFile): WorldFile {
  if (typeof addition === 'string') throw noPath(method, addition, []);
  return addition;
}

function noPath(method: string, given: string, presets: readonly string[]): UsageError {
  const what = [...presets.map((name) => `"${name}"`), "a world file's content"].join(' or ');
  return new UsageError(
    `${method} takes ${what}, not "${given}". What a file says: await readWorldFile("world.yaml").`,
  );
}

type Loading = { readonly baseline?: boolean } | undefined;

/** The options of `load` and `merge`, looked at. */
export function loading(method: string, options: Loading): Loading {
  checkOptions(method, options ?? {}, { baseline: flag });
  return options;
}
