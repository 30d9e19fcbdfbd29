import { readFile } from 'node:fs/promises';
import { watch, type FSWatcher } from 'chokidar';

/**
 * Tells when a file has other content than before, once for each time it is written.
 *
 * @param changed - not called again before it has ended
 */
export async function watchFile(path: string, changed: () => Promise<void>): Promise<Pick<FSWatcher, 'close'>> {
  let known = await content(path);
  let last = Promise.resolve();
  const look = async () => {
    const now = await content(path);
    if (now === undefined || now === known) return;
    known = now;
    await changed();
  };
  // An editor may put a new file in the place of the old one, and write it in pieces.
  const watcher = watch(path, {
    ignoreInitial: true,
    atomic: true,
    awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 10 },
  });
  watcher.on('all', () => void (last = last.then(look)));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return watcher;
}

async function content(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
