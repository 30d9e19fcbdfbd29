import { unlikenesses } from '../compare/likeness.js';
import type { LocatedExchange } from '../located.js';
import { isObject } from '../read/json.js';
import { lettersOf } from './letters.js';
import type { Answer } from './send.js';

/** Headers of Jira that clients read; others are of the proxies in front of it, or of the day. */
const compared = ['www-authenticate', 'allow', 'accept', 'warning', 'x-seraph-loginreason'];

/** In what the fake's answer is not like the one in a file, a line each. */
export function differencesOf(located: LocatedExchange, answer: Answer): string[] {
  const { status, response, isSelection = false } = located.exchange;
  if (status !== undefined && status !== answer.status) {
    return [`the fake: status: ${answer.status} instead of ${status}${sentenceIn(answer.body)}`];
  }
  return [...headersOf(response.headers, answer.headers), ...bodyOf(located, isSelection, answer)].map(
    (line) => `the fake: ${line}`,
  );
}

/** What the fake says of it: that tells most. */
function sentenceIn(body: unknown): string {
  const { errorMessages, errors } = (body ?? {}) as { errorMessages?: string[]; errors?: Record<string, unknown> };
  const [first] = [...(Array.isArray(errorMessages) ? errorMessages : []), ...Object.values(errors ?? {})];
  return typeof first === 'string' ? ` (${first})` : '';
}

function headersOf(
  recorded: LocatedExchange['exchange']['response']['headers'],
  answered: Answer['headers'],
): string[] {
  const lines = compared.flatMap((name) => {
    const wanted = recorded[name];
    if (wanted === undefined) return [];
    const [one, other] = [wanted, String(answered[name])].map((value) => headerForm(name, value));
    return one === other ? [] : [`header ${name}: ${other} instead of ${one}`];
  });
  const [type, other] = [recorded, answered].map((headers) => mediaType(headers['content-type']));
  return type === undefined || type === other ? lines : [...lines, `header content-type: ${other} instead of ${type}`];
}

function mediaType(given: string | undefined): string | undefined {
  return given === undefined ? undefined : (given.split(';', 1)[0] as string).trim().toLowerCase();
}

function headerForm(name: string, value: string): string {
  // The methods come in varying order; the realm is the address of the site.
  if (name === 'allow') return value.split(/, ?/).sort().join(', ');
  return value.replace(/realm="[^"]*%3A%2F%2F[^"]*"/, 'realm="<site>"');
}

function bodyOf(located: LocatedExchange, isSelection: boolean, answer: Answer): string[] {
  const { response, method } = located.exchange;
  if (!response.bodyIsKnown || method === 'HEAD' || response.body === '***') return [];
  const { body } = response;
  if (body === undefined || body === '') {
    return answer.body === undefined ? [] : ['body: is there, which it is not in the file'];
  }
  if (typeof body === 'string' && /^\s*<(?:!doctype|html)/i.test(body)) {
    return typeof answer.body === 'string' && answer.body.startsWith('<') ? [] : ['body: no page of HTML'];
  }
  // What has just come into being has ids of its own: it is told by its place.
  const [one, other] = method === 'POST' ? [withPlaces(body), withPlaces(answer.body)] : [body, answer.body];
  const found = unlikenesses(one, other, { isSelection, toTheLetter: lettersOf(located) });
  return [...new Set(found.map(({ at, what }) => `${at}: ${what}`))];
}

/** A body with the ids in it counted in their order. */
function withPlaces(body: unknown): unknown {
  const places = new Map<string, number>();
  const placeOf = (id: string) => {
    const place = places.get(id) ?? places.size + 1;
    places.set(id, place);
    return place;
  };
  const replaced = (value: unknown, name = ''): unknown => {
    if (Array.isArray(value)) return value.map((entry) => replaced(entry, name));
    if (isObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, key)]));
    if (!/(?:^id|Id|^key)s?$/.test(name)) return value;
    if (typeof value === 'number') return placeOf(String(value));
    return typeof value === 'string' ? value.replace(/\d+/g, (id) => String(placeOf(id))) : value;
  };
  return replaced(body);
}
