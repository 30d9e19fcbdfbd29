import { openSync, closeSync, readFileSync, readSync, statSync } from 'node:fs';
import type { TrafficExchange } from '../exchange.js';
import { TrafficError } from '../traffic-error.js';
import { readExchanges } from './exchanges.js';
import { readHar } from './har.js';
import { isObject, parseJson } from './json.js';
import type { OnProgress } from './stream-json.js';

/** What is read at once; larger files can be HAR, which is streamed. */
const largestAtOnce = 200 * 1024 * 1024;

/**
 * The exchanges in a file of traffic, whatever its format; the content tells which. Nothing of it is run, and nothing
 * that it names is fetched.
 *
 * @throws TrafficError with the place, where the file is none or is not whole
 */
export async function* readTraffic(path: string, onProgress?: OnProgress): AsyncGenerator<TrafficExchange> {
  const head = headOf(path);
  if (/^\s*\{\s*"log"\s*:/.test(head)) yield* readHar(path, onProgress);
  else yield* readWhole(path, onProgress);
}

function readWhole(path: string, onProgress?: OnProgress): TrafficExchange[] {
  const { size } = statSync(path);
  if (size > largestAtOnce)
    throw new TrafficError(path, '', `${size} bytes are too many at once: of this size only HAR can be read`);
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  onProgress?.(size);
  if (text.trim() === '') throw new TrafficError(path, '', 'the file is empty');
  return readJson(parseJson(text, path), path);
}

function readJson(data: unknown, path: string): TrafficExchange[] {
  if (isObject(data) && 'exchanges' in data) return readExchanges(data, path);
  throw new TrafficError(path, '', 'this is no traffic that is known here: HAR, or { exchanges: [ … ] }');
}

/** The first characters of a file. */
function headOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(4096);
    return bytes.toString('utf8', 0, readSync(file, bytes)).replace(/^\uFEFF/, '');
  } finally {
    closeSync(file);
  }
}
