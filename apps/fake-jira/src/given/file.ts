import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearest } from '@fake-jira/profile';
import { UsageError } from './usage-error.js';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EEXIST: 'a part of its path is no folder',
  EROFS: 'its file system is read-only',
  EINVAL: 'it is a device',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
};

/** What the system says of a file, in words; undefined where the error is none of the system's about a file. */
export function systemReason(error: unknown): string | undefined {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  return typeof code === 'string' && syscall !== undefined ? (reasons[code] ?? code) : undefined;
}

/**
 * The text of a file that an option names.
 *
 * @throws an error of the system, also for a device, which may never end
 */
export function readText(path: string): string {
  const stats = statSync(path);
  if (stats.isCharacterDevice() || stats.isBlockDevice()) {
    throw Object.assign(new Error(`${path} is a device`), { code: 'EINVAL', syscall: 'read' });
  }
  return readFileSync(path, 'utf8');
}

/** A file that cannot be read, as a sentence; another error as it is. */
export function unreadable(path: string, error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new UsageError(`${path}: there is no such file.`);
  const reason = systemReason(error);
  return reason === undefined ? error : new UsageError(`${path} cannot be read: ${reason}.`);
}

/**
 * {@link readText}, with a sentence where it cannot be read.
 *
 * @throws UsageError
 */
export function readGiven(path: string): string {
  try {
    return readText(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * Whether a value that is a name or a file is a file: it has an ending that only files have, or it is there.
 *
 * @param folder - where its path begins
 */
export function isFile(value: string, folder = '.'): boolean {
  return /\.(ya?ml|json)$/i.test(value) || /[/\\]/.test(value) || existsSync(resolve(folder, value));
}

/** @throws UsageError that names the nearest of the names there are */
export function knownName(what: string, value: string, names: readonly string[]): string {
  if (names.includes(value)) return value;
  const near = nearest(value, names);
  throw new UsageError(
    `There is no ${what} "${value}"${near.length > 0 ? `, but there is ${near.join(', ')}` : ''}. Or name a file: .yaml, .yml or .json.`,
  );
}
