import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { TrafficExchange } from '../exchange.js';
import { unknownMessage } from '../exchange.js';
import { TrafficError } from '../traffic-error.js';
import { messageOf } from './body.js';
import { headersOfList } from './headers.js';
import { isObject, statusIn, textIn, type Json } from './json.js';
import { streamList, type OnProgress } from './stream-json.js';

/** A body that Playwright has put beside the HAR; undefined: it is not there. */
export type Attachment = (name: string) => Uint8Array | undefined;

/** HAR 1.2, as browsers, Playwright, Charles, mitmproxy and Polly.js write it. */
export async function* readHar(file: string, onProgress?: OnProgress): AsyncGenerator<TrafficExchange> {
  const attachment: Attachment = (name) => {
    // A name that leads elsewhere is none of the folder's.
    const path = join(dirname(file), basename(name));
    return existsSync(path) ? readFileSync(path) : undefined;
  };
  for await (const { index, value } of streamList(file, ['log', 'entries'], onProgress)) {
    yield exchangeOf(value, file, `log.entries[${index}]`, attachment);
  }
}

/** Whether data is a HAR. */
export function isHar(data: unknown): data is { readonly log: { readonly entries: readonly unknown[] } } {
  return isObject(data) && isObject(data['log']) && Array.isArray(data['log']['entries']);
}

/** A HAR out of an archive. */
export function readHarData(
  { log }: { readonly log: { readonly entries: readonly unknown[] } },
  file: string,
  attachment: Attachment,
): TrafficExchange[] {
  return log.entries.map((entry, at) => exchangeOf(entry, file, `log.entries[${at}]`, attachment));
}

function exchangeOf(entry: unknown, file: string, place: string, attachment: Attachment): TrafficExchange {
  const { request, response = {} } = (entry ?? {}) as Json;
  if (!isObject(request) || textIn(request['url']) === undefined)
    throw new TrafficError(file, place, 'an entry has to have a request with a url');
  const sent = requestOf(request, attachment);
  const status = statusIn((response as Json)['status']);
  const answered =
    status === undefined ? { message: unknownMessage, notes: [] } : responseOf(response as Json, attachment);
  return {
    file,
    place,
    method: (textIn(request['method']) ?? 'GET').toUpperCase(),
    url: String(request['url']),
    request: sent.message,
    ...(status !== undefined && { status }),
    response: answered.message,
    notes: [...sent.notes, ...answered.notes],
  };
}

function requestOf(request: Json, attachment: Attachment) {
  const { headers, postData, bodySize } = request;
  const content = isObject(postData) ? (attached(postData, attachment) ?? textIn(postData['text'])) : undefined;
  const type = isObject(postData) ? textIn(postData['mimeType']) : undefined;
  return messageOf({
    headers: { ...(type !== undefined && { 'content-type': type }), ...headersOfList(headers) },
    content,
    // -1: the tool does not know.
    isComplete: content !== undefined || Number(bodySize ?? 0) <= 0,
  });
}

function responseOf(response: Json, attachment: Attachment) {
  const { content, headers } = response;
  const { text, encoding, mimeType, size } = isObject(content) ? content : {};
  const given = textIn(text);
  const beside = isObject(content) ? attached(content, attachment) : undefined;
  const known = headersOfList(headers);
  return messageOf({
    headers: { ...(textIn(mimeType) && !('content-type' in known) && { 'content-type': String(mimeType) }), ...known },
    content: beside ?? (given !== undefined && encoding === 'base64' ? fromBase64(given) : given),
    // Chromium saves a size without a text where it was told to leave contents out.
    isComplete: (given ?? beside) !== undefined || Number(size ?? 0) <= 0,
  });
}

function attached(content: Json, attachment: Attachment): Uint8Array | undefined {
  const name = textIn(content['_file']);
  return name === undefined ? undefined : attachment(name);
}

/** Bytes in base64; Polly.js writes a list of them, as they came in, in one text. */
export function fromBase64(text: string): Uint8Array {
  if (!/^\s*\[\s*"/.test(text)) return Buffer.from(text, 'base64');
  try {
    return Buffer.concat((JSON.parse(text) as string[]).map((part) => Buffer.from(part, 'base64')));
  } catch {
    return Buffer.from(text, 'base64');
  }
}
