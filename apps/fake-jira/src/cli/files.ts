import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemReason } from '../given/file.js';
import { UsageError } from '../given/usage-error.js';

/**
 * Writes a file that an option names, in a folder that is made where it is missing.
 *
 * @throws UsageError where it cannot be written
 */
export function writeOutput(path: string, text: string, options: { readonly mode?: number } = {}): void {
  saying(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, options);
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
