import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
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
 * Writes a file that an option names, in a folder that is made where it is missing.
 *
 * @throws UsageError where it cannot be written
 */
export function writeOutput(path: string, text: string): void {
  saying(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  });
}

/**
 * Looks whether a file can be written before work begins that takes long and would be lost.
 *
 * @throws UsageError where it cannot be
 */
export function requireWritable(...paths: readonly (string | undefined)[]): void {
  for (const path of paths) {
    if (path === undefined) continue;
    saying(path, () => {
      if (!existsSync(path)) mkdirSync(dirname(path), { recursive: true });
      else if (statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR', syscall: 'open' });
      accessSync(existsSync(path) ? path : dirname(path), constants.W_OK);
    });
  }
}

function saying(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const reason = systemReason(error);
    throw reason === undefined ? error : new UsageError(`${path} cannot be written: ${reason}.`);
  }
}
