import { operation } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { Exchange } from '../exchange.js';
import { namesOf, ownFields, ownNames, withoutForeign } from './foreign.js';
import { kindOf, kindsInText } from './kinds.js';
import { withoutPolls } from './polls.js';
import type { FoundSandbox } from '../stage/sandbox.js';
import { StableNames } from './stable-names.js';

/** An exchange without anything that differs between two runs on one instance. */
export interface RecordedExchange {
  readonly operation: string | null;
  readonly role: string;
  readonly method: string;
  readonly path: string;
  readonly request?: unknown;
  readonly status: number;
  /** Those that say something of the answer, by name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What is known of a run, and is to be found in its traffic. */
export interface RunFacts {
  /** Of the target: it can have addresses of its own. */
  readonly profile?: Profile;
  readonly url: string;
  readonly runId: string;
  /** Who asked, the sandbox, secrets: text → name. */
  readonly texts: readonly (readonly [text: string, name: string])[];
  /** Full names of those who asked: searches are for what these begin with. */
  readonly fullNames?: readonly string[];
  /** Where the run has worked: its projects and issue types are the first of their kinds. */
  readonly sandbox?: Pick<FoundSandbox, 'projects' | 'issueTypes'>;
}

/** Headers that are part of an answer, and not of how it came. */
const kept = ['content-type', 'location', 'www-authenticate', 'allow', 'retry-after'];

/** Properties that hold a moment. */
const moments =
  /^(at|created|updated|createdDate|updatedDate|submitted|started|finished|lastUpdate|lastUpdated|lastValueUpdate|dateTime|scheduledTime|finishedTime|nextRun|executionTime|trashedDate|plannedDeletionDate|lastUsed|serverTime|expirationDate|value)$/;
/** Properties that tell how far or how long something has run. */
const durations: ReadonlySet<string> = new Set(['elapsedRuntime', 'processingTimeInMs', 'progress']);
/** What an instance says that it is stands in the profile of its recording. */
const versionsOfJira: ReadonlySet<string> = new Set(['version', 'versionNumbers', 'buildNumber', 'scmInfo']);
const iso = /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?/g;

/** The exchanges of one check, with stable names; what has the same id has the same name in all of them. */
export function normaliseExchanges(exchanges: readonly Exchange[], run: RunFacts): RecordedExchange[] {
  const { projects = [], issueTypes = [] } = run.sandbox ?? {};
  const names = new StableNames([
    [run.url, 'base'],
    // As the realm of a Cloud.
    [encodeURIComponent(run.url), 'base encoded'],
    ...run.texts,
  ]);
  for (const { id } of projects) names.register('project', String(id));
  for (const { id } of issueTypes) names.register('issue type', String(id));
  const { runId, profile } = run;
  const mine = { names: ownNames(exchanges, runId), fields: ownFields(exchanges), runId };
  const own = withoutPolls(exchanges).map((exchange) => ({ ...exchange, body: withoutForeign(exchange, mine) }));
  const labels: Labels = { names: new Map(), keys: new Map() };
  for (const exchange of own) register(exchange, names, profile);
  return own.map((exchange) =>
    normalised({ ...exchange, path: withoutBeginnings(exchange.path, run.fullNames ?? []) }, names, profile, (text) =>
      withLabels(text, runId, labels),
    ),
  );
}

/** Finds the ids of an exchange, in its address and its bodies, in their order. */
function register(
  { operation: id, path, requestBody, headers, body }: Exchange,
  names: StableNames,
  profile: Profile | undefined,
): void {
  for (const [name, value] of variablesOf(id, path, profile)) {
    const kind = kindOf(id, [name]);
    if (kind !== undefined) names.register(kind, value.replace(/^customfield_/, ''));
  }
  for (const part of [requestBody, body]) {
    walk(part, [], (value, at) => {
      const text = String(value);
      for (const [, field] of text.matchAll(/customfield_(\d+)/g)) names.register('field', field as string);
      const kind = kindOf(id, at);
      if (typeof value === 'string') for (const [named, number] of kindsInText(value)) names.register(named, number);
      if (kind !== undefined && /^[\w:.-]+$/.test(text)) names.register(kind, text.replace(/^customfield_/, ''));
    });
  }
  const task = /\/task\/(\d+)/.exec(headers['location'] ?? '')?.[1];
  if (task !== undefined) names.register('task', task);
}

/** An address in which each variable has the name of what it is the id of: a number alone does not tell. */
function pathOf(
  { operation: id, path }: Exchange,
  names: StableNames,
  profile: Profile | undefined,
  text: (given: string) => string,
): string {
  const [bare = '', ...query] = path.split('?');
  const variables = new Map(variablesOf(id, path, profile).map(([name, , at]) => [at, name]));
  const segments = bare.split('/');
  const named = segments.map((segment, at) => {
    const name = variables.get(segments.length - 1 - at);
    const kind = name === undefined ? undefined : kindOf(id, [name]);
    // What stands there in the document too is nobody's name.
    if (name === undefined && id !== null) return segment;
    const given = decodeURIComponent(segment);
    return kind === undefined || given.startsWith('customfield_') ? text(given) : names.nameOf(kind, given);
  });
  return [named.join('/'), ...query.map((part) => text(decodeURIComponent(part.replaceAll('+', '%20'))))].join('?');
}

/** The variables in the address of an operation, with what stands there, and in which segment counted from the end. */
function variablesOf(
  id: Exchange['operation'],
  path: string,
  profile: Profile | undefined,
): [name: string, value: string, at: number][] {
  if (id === null) return [];
  // The base can be another one than that of the document: the segments are compared from the end.
  const template = operation(id, profile).path.split('/').reverse();
  const given = (path.split('?')[0] ?? '').split('/').reverse();
  return template
    .flatMap((segment, at): [string, string, number][] => {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      return name === undefined ? [] : [[name, decodeURIComponent(given[at] ?? ''), at]];
    })
    .reverse();
}

function normalised(
  exchange: Exchange,
  names: StableNames,
  profile: Profile | undefined,
  label: (text: string) => string,
): RecordedExchange {
  const { operation: id, role, method, path, requestBody, status, headers, body } = exchange;
  const text = (given: string) => names.inText(label(withoutPicture(given))).replace(iso, '‹time›');
  const part = (given: unknown, own = text) => replaced(given, [], id, names, own);
  // What says that there is no such address repeats it.
  const address = path.split('?')[0] ?? '';
  const refusal = (given: string) => text(address.length > 1 ? given.replaceAll(address, '‹address›') : given);
  return {
    operation: id,
    role,
    method,
    path: pathOf(exchange, names, profile, text),
    ...(requestBody === undefined ? {} : { request: part(requestBody) }),
    status,
    headers: Object.fromEntries(
      kept.flatMap((name) => (headers[name] === undefined ? [] : [[name, text(headers[name])]])),
    ),
    ...(body === undefined ? {} : { body: part(body, status === 404 || status === 405 ? refusal : text) }),
  };
}

function replaced(
  value: unknown,
  at: readonly string[],
  id: Exchange['operation'],
  names: StableNames,
  text: (given: string) => string,
): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, at, id, names, text));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      // What a check left undefined was not sent, and is not written.
      Object.entries(value).flatMap(([name, item]: [string, unknown]) =>
        item === undefined ? [] : [[text(name), replaced(item, [...at, meant(value, name)], id, names, text)]],
      ),
    );
  }
  const kind = kindOf(id, at);
  if (id === 'getServerInfo' && versionsOfJira.has(at[0] ?? '')) {
    return typeof value === 'number' ? '‹of the version as a number›' : '‹of the version›';
  }
  if (typeof value === 'number') {
    if (moments.test(at.at(-1) ?? '') && value > 1e9) return '‹time as a number›';
    if (durations.has(at.at(-1) ?? '')) return value === 100 ? value : '‹how far as a number›';
    if (kind === undefined) return value;
    const name = names.nameOf(kind, String(value));
    return name === String(value) ? value : `${name} as a number`;
  }
  if (typeof value !== 'string') return value;
  // Of what an event says, and so of its ids and its moment.
  if (at.at(-1) === 'hash') return '‹hash›';
  // What it means is the instance's own affair; ours has the keys of issues in it.
  if (at.at(-1) === 'nextPageToken' && value !== '') return '‹page token›';
  if (kind !== undefined && names.nameOf(kind, value) !== value) return names.nameOf(kind, value);
  return text(value);
}

/** Which picture somebody has is theirs, and says nothing of an API. */
function withoutPicture(text: string): string {
  return /avatar/i.test(text) ? text.replace(/(avatarId=|\/avatar\/)[0-9a-f]+/gi, '$1‹picture›') : text;
}

/** Visits what is neither list nor object, with the names of the properties down to it. */
function walk(value: unknown, at: readonly string[], visit: (value: unknown, at: readonly string[]) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, at, visit);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      visit(name, []);
      walk(item, [...at, meant(value, name)], visit);
    }
  } else if (value !== null && value !== undefined) visit(value, at);
}

/** The name of a property; in `{ name: 'existingOptionId', value: 10010 }` that which stands beside it. */
function meant(owner: object, name: string): string {
  const beside = (owner as { name?: unknown }).name;
  return name === 'value' && typeof beside === 'string' && /Id$/.test(beside) ? beside : name;
}

/** What a check has made, each with the name that it has in the recording. */
interface Labels {
  readonly names: Map<string, string>;
  readonly keys: Map<string, string>;
}

/** Keys of the projects that a run makes have the end of its id and a number in them. */
function projectKeysOf(runId: string): RegExp {
  const end = runId
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(-4);
  return new RegExp(`\\b[A-Z]${end}\\d{5}\\b`, 'g');
}

/** An address without the first letters of somebody's name that are looked for. */
function withoutBeginnings(path: string, fullNames: readonly string[]): string {
  return path.replace(/(?<=[?&](?:query|username)=)[^&]{1,9}(?=&|$)/g, (given) => {
    const letters = decodeURIComponent(given.replaceAll('+', '%20'));
    const at = letters.length > 3 ? -1 : fullNames.findIndex((fullName) => fullName.startsWith(letters));
    // No word of it can be somebody's name in turn.
    return at < 0 ? given : encodeURIComponent(`‹beginning ${at + 1}.${letters.length}›`);
  });
}

/** A name that the run has made is the n-th of its check. */
function withLabels(text: string, runId: string, { names: labels, keys }: Labels): string {
  const named = text.replace(namesOf(runId), (made) => {
    // Some checks look for a name in capitals.
    const small = made.toLowerCase();
    const label = labels.get(small) ?? `‹name ${labels.size + 1}›`;
    labels.set(small, label);
    return made === small ? label : label.toUpperCase();
  });
  const keyed = named.replace(projectKeysOf(runId), (key) => {
    const label = keys.get(key) ?? `‹project key ${keys.size + 1}›`;
    keys.set(key, label);
    return label;
  });
  // Some look for everything of the run.
  return keyed.replaceAll(`fjf-${runId}`, 'fjf-‹run›');
}
