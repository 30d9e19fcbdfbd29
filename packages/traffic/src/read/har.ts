import type { TrafficExchange } from '../exchange.js';
import { unknownMessage } from '../exchange.js';
import { TrafficError } from '../traffic-error.js';
import { messageOf } from './body.js';
import { headersOfList } from './headers.js';
import { isObject, statusIn, textIn, type Json } from './json.js';
import { streamList, type OnProgress } from './stream-json.js';

/** HAR 1.2, as browsers, Playwright, Charles, mitmproxy and Polly.js write it. */
export async function* readHar(file: string, onProgress?: OnProgress): AsyncGenerator<TrafficExchange> {
  for await (const { index, value } of streamList(file, ['log', 'entries'], onProgress)) {
    yield exchangeOf(value, file, `log.entries[${index}]`);
  }
}

function exchangeOf(entry: unknown, file: string, place: string): TrafficExchange {
  const { request, response = {} } = (entry ?? {}) as Json;
  if (!isObject(request) || textIn(request['url']) === undefined)
    throw new TrafficError(file, place, 'an entry has to have a request with a url');
  const sent = requestOf(request);
  const status = statusIn((response as Json)['status']);
  const answered = status === undefined ? { message: unknownMessage, notes: [] } : responseOf(response as Json);
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

function requestOf(request: Json) {
  const { headers, postData, bodySize } = request;
  const content = isObject(postData) ? textIn(postData['text']) : undefined;
  const type = isObject(postData) ? textIn(postData['mimeType']) : undefined;
  return messageOf({
    headers: { ...(type !== undefined && { 'content-type': type }), ...headersOfList(headers) },
    content,
    // -1: the tool does not know.
    isComplete: content !== undefined || Number(bodySize ?? 0) <= 0,
  });
}

function responseOf(response: Json) {
  const { content, headers } = response;
  const { text, encoding, mimeType, size } = isObject(content) ? content : {};
  const given = textIn(text);
  const known = headersOfList(headers);
  return messageOf({
    headers: { ...(textIn(mimeType) && !('content-type' in known) && { 'content-type': String(mimeType) }), ...known },
    content: given === undefined ? undefined : encoding === 'base64' ? fromBase64(given) : given,
    // Chromium saves a size without a text where it was told to leave contents out.
    isComplete: given !== undefined || Number(size ?? 0) <= 0,
  });
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
