import { createReadStream } from 'node:fs';
import { JSONParser } from '@streamparser/json';
import { TrafficError } from '../traffic-error.js';

/** Told how many bytes of a file have been read. */
export type OnProgress = (bytes: number) => void;

/** An entry of a list in a file, and which of them it is. */
export interface StreamedEntry {
  readonly index: number;
  readonly value: unknown;
}

/**
 * The entries of a list in a file of JSON, one by one, so that a file of any size takes the memory of its largest entry.
 *
 * @param path - where the list is: `['log', 'entries']`
 * @throws TrafficError where the file is no JSON, or ends before its end
 */
export async function* streamList(
  file: string,
  path: readonly string[],
  onProgress?: OnProgress,
): AsyncGenerator<StreamedEntry> {
  const parser = new JSONParser({ paths: [`$.${path.join('.')}.*`], keepStack: false });
  let found: StreamedEntry[] = [];
  let count = 0;
  let problem: Error | undefined;
  parser.onValue = ({ value }) => {
    found.push({ index: count++, value });
  };
  parser.onError = (error) => {
    problem ??= error;
  };
  let bytes = 0;
  const placeNow = () => `${path.join('.')}[${count}]`;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    if (!parser.isEnded) parser.write(bytes === 0 ? withoutMark(chunk) : chunk);
    bytes += chunk.length;
    onProgress?.(bytes);
    const ready = found;
    found = [];
    yield* ready;
    if (problem) throw new TrafficError(file, placeNow(), `this is no JSON: ${sentence(problem.message)}`);
  }
  if (!parser.isEnded)
    throw new TrafficError(file, placeNow(), `the file ends here, after ${bytes} bytes: a part is missing`);
}

/** The mark of UTF-8 with which Windows begins files. */
function withoutMark(chunk: Buffer): Buffer {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}

/** What the parser says, without a piece of the file: that can be a secret. */
function sentence(message: string): string {
  const at = message.indexOf(' at position');
  return at < 0 ? 'a part of it is wrong' : `a character is wrong${message.slice(at, at + 40).replace(/[^\w ]/g, '')}`;
}
