import {
  effectiveSpec,
  isObject,
  methods,
  type ClientOperations,
  type JsonObject,
  type OpenApiDocument,
} from '@fake-jira/openapi';
import { namedProfile, parseProfile, perProfile, type Profile } from '@fake-jira/profile';
import createClient from 'openapi-fetch';
import type { FetchResponse, MaybeOptionalInit } from 'openapi-fetch';
import { callback, checkOptions, having, text, textOrObject } from '../given/options.js';
import { UsageError } from '../given/usage-error.js';

export type { ClientOperations } from '@fake-jira/openapi';
export { dataOf, RefusedByJira } from './data-of.js';

/** The profiles whose operations have types of their own. */
export type ClientProfile = keyof ClientOperations;

/** Who asks: a log-in name or the mail address of a Cloud account with a password or API token, or a bearer token. */
export type Credentials = { readonly user: string; readonly password: string } | { readonly token: string };

/** How to reach a Jira: a fake, a workspace of one, or a real instance. */
export interface OperationsOptions<Name extends ClientProfile = 'all'> {
  /** Its base address, such as that of `startFakeJira()`, or `https://jira.example.com/context`. */
  readonly baseUrl: string;
  /** Absent: nobody is signed in. */
  readonly auth?: Credentials;
  /** What it is like: the name of a profile, or what a profile file says, whose types are those of `all`. */
  readonly profile?: Name | (Name extends 'all' ? Profile : never);
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Asks in place of Node's `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

// What openapi-typescript says of an operation; the helpers of openapi-fetch ask for it under this bound.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Described = Record<string | number, any>;

/**
 * One operation as a function. What it takes and gives is what openapi-fetch takes and gives: `params` with `path` and
 * `query`, and `body`; then `data`, or `error`, and the `response`.
 */
export type Call<Operation> = Operation extends Described
  ? undefined extends Init<Operation>
    ? (init?: Init<Operation>) => Promise<Result<Operation>>
    : (init: Init<Operation>) => Promise<Result<Operation>>
  : never;

/** What an operation takes; it can be left out where nothing in it is needed. */
type Init<Operation> = MaybeOptionalInit<{ it: Operation }, 'it'>;

type Result<Operation extends Described> = FetchResponse<Operation, object, `${string}/${string}`>;

/** A function for each operation of the four APIs that a profile has, by operation id. */
export type Operations<Name extends ClientProfile = 'all'> = {
  readonly [Id in keyof ClientOperations[Name]]: Call<ClientOperations[Name][Id]>;
};

const apis = ['jira-cloud', 'customfield-editor', 'extender', 'protected-fields'] as const;

/**
 * The operations of Jira's field API and of the three apps as functions, with the types of the effective spec of a
 * profile. They reach the fake and a real instance alike.
 *
 * @throws UsageError for an option that cannot be; RangeError where there is no such profile
 * @example
 * const jira = operations({ baseUrl: fake.url, auth: { user: 'admin', password: 'admin' } });
 * const { data, error } = await jira.createCustomField({ body: { name: 'Team', type: select } });
 * const { id } = dataOf(await jira.createCustomField({ body: { name: 'Team', type: select } })); // or throws
 */
export function operations<Name extends ClientProfile = 'all'>(options: OperationsOptions<Name>): Operations<Name> {
  checkOptions('operations', options, {
    baseUrl: text,
    auth: { is: isCredentials, words: '{ user, password } or { token }' },
    profile: textOrObject,
    headers: having(),
    fetch: callback,
  });
  const { baseUrl, auth, profile = 'all', headers = {}, fetch } = options;
  if (!/^https?:\/\//.test(baseUrl ?? ''))
    throw new UsageError('operations needs the address of a Jira as baseUrl, such as http://127.0.0.1:2990.');
  const client = createClient<Record<string, never>>({
    baseUrl,
    headers: { Accept: 'application/json', ...(auth && { Authorization: authorization(auth) }), ...headers },
    ...(fetch && { fetch }),
  });
  const ask = client.request.bind(client) as unknown as (method: string, path: string, init?: object) => unknown;
  const known = typeof profile === 'string' ? namedProfile(profile) : parseProfile(profile);
  const functions = Object.fromEntries(
    addressesIn(known).map(({ id, method, path, answers }) => {
      const parsing = answers === 'text' ? { parseAs: answers } : {};
      return [id, (init?: object) => ask(method, path, { ...parsing, ...init })];
    }),
  );
  return functions as unknown as Operations<Name>;
}

function isCredentials(value: unknown): boolean {
  const given = (value ?? {}) as Partial<Record<'user' | 'password' | 'token', unknown>>;
  const texts = (...names: (keyof typeof given)[]) => names.every((name) => typeof given[name] === 'string');
  return texts('user', 'password') || texts('token');
}

function authorization(auth: Credentials): string {
  if ('token' in auth) return `Bearer ${auth.token}`;
  return `Basic ${Buffer.from(`${auth.user}:${auth.password}`).toString('base64')}`;
}

interface Address {
  readonly id: string;
  readonly method: string;
  /** With its variables as `{name}`. */
  readonly path: string;
  readonly answers: 'json' | 'text';
}

/** Where each operation is. Worked out once for a profile, which takes a while. */
const addressesIn = perProfile((profile): readonly Address[] =>
  apis.flatMap((api) => {
    const document = effectiveSpec(api, profile);
    return Object.entries(document.paths).flatMap(([path, item]) =>
      methods.flatMap((method): Address[] => {
        const operation = item[method];
        if (!isObject(operation) || typeof operation['operationId'] !== 'string') return [];
        return [{ id: operation['operationId'], method, path, answers: answersOf(document, operation) }];
      }),
    );
  }),
);

/** A few operations answer with a word instead of JSON where nothing is wrong. */
function answersOf({ components }: OpenApiDocument, { responses }: JsonObject): Address['answers'] {
  const shared = components?.['responses'];
  const media = Object.entries(responses as Record<string, JsonObject>).flatMap(([status, response]) => {
    if (!status.startsWith('2')) return [];
    const { $ref } = response;
    const { content } = typeof $ref === 'string' ? (shared?.[$ref.split('/').at(-1) ?? ''] ?? {}) : response;
    return isObject(content) ? Object.keys(content) : [];
  });
  return media.length > 0 && media.every((type) => type.startsWith('text/')) ? 'text' : 'json';
}
