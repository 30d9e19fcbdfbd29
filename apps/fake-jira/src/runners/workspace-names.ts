import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';

/** Of this process: others may use the same fake. */
const here = randomUUID().slice(0, 8);
let made = 0;

/**
 * A name for a workspace that nobody else has.
 *
 * @param file - of tests, whose name is a part of it
 */
export function newWorkspaceName(file: string): string {
  const readable = basename(file).replace(/[^A-Za-z0-9._-]/g, '-');
  return `${here}-${++made}-${readable}`.slice(0, 64);
}
