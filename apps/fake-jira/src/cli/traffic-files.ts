import { statSync } from 'node:fs';
import { readTraffic, type TrafficExchange } from '@fake-jira/traffic';
import { unreadable } from '../given/file.js';
import { progressBar } from './progress.js';

/** The exchanges of all files, with a bar where there is much to read. */
export async function* exchangesIn(files: readonly string[]): AsyncGenerator<TrafficExchange> {
  for (const file of files) {
    const size = sizeOf(file);
    const bar = size > 20_000_000 ? await progressBar(size, file) : undefined;
    let done = 0;
    try {
      yield* readTraffic(file, (bytes) => {
        bar?.add(bytes - done);
        done = bytes;
      });
    } catch (error) {
      throw (error as NodeJS.ErrnoException).syscall === undefined ? error : unreadable(file, error);
    } finally {
      bar?.stop();
    }
  }
}

/** @throws UsageError where there is no such file */
function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch (error) {
    throw unreadable(file, error);
  }
}
