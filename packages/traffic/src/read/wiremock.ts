import type { TrafficExchange } from '../exchange.js';
import { TrafficError } from '../traffic-error.js';
import { messageOf } from './body.js';
import type { Files } from './entries.js';
import { headersOf } from './headers.js';
import { isObject, parseJson, plain, statusIn, textIn, type Json } from './json.js';

/** A file that a mapping names for its body. */
type ReadBody = (name: string, place: string) => Uint8Array | string;

/** Whether data is a mapping of WireMock, or a list of them. */
export function isWireMock(data: unknown): data is Json {
  return (
    isObject(data) && (Array.isArray(data['mappings']) || (isObject(data['request']) && isObject(data['response'])))
  );
}

/** A folder or an archive as WireMock writes it: `mappings/`, and bodies in `__files/`. */
export function readWireMockFiles(files: Files, mappings: readonly string[]): TrafficExchange[] {
  return mappings.flatMap((name) => {
    const data = parseJson(files.read(name).toString('utf8'), `${files.name}/${name}`);
    if (!isWireMock(data)) throw new TrafficError(files.name, name, 'this is no mapping of WireMock');
    const root = name.slice(0, name.lastIndexOf('mappings/'));
    return readWireMock(data, `${files.name}/${name}`, (file, place) => {
      // A name that leads elsewhere is none of the archive's.
      const body = files.names.find((one) => one === `${root}__files/${file}`);
      if (body === undefined)
        throw new TrafficError(files.name, `${name}, ${place}`, `there is no body __files/${file}`);
      return files.read(body);
    });
  });
}

/** One file of mappings. */
export function readWireMock(
  data: Json,
  file: string,
  readBody: ReadBody = (name, place) => {
    throw new TrafficError(file, place, `its body is in the file ${name}: name the folder with mappings/ and __files/`);
  },
): TrafficExchange[] {
  const list = data['mappings'];
  if (!Array.isArray(list)) return [exchangeOf(data, file, 'the mapping', readBody)];
  return list.map((mapping: unknown, at) => exchangeOf(mapping, file, `mappings[${at}]`, readBody));
}

function exchangeOf(mapping: unknown, file: string, place: string, readBody: ReadBody): TrafficExchange {
  const { request, response, name } = (mapping ?? {}) as Json;
  if (!isObject(request) || !isObject(response))
    throw new TrafficError(file, place, 'a mapping has to have a request and a response');
  const sent = sentBody(request);
  const status = statusIn(response['status'] ?? 200);
  const answered = messageOf({
    headers: headersOf(Object.entries((response['headers'] ?? {}) as Json)),
    content: contentOf(response, `${place}.response`, readBody),
  });
  return {
    file,
    place,
    method: plain(request['method'] ?? 'GET').toUpperCase(),
    url: addressOf(request),
    request: { headers: {}, ...(sent !== undefined && { body: sent }), bodyIsKnown: sent !== undefined },
    ...(status !== undefined && { status }),
    response: answered.message,
    notes: [...(textIn(name) === undefined ? [] : [plain(name)]), ...answered.notes],
  };
}

/** The address that is matched; none, where it is a pattern. */
function addressOf(request: Json): string {
  const path = textIn(request['url']) ?? textIn(request['urlPath']) ?? unescaped(request);
  if (path === undefined) return '';
  const query = Object.entries((request['queryParameters'] ?? {}) as Json).flatMap(([name, condition]) => {
    const value = isObject(condition) ? condition['equalTo'] : undefined;
    return typeof value === 'string' ? [[name, value]] : [];
  });
  if (query.length === 0 || path.includes('?')) return path;
  return `${path}?${new URLSearchParams(query as [string, string][]).toString()}`;
}

/** A pattern that fits one address only is that address. */
function unescaped(request: Json): string | undefined {
  const pattern = textIn(request['urlPattern']) ?? textIn(request['urlPathPattern']);
  const address = pattern?.replace(/\\([./?&=-])/g, '$1');
  return address !== undefined && /^[\w/.?&=%~:,-]+$/.test(address) && !/\.[*+?]/.test(pattern ?? '')
    ? address
    : undefined;
}

function sentBody({ bodyPatterns }: Json): unknown {
  for (const pattern of Array.isArray(bodyPatterns) ? (bodyPatterns as Json[]) : []) {
    const { equalToJson, equalTo } = pattern;
    if (equalToJson === undefined) return equalTo;
    try {
      return typeof equalToJson === 'string' ? (JSON.parse(equalToJson) as unknown) : equalToJson;
    } catch {
      return undefined;
    }
  }
  return undefined;
}

function contentOf(response: Json, place: string, readBody: ReadBody): string | Uint8Array | undefined {
  const { jsonBody, body, base64Body, bodyFileName } = response;
  if (jsonBody !== undefined) return JSON.stringify(jsonBody);
  if (textIn(body) !== undefined) return plain(body);
  if (textIn(base64Body) !== undefined) return Buffer.from(plain(base64Body), 'base64');
  return textIn(bodyFileName) === undefined ? undefined : readBody(plain(bodyFileName), place);
}
