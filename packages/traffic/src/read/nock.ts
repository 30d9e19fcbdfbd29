import type { TrafficExchange } from '../exchange.js';
import { TrafficError } from '../traffic-error.js';
import { messageOf } from './body.js';
import { headersOf } from './headers.js';
import { isObject, plain, statusIn, textIn, type Json } from './json.js';

/** Whether data is a list of nock's definitions. */
export function isNock(data: unknown): data is readonly Json[] {
  return Array.isArray(data) && data.length > 0 && data.every((one) => isObject(one) && 'scope' in one);
}

/** Definitions that nock has recorded, as JSON. */
export function readNock(data: readonly Json[], file: string): TrafficExchange[] {
  return data.map((definition, at) => exchangeOf(definition, file, `[${at}]`));
}

function exchangeOf(definition: Json, file: string, place: string): TrafficExchange {
  const { scope, method, path, body, status, response, rawHeaders, reqheaders } = definition;
  if (textIn(scope) === undefined || textIn(path) === undefined)
    throw new TrafficError(file, place, 'a definition has to have a scope and a path');
  const code = statusIn(status ?? 200);
  const headers = headersIn(rawHeaders);
  const answered = messageOf({ headers, content: contentOf(response, 'content-encoding' in headers) });
  const sent = body === '' || body === undefined ? undefined : body;
  return {
    file,
    place,
    method: plain(method ?? 'GET').toUpperCase(),
    url: plain(scope).replace(/:(?:443|80)$/, '') + plain(path),
    request: {
      headers: isObject(reqheaders) ? headersOf(Object.entries(reqheaders)) : {},
      ...(sent !== undefined && { body: sent }),
      bodyIsKnown: true,
    },
    ...(code !== undefined && { status: code }),
    response: answered.message,
    notes: answered.notes,
  };
}

/** A list of names and values in turn, or an object. */
function headersIn(raw: unknown): Record<string, string> {
  if (isObject(raw)) return headersOf(Object.entries(raw));
  if (!Array.isArray(raw)) return {};
  const pairs = raw.flatMap((name: unknown, at): [string, unknown][] =>
    at % 2 === 0 ? [[plain(name), raw[at + 1] as unknown]] : [],
  );
  return headersOf(pairs);
}

/** What is compressed stands in hexadecimal digits, in pieces. */
function contentOf(response: unknown, isEncoded: boolean): string | Uint8Array | undefined {
  if (response === undefined || response === '') return undefined;
  if (isEncoded && Array.isArray(response) && response.every((part) => /^[0-9a-f]*$/i.test(plain(part))))
    return Buffer.from(response.join(''), 'hex');
  return typeof response === 'string' ? response : JSON.stringify(response);
}
