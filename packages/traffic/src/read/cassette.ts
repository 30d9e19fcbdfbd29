import type { TrafficExchange } from '../exchange.js';
import { TrafficError } from '../traffic-error.js';
import { messageOf } from './body.js';
import { headersOf } from './headers.js';
import { isObject, plain, statusIn, textIn, type Json } from './json.js';

/** Whether data is a cassette: vcrpy says `interactions`, VCR of Ruby `http_interactions`. */
export function isCassette(data: unknown): data is Json {
  return isObject(data) && (Array.isArray(data['interactions']) || Array.isArray(data['http_interactions']));
}

/** A cassette of vcrpy or of Ruby's VCR; both write YAML or JSON. */
export function readCassette(data: Json, file: string): TrafficExchange[] {
  const key = Array.isArray(data['http_interactions']) ? 'http_interactions' : 'interactions';
  return (data[key] as unknown[]).map((entry, at) => exchangeOf(entry, file, `${key}[${at}]`));
}

function exchangeOf(entry: unknown, file: string, place: string): TrafficExchange {
  const { request, response } = (entry ?? {}) as Json;
  if (!isObject(request) || !isObject(response))
    throw new TrafficError(file, place, 'an interaction has to have a request and a response');
  const address = textIn(request['uri']) ?? textIn(request['url']);
  if (address === undefined) throw new TrafficError(file, place, 'its request has to have a uri');
  const { status } = response;
  const code = statusIn(isObject(status) ? status['code'] : (status ?? response['status_code']));
  const sent = messageOf({ headers: headersIn(request), content: contentOf(request['body']) });
  const answered = messageOf({
    headers: headersIn(response),
    content: contentOf(response['body'] ?? response['content']),
  });
  return {
    file,
    place,
    method: plain(request['method'] ?? 'GET').toUpperCase(),
    url: address,
    request: sent.message,
    ...(code !== undefined && { status: code }),
    response: answered.message,
    notes: [...sent.notes, ...answered.notes],
  };
}

function headersIn({ headers }: Json): Record<string, string> {
  return isObject(headers) ? headersOf(Object.entries(headers)) : {};
}

/** A body alone, or in an object that says how it is written. */
function contentOf(body: unknown): string | Uint8Array | undefined {
  if (body instanceof Uint8Array || typeof body === 'string') return body;
  if (!isObject(body)) return undefined;
  const { string, base64_string: base64 } = body;
  if (typeof base64 === 'string') return Buffer.from(base64, 'base64');
  return string instanceof Uint8Array || typeof string === 'string' ? string : undefined;
}
