import type { MatcherContext, SyncExpectationResult } from 'expect';
import type { JournalEntry } from '../http/journal.js';
import { requestsThatFit, type RequestFilter } from '../http/request-filter.js';

/** What has a journal: what `startFakeJira()` gives, each of its workspaces, and the global `jira` of the environment. */
export interface HasJournal {
  journal(filter?: RequestFilter): Awaitable<readonly JournalEntry[]>;
}

type Awaitable<Value> = Value | Promise<Value>;

/** What an expectation of a journal gives: of one that runs elsewhere it has to be awaited. */
export type Expectation<R, Jira> = Jira extends { journal(): infer Given }
  ? Given extends Promise<unknown>
    ? Promise<void>
    : R
  : R;

/** What a request has to have beside its method and path. */
export interface ExpectedRequest extends Pick<RequestFilter, 'user' | 'status' | 'operation'> {
  /** What its JSON body has at least: as of `toMatchObject`, asymmetric matchers included. Secrets are `***`. */
  readonly body?: unknown;
  /** What its query has at least. */
  readonly query?: Readonly<Record<string, string>>;
  /** How many such requests there have to be; at least one by default. */
  readonly times?: number;
}

/** The matchers of the journal. */
export interface FakeJiraMatchers<R, Jira = unknown> {
  /**
   * The fake has received such a request.
   *
   * @param method - e.g. `PUT`
   * @param path - below the workspace and the context path; `*` within a segment, `**` across them
   * @example
   * expect(jira).toHaveReceived('POST', '/rest/api/*\/field', { body: { name: 'Team' }, times: 1 });
   * await expect(connected).toHaveReceived('POST', '/rest/api/*\/field'); // where it runs elsewhere
   */
  toHaveReceived(method: string, path: string, expected?: ExpectedRequest): Expectation<R, Jira>;
}

/** How many requests a message shows. */
const shown = 10;

/**
 * The matcher, for `expect.extend` of Jest, Vitest and Playwright Test, which are alike in what they give it.
 *
 * @returns a promise where the journal is one that has to be asked for
 */
export function toHaveReceived(
  this: MatcherContext,
  jira: unknown,
  method: string,
  path: string,
  expected: ExpectedRequest = {},
): SyncExpectationResult | Promise<SyncExpectationResult> {
  const { utils, isNot } = this;
  const hint = utils.matcherHint('toHaveReceived', 'jira', `${method}, ${path}`, { isNot: isNot ?? false });
  const wrongUse = (sentence: string) => new TypeError(`${hint}\n\n${sentence}`);
  if (!hasJournal(jira)) {
    throw wrongUse('What is expected of has no journal: give it the global jira, or what startFakeJira() gives.');
  }
  if (!path.startsWith('/')) throw wrongUse(`The path begins with a slash, not as "${path}".`);
  if (path.includes('?')) throw wrongUse('The path has no query: use { query: { name: value } }.');
  const judge = (entries: readonly JournalEntry[]): SyncExpectationResult => {
    const { found, candidates } = received(this, entries, { method, path, expected });
    const pass = expected.times === undefined ? found.length > 0 : found.length === expected.times;
    const message = () => {
      const more = Object.keys(expected).length > 0 ? ` with ${utils.printExpected(expected)}` : '';
      const asked = `Expected${isNot ? ' not' : ''}: ${method.toUpperCase()} ${path}${more}`;
      return [hint, '', asked, ...whatCame(found, candidates, entries)].join('\n');
    };
    return { pass, message };
  };
  const entries = jira.journal();
  return isList(entries) ? judge(entries) : entries.then(judge);
}

interface Looked {
  readonly method: string;
  readonly path: string;
  readonly expected: ExpectedRequest;
}

/** @returns the requests of that method and path, and those of them that are as expected */
function received(
  { equals, utils, customTesters = [] }: MatcherContext,
  entries: readonly JournalEntry[],
  { method, path, expected }: Looked,
) {
  const { body, query, times: _, ...filter } = expected;
  const atLeast = (whole: unknown, part: unknown) =>
    equals(whole, part, [...customTesters, utils.iterableEquality, utils.subsetEquality]);
  const candidates = requestsThatFit(entries, { method, path });
  const found = requestsThatFit(candidates, filter).filter(
    (entry) =>
      (body === undefined || ('body' in entry && atLeast(own(entry.body), body))) &&
      (query === undefined || atLeast(queryOf(entry), query)),
  );
  return { candidates, found };
}

type Entries = readonly JournalEntry[];

function whatCame(found: Entries, candidates: Entries, all: Entries): string[] {
  if (found.length > 0) return [`Received ${found.length === 1 ? 'once' : `${found.length} times`}:`, ...listed(found)];
  if (candidates.length > 0) return ['Received, but not with this:', ...listed(candidates)];
  if (all.length > 0) return ['Received instead:', ...listed(all)];
  return ['Received no request at all.'];
}

function isList(entries: ReturnType<HasJournal['journal']>): entries is readonly JournalEntry[] {
  return Array.isArray(entries);
}

function hasJournal(value: unknown): value is HasJournal {
  return typeof (value as Partial<HasJournal> | null | undefined)?.journal === 'function';
}

/** A body as a value of this realm: that of a Jest environment is another than the fake's. */
function own(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body)) as unknown;
}

function queryOf({ path }: JournalEntry): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''));
}

function listed(entries: readonly JournalEntry[]): string[] {
  const lines = entries.slice(-shown).map((entry) => {
    const { method, path, status, user, body, bodyLeftOut } = entry;
    const sent = bodyLeftOut ? ` (body not kept: ${bodyLeftOut})` : 'body' in entry ? ` ${JSON.stringify(body)}` : '';
    return `  ${method} ${path} → ${status ?? 'no answer'} (${user ?? 'anonymous'})${sent}`;
  });
  return entries.length > shown ? [`  (${entries.length - shown} earlier ones)`, ...lines] : lines;
}
