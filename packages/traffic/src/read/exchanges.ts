import type { TrafficExchange } from '../exchange.js';
import { TrafficError } from '../traffic-error.js';
import { headersOf } from './headers.js';
import { isObject, statusIn, textIn, type Json } from './json.js';

/** `{ exchanges: [{ method, path, status, headers, body, request }] }`: the plain form, which people write by hand. */
export function readExchanges(data: Json, file: string): TrafficExchange[] {
  const list = data['exchanges'];
  if (!Array.isArray(list)) throw new TrafficError(file, 'exchanges', 'it has to be a list');
  return list.map((entry, at) => exchangeOf(entry, file, `exchanges[${at}]`));
}

function exchangeOf(entry: unknown, file: string, place: string): TrafficExchange {
  if (!isObject(entry)) throw new TrafficError(file, place, 'an exchange has to be { method, path, status, body }');
  const { method, path, url, query, status, headers, body, note, requestHeaders } = entry;
  const sent = 'requestBody' in entry ? entry['requestBody'] : entry['request'];
  const address = textIn(path) ?? textIn(url);
  if (address === undefined) throw new TrafficError(file, place, 'an exchange has to have a path');
  const given = statusIn(status);
  const left = textIn(note) ?? '';
  // What the source shows of a body is not always all of it.
  const isUnknown = body === undefined || body === null || /text not asserted/.test(left);
  return {
    file,
    place,
    method: (textIn(method) ?? 'GET').toUpperCase(),
    url: address.includes('?') ? address : address + queryText(query),
    request: { headers: namedIn(requestHeaders), ...(sent != null && { body: sent }), bodyIsKnown: sent !== undefined },
    ...(given !== undefined && { status: given }),
    response: { headers: namedIn(headers), ...(isUnknown || body === '' ? {} : { body }), bodyIsKnown: !isUnknown },
    ...(/cut|selection|required fields of the answer only/.test(left) && { isSelection: true }),
    notes: left === '' ? [] : [left],
  };
}

function namedIn(headers: unknown): Record<string, string> {
  return isObject(headers) ? headersOf(Object.entries(headers)) : {};
}

/** A query as an object of texts, or of WireMock's conditions. */
function queryText(query: unknown): string {
  if (!isObject(query)) return '';
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] => {
    const given = isObject(value) ? value['equalTo'] : value;
    return typeof given === 'string' || typeof given === 'number' ? [[name, String(given)]] : [];
  });
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
