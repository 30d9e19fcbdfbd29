import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from './usage-error.js';

/** The files of a twin: what it is a twin of, how that behaves, and what is in it. */
export const twinFiles = { head: 'twin.yaml', profile: 'profile.yaml', world: 'world.yaml' } as const;

/** Whether a path is the folder of a twin. */
export function isTwin(path: string, folder = '.'): boolean {
  return existsSync(resolve(folder, path, twinFiles.head));
}

/** A path that is given for a world, or for a profile: in a twin that of its own. */
export function partOf(path: string, part: 'world' | 'profile', folder = '.'): string {
  return isTwin(path, folder) ? join(path, twinFiles[part]) : path;
}

/**
 * @param given - where it is given, such as `--twin`
 * @throws UsageError where there is no twin
 */
export function requireTwin(given: string, path: string, folder = '.'): void {
  if (isTwin(path, folder)) return;
  const found = resolve(folder, path);
  const why = !existsSync(found)
    ? 'there is no such folder'
    : statSync(found).isDirectory()
      ? `it has no ${twinFiles.head}`
      : 'it is a file';
  throw new UsageError(`${given}: ${path} is no twin, for ${why}. fake-jira twin makes one.`);
}
