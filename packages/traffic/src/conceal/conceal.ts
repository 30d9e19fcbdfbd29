import type { LocatedExchange } from '../located.js';
import type { Message } from '../exchange.js';
import { addressWithoutSecrets, bodyWithoutSecrets, headersWithoutSecrets, textWithoutSecrets } from './secrets-in.js';
import { PeopleIn } from './people-in.js';

/**
 * Exchanges without secrets, values of protected fields and people. Whoever stands in place of somebody is the same one
 * in all of them, so that answers can still be compared. Nothing else of the package sees what was there before.
 */
export function concealed(exchanges: readonly LocatedExchange[]): LocatedExchange[] {
  const people = new PeopleIn();
  for (const { exchange } of exchanges) {
    people.noticeCaller(exchange.request.headers, exchange.response.headers);
    people.notice(exchange.request.body);
    people.notice(exchange.response.body);
  }
  return exchanges.map((located) => withoutSecrets(located, people));
}

function withoutSecrets(located: LocatedExchange, people: PeopleIn): LocatedExchange {
  const { exchange, location, query, instance, path } = located;
  const isProtected = location.api === 'protected-fields';
  const address = (text: string) => people.inText(addressWithoutSecrets(text));
  const message = ({ headers, body, ...rest }: Message): Message => ({
    ...rest,
    headers: Object.fromEntries(
      Object.entries(headersWithoutSecrets(headers)).map(([name, value]) => [name, people.inText(value)]),
    ),
    ...(body !== undefined && { body: bodyOf(body, isProtected, people) }),
  });
  return {
    ...located,
    instance: address(instance),
    path: people.inText(path),
    query: new URLSearchParams(address(`?${query.toString()}`).slice(1)),
    location: {
      ...location,
      parameters: location.parameters && (people.inValue(location.parameters) as Record<string, string>),
    },
    exchange: {
      ...exchange,
      url: address(exchange.url),
      request: message(exchange.request),
      response: message(exchange.response),
      notes: exchange.notes.map((note) => people.inText(textWithoutSecrets(note))),
    },
  };
}

function bodyOf(body: unknown, isProtected: boolean, people: PeopleIn): unknown {
  // What a refusal repeats of a value, and a text that is no JSON, can be the value itself.
  if (isProtected && typeof body === 'string' && !/^(?:OK|Bad Request|Unauthorized)$/.test(body)) return '***';
  return people.inValue(textsWithoutSecrets(bodyWithoutSecrets(body, isProtected)));
}

function textsWithoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return textWithoutSecrets(value);
  if (Array.isArray(value)) return value.map(textsWithoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, textsWithoutSecrets(entry)]));
}
