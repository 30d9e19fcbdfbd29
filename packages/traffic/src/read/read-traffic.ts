import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isRecording } from '@fake-jira/contract';
import type { TrafficExchange } from '../exchange.js';
import { TrafficError } from '../traffic-error.js';
import { isCassette, readCassette } from './cassette.js';
import { archive, folder, isFolder, type Files } from './entries.js';
import { readExchanges } from './exchanges.js';
import { isHar, readHar, readHarData } from './har.js';
import { isObject, parseJson } from './json.js';
import { isNock, readNock } from './nock.js';
import { isPostman, readPostman } from './postman.js';
import { readOwnRecording } from './recording.js';
import type { OnProgress } from './stream-json.js';
import { isWireMock, readWireMock, readWireMockFiles } from './wiremock.js';
import { parseYaml } from './yaml.js';

/** What is read at once; larger files can be HAR, which is streamed. */
const largestAtOnce = 200 * 1024 * 1024;

/** Endings of files that a folder is read for. */
const endings: ReadonlySet<string> = new Set(['.har', '.json', '.yaml', '.yml']);

/**
 * The exchanges in a file or folder of traffic, whatever its format; the content tells which. Nothing of it is run, and
 * nothing that it names is fetched.
 *
 * @throws TrafficError with the place, where it is none or is not whole
 */
export async function* readTraffic(path: string, onProgress?: OnProgress): AsyncGenerator<TrafficExchange> {
  if (isFolder(path)) yield* readFolder(path);
  else yield* readFile(path, onProgress);
}

async function* readFolder(path: string): AsyncGenerator<TrafficExchange> {
  const files = folder(path);
  const mappings = mappingsIn(files);
  if (isRecording(path)) yield* exchangesOf(readOwnRecording(path));
  else if (mappings.length > 0) yield* exchangesOf(readWireMockFiles(files, mappings));
  else for (const name of filesToRead(files)) yield* readFile(join(path, name));
}

/**
 * The files of a folder that can be traffic; beside a HAR are the bodies of its entries.
 *
 * @throws TrafficError where there is none
 */
function filesToRead({ name: folderName, names }: Files): string[] {
  const readable = names.filter((name) => endings.has(extname(name).toLowerCase()));
  const hars = readable.filter((name) => name.endsWith('.har'));
  if (readable.length === 0) throw new TrafficError(folderName, '', 'no file in it can be traffic');
  return hars.length > 0 ? hars : readable;
}

async function* readFile(path: string, onProgress?: OnProgress): AsyncGenerator<TrafficExchange> {
  const head = headOf(path);
  if (/^\s*\{\s*"log"\s*:/.test(head)) yield* readHar(path, onProgress);
  else if (head.startsWith('PK\u0003\u0004')) yield* exchangesOf(await readArchive(path));
  else {
    yield* exchangesOf(readWhole(path));
    onProgress?.(statSync(path).size);
  }
}

async function* exchangesOf(all: readonly TrafficExchange[]): AsyncGenerator<TrafficExchange> {
  await Promise.resolve();
  yield* all;
}

async function readArchive(path: string): Promise<TrafficExchange[]> {
  const files = await archive(path);
  const mappings = mappingsIn(files);
  if (mappings.length > 0) return readWireMockFiles(files, mappings);
  const attachment = (name: string) => (files.names.includes(name) ? files.read(name) : undefined);
  return filesToRead(files).flatMap((name) => {
    const text = files.read(name).toString('utf8');
    if (!name.endsWith('.har')) return readText(text, `${path}/${name}`);
    const data = parseJson(text, `${path}/${name}`);
    if (isHar(data)) return readHarData(data, `${path}/${name}`, attachment);
    throw new TrafficError(path, name, 'this is no HAR');
  });
}

function mappingsIn({ names }: Files): string[] {
  return names.filter((name) => /(?:^|\/)mappings\/.*\.json$/.test(name));
}

function readWhole(path: string): TrafficExchange[] {
  const { size } = statSync(path);
  if (size > largestAtOnce)
    throw new TrafficError(path, '', `${size} bytes are too many at once: of this size only HAR can be read`);
  return readText(readFileSync(path, 'utf8'), path);
}

/** Everything but a HAR from a text; one within an archive is small enough. */
function readText(given: string, file: string): TrafficExchange[] {
  const text = given.replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new TrafficError(file, '', 'the file is empty');
  const data = /^\s*[[{]/.test(text) ? parseJson(text, file) : parseYaml(text, file);
  if (isObject(data) && 'exchanges' in data) return readExchanges(data, file);
  if (isCassette(data)) return readCassette(data, file);
  if (isNock(data)) return readNock(data, file);
  if (isPostman(data)) return readPostman(data, file);
  if (isWireMock(data)) return readWireMock(data, file);
  throw new TrafficError(
    file,
    '',
    'this is no traffic that is known here: HAR, WireMock, a cassette of VCR, nock, Postman, a recording, or { exchanges: [ … ] }',
  );
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
