import { isDeepStrictEqual } from 'node:util';
import type { RecordedExchange } from '../record/normalise.js';
import type { RecordedCheck, Recording } from '../record/recording.js';

/** What is another one in a second recording. */
export type Aspect =
  /** The status. */
  | 'outcome'
  /** A property or header is there or not, or has a value of another type. */
  | 'schema'
  | 'values'
  /** The same entries in another order. */
  | 'order'
  | 'headers'
  /** What was asked: an address or a body of another form. */
  | 'request'
  /** The check ended otherwise, or saw another answer. */
  | 'verdict';

export interface Difference {
  readonly check: string;
  readonly operation: string | null;
  readonly status: number | null;
  readonly aspect: Aspect;
  /** Where: the number of the exchange in its check, and a JSON pointer into it. */
  readonly at: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two recordings, check by check. A check that only one of them has is no difference. */
export function differencesBetween(before: Recording, after: Recording): Difference[] {
  const others = new Map(after.checks.map((check) => [check.id, check]));
  return before.checks.flatMap((check) => {
    const other = others.get(check.id);
    return other === undefined ? [] : [...differencesOf(check, other)];
  });
}

function* differencesOf(before: RecordedCheck, after: RecordedCheck): Iterable<Difference> {
  const { id: check } = before;
  const ended = ({ verdict, answer }: RecordedCheck) => answer ?? verdict;
  // A check that is skipped in one of the two has nothing to compare beside that.
  const skipped = before.verdict === 'skipped' || after.verdict === 'skipped';
  if (ended(before) !== ended(after)) {
    const last = before.exchanges.at(-1) ?? after.exchanges.at(-1);
    yield {
      check,
      operation: last?.operation ?? null,
      status: null,
      aspect: 'verdict',
      at: '',
      before: ended(before),
      after: ended(after),
    };
  }
  if (skipped) return;
  const count = Math.max(before.exchanges.length, after.exchanges.length);
  for (let at = 0; at < count; at += 1) {
    const [one, other] = [before.exchanges[at], after.exchanges[at]];
    if (one === undefined || other === undefined) {
      const there = (one ?? other) as RecordedExchange;
      const { operation, status, method, path } = there;
      const text = `${method} ${path}`;
      const sides = one === undefined ? { before: undefined, after: text } : { before: text, after: undefined };
      yield { check, operation, status, aspect: 'request', at: `${at + 1}`, ...sides };
      return;
    }
    const found = [...exchangeDifferences(one, other)].map((difference) => ({
      ...difference,
      check,
      operation: one.operation,
      status: one.status,
      at: `${at + 1}${difference.at}`,
    }));
    yield* found;
    // From an outcome on that is another one, the two go ways of their own.
    if (found.some(({ aspect }) => aspect === 'outcome' || aspect === 'request')) return;
  }
}

type Part = Pick<Difference, 'aspect' | 'at' | 'before' | 'after'>;

function* exchangeDifferences(before: RecordedExchange, after: RecordedExchange): Iterable<Part> {
  const asked = ({ role, method, path, request }: RecordedExchange) => ({ role, method, path, request });
  if (!isDeepStrictEqual(asked(before), asked(after))) {
    yield { aspect: 'request', at: '', before: asked(before), after: asked(after) };
  }
  if (before.status !== after.status) {
    yield { aspect: 'outcome', at: '', before: before.status, after: after.status };
    return;
  }
  for (const name of new Set([...Object.keys(before.headers), ...Object.keys(after.headers)])) {
    const [one, other] = [before.headers[name], after.headers[name]];
    if (one !== other) yield { aspect: 'headers', at: `/headers/${name}`, before: one, after: other };
  }
  yield* valueDifferences(before.body, after.body, '/body');
}

function* valueDifferences(before: unknown, after: unknown, at: string): Iterable<Part> {
  if (isDeepStrictEqual(before, after)) return;
  if (typeOf(before) !== typeOf(after)) {
    yield { aspect: 'schema', at, before, after };
  } else if (Array.isArray(before) && Array.isArray(after)) {
    yield* listDifferences(before, after, at);
  } else if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const pointer = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (Object.hasOwn(before, name) && Object.hasOwn(after, name)) {
        yield* valueDifferences(before[name], after[name], pointer);
      } else {
        yield { aspect: 'schema', at: pointer, before: before[name], after: after[name] };
      }
    }
  } else {
    yield { aspect: 'values', at, before, after };
  }
}

function* listDifferences(before: readonly unknown[], after: readonly unknown[], at: string): Iterable<Part> {
  const sorted = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort();
  if (before.length === after.length && isDeepStrictEqual(sorted(before), sorted(after))) {
    yield { aspect: 'order', at, before, after };
    return;
  }
  if (before.length !== after.length) {
    yield { aspect: 'values', at, before, after };
    return;
  }
  for (const [index, item] of before.entries()) yield* valueDifferences(item, after[index], `${at}/${index}`);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  // Names of ids stand for numbers and for texts: which of the two is part of the name.
  if (typeof value === 'string' && value.endsWith(' as a number')) return 'number';
  return Array.isArray(value) ? 'list' : typeof value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
