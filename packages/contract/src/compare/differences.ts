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
  /** Names of the parameters and of the properties that were sent. */
  readonly sent: readonly string[];
  /** What the check has written before, which an answer may show. */
  readonly written: readonly Written[];
}

export interface Written {
  readonly operation: string;
  readonly sent: readonly string[];
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
      sent: [],
      written: [],
    };
  }
  if (skipped) return;
  const written: Written[] = [];
  for (const [one, other, at] of aligned(before.exchanges, after.exchanges)) {
    if (one === undefined || other === undefined) {
      const there = (one ?? other) as RecordedExchange;
      const { operation, status, method, path } = there;
      const text = `${method} ${path}`;
      const sides = one === undefined ? { before: undefined, after: text } : { before: text, after: undefined };
      yield { check, operation, status, aspect: 'request', at: `${at}`, ...sides, sent: sentIn(there), written: [] };
      continue;
    }
    const { operation, status } = one;
    const sent = [...new Set([...sentIn(one), ...sentIn(other)])];
    for (const part of exchangeDifferences(one, other)) {
      yield { ...part, check, operation, status, at: `${at}${part.at}`, sent, written: [...written] };
    }
    if (one.method !== 'GET' && operation !== null) written.push({ operation, sent });
    // From an outcome on that is another one, the two go ways of their own.
    if (one.status !== other.status) return;
  }
}

type Pair = [before: RecordedExchange | undefined, after: RecordedExchange | undefined, at: number];

/** Exchanges of a check side by side: what a version makes necessary, and another one does not, stands alone. */
function* aligned(before: readonly RecordedExchange[], after: readonly RecordedExchange[]): Iterable<Pair> {
  let [left, right] = [0, 0];
  while (left < before.length || right < after.length) {
    const [one, other] = [before[left], after[right]];
    const ahead = one && before.slice(left).findIndex((later) => isSameStep(later, other));
    const behind = other && after.slice(right).findIndex((later) => isSameStep(one, later));
    if (ahead === 0) {
      yield [one, other, (left += 1)];
      right += 1;
    } else if (other === undefined || (one !== undefined && isNearer(ahead, behind))) {
      yield [one, undefined, (left += 1)];
    } else {
      yield [undefined, other, (right += 1)];
    }
  }
}

/** Whether to go on in the first list: the second one's exchange comes sooner there than the other way round. */
function isNearer(ahead: number | undefined = -1, behind: number | undefined = -1): boolean {
  return behind === -1 || (ahead !== -1 && ahead < behind);
}

function isSameStep(one: RecordedExchange | undefined, other: RecordedExchange | undefined): boolean {
  const step = ({ operation, method, role, path }: RecordedExchange) => [role, method, operation ?? path];
  return one !== undefined && other !== undefined && isDeepStrictEqual(step(one), step(other));
}

type Part = Pick<Difference, 'aspect' | 'at' | 'before' | 'after'>;

function* exchangeDifferences(before: RecordedExchange, after: RecordedExchange): Iterable<Part> {
  const [one, other] = [addressIn(before), addressIn(after)];
  if (one.base !== other.base) yield { aspect: 'request', at: '/address', before: one.base, after: other.base };
  const asked = ({ request }: RecordedExchange, path: string) => ({ path, request });
  const [wanted, instead] = [asked(before, one.path), asked(after, other.path)];
  if (!isDeepStrictEqual(wanted, instead)) yield { aspect: 'request', at: '', before: wanted, after: instead };
  if (before.status !== after.status) {
    yield { aspect: 'outcome', at: '', before: before.status, after: after.status };
    return;
  }
  for (const name of new Set([...Object.keys(before.headers), ...Object.keys(after.headers)])) {
    const [held, given] = [before.headers[name], after.headers[name]];
    if (held !== given) yield { aspect: 'headers', at: `/headers/${name}`, before: held, after: given };
  }
  yield* valueDifferences(before.body, after.body, '/body');
}

/** An address in two: the base of the API, which can change with the version, and what stands below it. */
function addressIn({ path }: RecordedExchange): { readonly base: string; readonly path: string } {
  const base = /^\/rest\/[^/]+\/[\w.]+(?=\/)/.exec(path)?.[0] ?? '';
  return { base, path: path.slice(base.length) };
}

function sentIn({ path, request }: RecordedExchange): string[] {
  const names = new Set(new URLSearchParams(path.split('?')[1] ?? '').keys());
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (isObject(value)) {
      for (const [name, item] of Object.entries(value)) {
        names.add(name);
        visit(item);
      }
    }
  };
  visit(request);
  return [...names];
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
