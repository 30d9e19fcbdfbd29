import type { MatcherContext, SyncExpectationResult } from 'expect';
import type { JournalEntry } from '../http/journal.js';
import { requestsThatFit, type RequestFilter } from '../http/request-filter.js';

/** What has a journal: what `startFakeJira()` gives, each of its workspaces, and the global `jira` of the environment. */
export interface HasJournal {
  journal(filter?: RequestFilter): readonly JournalEntry[];
}

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
export interface FakeJiraMatchers<R> {
  /**
   * The fake has received such a request.
   *
   * @param method - e.g. `PUT`
   * @param path - below the workspace and the context path; `*` within a segment, `**` across them
   * @example expect(jira).toHaveReceived('POST', '/rest/api/*\/field', { body: { name: 'Team' }, times: 1 });
   */
  toHaveReceived(method: string, path: string, expected?: ExpectedRequest): R;
}

/** How many requests a message shows. */
const shown = 10;

export function toHaveReceived(
  this: MatcherContext,
  jira: unknown,
  method: string,
  path: string,
  expected: ExpectedRequest = {},
): SyncExpectationResult {
  const { utils, isNot } = this;
  const hint = utils.matcherHint('toHaveReceived', 'jira', `${method}, ${path}`, { isNot: isNot ?? false });
  const wrongUse = (sentence: string) => new TypeError(`${hint}\n\n${sentence}`);
  if (!hasJournal(jira)) {
    throw wrongUse('What is expected of has no journal: give it the global jira, or what startFakeJira() gives.');
  }
  if (!path.startsWith('/')) throw wrongUse(`The path begins with a slash, not as "${path}".`);
  if (path.includes('?')) throw wrongUse('The path has no query: use { query: { name: value } }.');

  const { body, query, times, ...filter } = expected;
  const atLeast = (whole: unknown, part: unknown) =>
    this.equals(whole, part, [...this.customTesters, utils.iterableEquality, utils.subsetEquality]);
  const entries = jira.journal();
  const candidates = requestsThatFit(entries, { method, path });
  const found = requestsThatFit(candidates, filter).filter(
    (entry) =>
      (body === undefined || ('body' in entry && atLeast(own(entry.body), body))) &&
      (query === undefined || atLeast(queryOf(entry), query)),
  );
  const pass = times === undefined ? found.length > 0 : found.length === times;
  return {
    pass,
    message: () => {
      const more = Object.keys(expected).length > 0 ? ` with ${utils.printExpected(expected)}` : '';
      const lines = [hint, '', `Expected${isNot ? ' not' : ''}: ${method.toUpperCase()} ${path}${more}`];
      if (found.length > 0) {
        lines.push(`Received ${found.length === 1 ? 'once' : `${found.length} times`}:`, ...listed(found));
      } else if (candidates.length > 0) {
        lines.push('Received, but not with this:', ...listed(candidates));
      } else if (entries.length > 0) {
        lines.push('Received instead:', ...listed(entries));
      } else {
        lines.push('Received no request at all.');
      }
      return lines.join('\n');
    },
  };
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

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the form in which @types/jest can be added to
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type
    interface Matchers<R, T = {}> extends FakeJiraMatchers<R> {}
  }
}

declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type
  interface Matchers<R extends void | Promise<void>, T = unknown> extends FakeJiraMatchers<R> {}
}
