import { readFileSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Milliseconds without another event after which a file counts as written. */
const quiet = 50;

/**
 * Tells when a file has other content than before, once for each time it is written.
 *
 * @param changed - not called again before it has ended
 */
export function watchFile(path: string, changed: () => Promise<void>): Pick<FSWatcher, 'close'> {
  let known = content(path);
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const look = () => {
    const now = content(path);
    // Between the two steps of an editor that puts a new file in its place there is none.
    if (now === undefined || now === known) return;
    known = now;
    last = last.then(changed);
  };
  // The folder, because such an editor would leave us with a watch on the old file.
  return watch(dirname(path), (_event, name) => {
    if (name !== null && name !== basename(path)) return;
    clearTimeout(timer);
    timer = setTimeout(look, quiet);
  });
}

function content(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
