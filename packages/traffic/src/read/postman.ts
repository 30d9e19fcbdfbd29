import type { TrafficExchange } from '../exchange.js';
import { messageOf } from './body.js';
import { headersOfList } from './headers.js';
import { isObject, plain, statusIn, textIn, type Json } from './json.js';

/** Whether data is a collection of Postman. */
export function isPostman(data: unknown): data is Json {
  return isObject(data) && isObject(data['info']) && Array.isArray(data['item']);
}

/** The responses that were saved in a collection; a request without one shows nothing. */
export function readPostman(data: Json, file: string): TrafficExchange[] {
  const variables = new Map(
    (Array.isArray(data['variable']) ? (data['variable'] as Json[]) : []).map(({ key, value }) => [
      plain(key),
      plain(value),
    ]),
  );
  return exchangesIn(data['item'], '', { file, variables });
}

interface Collection {
  readonly file: string;
  readonly variables: ReadonlyMap<string, string>;
}

function exchangesIn(items: unknown, place: string, collection: Collection): TrafficExchange[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, at): TrafficExchange[] => {
    const here = `${place === '' ? '' : `${place}.`}item[${at}]`;
    if (!isObject(item)) return [];
    const responses = Array.isArray(item['response']) ? (item['response'] as Json[]) : [];
    return [
      ...exchangesIn(item['item'], here, collection),
      ...responses.map((response, index) => exchangeOf(item, response, `${here}.response[${index}]`, collection)),
    ];
  });
}

function exchangeOf(item: Json, response: Json, place: string, { file, variables }: Collection): TrafficExchange {
  const request = isObject(response['originalRequest'])
    ? response['originalRequest']
    : ((item['request'] ?? {}) as Json);
  const filled = (text: string) => text.replace(/\{\{([\w.-]+)\}\}/g, (_, name: string) => variables.get(name) ?? '');
  const { body } = request;
  const status = statusIn(response['code']);
  const answered = messageOf({
    headers: headersOfList(response['header'], 'key'),
    content: textIn(response['body']),
  });
  const sent = messageOf({
    headers: headersOfList(request['header'], 'key'),
    content: isObject(body) ? textIn(body['raw']) : undefined,
  });
  return {
    file,
    place,
    method: plain(request['method'] ?? 'GET').toUpperCase(),
    url: filled(addressOf(request['url'])),
    request: sent.message,
    ...(status !== undefined && { status }),
    response: answered.message,
    notes: [...(textIn(response['name']) === undefined ? [] : [plain(response['name'])]), ...answered.notes],
  };
}

/** A text, or an object with the parts of one; variables of the path stand beside it. */
function addressOf(url: unknown): string {
  if (!isObject(url)) return plain(url);
  const values = new Map(
    (Array.isArray(url['variable']) ? (url['variable'] as Json[]) : []).map((one) => [
      plain(one['key']),
      plain(one['value']),
    ]),
  );
  return plain(url['raw']).replace(/\/:(\w+)/g, (whole, name: string) =>
    values.has(name) ? `/${values.get(name)}` : whole,
  );
}
