import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import type { Entry, ZipFile } from 'yauzl';
import { TrafficError } from '../traffic-error.js';

/** Files that belong together: those of a folder, or of an archive. Names have `/` between their parts. */
export interface Files {
  /** What errors call it. */
  readonly name: string;
  readonly names: readonly string[];
  read(name: string): Buffer;
}

/** So many bytes an archive may have when it is unpacked. */
const largestArchive = 500 * 1024 * 1024;

/** The files below a folder; what a link leads to outside of it is none of them. */
export function folder(path: string): Files {
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  return { name: path, names, read: (name) => readFileSync(join(path, name)) };
}

/**
 * The files in a zip archive.
 *
 * @throws TrafficError where it is none, or would be too much
 */
export async function archive(path: string): Promise<Files> {
  const { openPromise } = await import('yauzl');
  const contents = new Map<string, Buffer>();
  let left = largestArchive;
  try {
    const zip: ZipFile = await openPromise(path);
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      const { fileName, uncompressedSize } = entry;
      if (fileName.endsWith('/') || !isReadable(fileName)) continue;
      left -= uncompressedSize;
      if (left < 0) throw new TrafficError(path, fileName, 'unpacked, the archive is too large');
      const chunks: Buffer[] = [];
      for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
      contents.set(fileName, Buffer.concat(chunks));
    }
  } catch (error) {
    if (error instanceof TrafficError || (error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    throw new TrafficError(path, '', `this is no zip archive that can be read: ${(error as Error).message}`);
  }
  return { name: path, names: [...contents.keys()].sort(), read: (name) => contents.get(name) ?? Buffer.alloc(0) };
}

/** Bodies of WireMock can have any ending; pictures and the like are no traffic. */
function isReadable(name: string): boolean {
  return !['.png', '.jpg', '.gif', '.zip', '.jar', '.class'].includes(extname(name).toLowerCase());
}

/** Whether a path is a folder. */
export function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}
