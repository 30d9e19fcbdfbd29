import { resolve } from 'node:path';
import type { WorldFile } from '@fake-jira/fixtures';
import { isPreset, loadPreset, presetNames } from '@fake-jira/fixtures/presets';
import { isFile, knownName, unreadable } from './file.js';
import { partOf } from './twin.js';
import { UsageError } from './usage-error.js';

/**
 * The world file at a path, or that of the twin there, to build a world of it: what only that finds wrong is told then.
 *
 * @throws UsageError with every mistake of its shape, or why it cannot be read
 */
export async function readWorld(path: string, folder = '.'): Promise<WorldFile> {
  const { readWorldFile, WorldFileError } = await import('@fake-jira/fixtures');
  try {
    return await readWorldFile(resolve(folder, partOf(path, 'world', folder)), { toBuild: true });
  } catch (error) {
    throw error instanceof WorldFileError ? new UsageError(error.message) : unreadable(path, error);
  }
}

/**
 * A world as people give it: the name of a preset, or the path of a world file or twin; from a program also what a file says.
 *
 * @param options.seed - of presets that are made
 * @param options.folder - where the path begins
 * @throws UsageError that names the presets like it, where there is neither
 */
export async function worldGiven(
  value: string | WorldFile,
  { seed = 1, folder = '.' }: { readonly seed?: number; readonly folder?: string } = {},
): Promise<WorldFile> {
  if (typeof value !== 'string') return value;
  if (isPreset(value)) return loadPreset(value, { seed });
  if (!isFile(value, folder)) knownName('preset', value, presetNames);
  return readWorld(value, folder);
}
