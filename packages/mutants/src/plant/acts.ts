import { RuleError, type Transaction, type World } from '@fake-jira/world';
import type { Act, Visit, WireAnswer } from './act.js';

/*
 * The usual defects, to be made with a few words each.
 */

export function succeeded({ answer }: Visit): boolean {
  return answer.status < 400;
}

/** Answers with another status. */
export function status(from: number, to: number): Act {
  return ({ answer }) => (answer.status === from ? { ...answer, status: to } : undefined);
}

/** Changes the body of what succeeds, in place. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function body(change: (body: any, visit: Visit) => unknown): Act {
  return (visit) => (succeeded(visit) ? withBody(visit, change) : undefined);
}

/** Changes the body of what is refused with a status, in place. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function refusal(refused: number, change: (body: any, visit: Visit) => unknown): Act {
  return (visit) => (visit.answer.status === refused ? withBody(visit, change) : undefined);
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function withBody(visit: Visit, change: (body: any, visit: Visit) => unknown): WireAnswer | undefined {
  const { answer } = visit;
  // Bodies are shared between answers: an option is rendered once.
  const copy: unknown = structuredClone(answer.body);
  change(copy, visit);
  return sameJson(copy, answer.body) ? undefined : { ...answer, body: copy };
}

/** Changes each entry of a list, in a page or by itself, in place. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function each(change: (entry: any, visit: Visit) => unknown): Act {
  return body((list, visit) => listOf(list).forEach((entry) => void change(entry, visit)));
}

/** Puts the entries of a list into another order, or leaves some out. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function entries(change: (entries: readonly any[], visit: Visit) => readonly any[]): Act {
  return body((list, visit) => {
    const all = listOf(list);
    all.splice(0, Infinity, ...change([...all], visit));
  });
}

/** The one list of a body, whatever it is called: `values` in Jira's own API, `schemeOptions` in Extender. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function listOf(list: any): any[] {
  if (Array.isArray(list)) return list;
  return Object.values((list ?? {}) as object).find((part) => Array.isArray(part)) ?? [];
}

/** Sends a header with another value, or not at all. */
export function header(name: string, value: string | undefined): Act {
  return ({ answer }) => {
    const { [name]: _, ...others } = answer.headers;
    return { ...answer, headers: value === undefined ? others : { ...others, [name]: value } };
  };
}

/** Lets those do it who may not, as if the administrator had asked. */
export const admitsAnybody: Act = ({ answer }) => (answer.status === 403 ? { again: { user: 'admin' } } : undefined);

/** Understands the query of what succeeds otherwise, which is changed in place. */
export function asksOtherwise(change: (query: URLSearchParams) => void): Act {
  return (visit) => {
    if (!succeeded(visit)) return undefined;
    const { query } = visit;
    const changed = new URLSearchParams(query);
    change(changed);
    return changed.toString() === query.toString() ? undefined : { again: { query: changed } };
  };
}

/** Leaves parameters of what succeeds unread. */
export function ignoresQuery(...names: readonly string[]): Act {
  return asksOtherwise((query) => names.forEach((name) => query.delete(name)));
}

/** Understands the body of what succeeds otherwise, which is changed in place. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function readsOtherwise(change: (body: any, visit: Visit) => unknown): Act {
  return (visit) => {
    if (!succeeded(visit)) return undefined;
    const copy: unknown = structuredClone(visit.body);
    change(copy, visit);
    if (sameJson(copy, visit.body)) return undefined;
    return { again: { body: copy } };
  };
}

/** Says that it was done, and has done nothing. */
export const doesNothing: Act = (visit) => {
  if (!succeeded(visit)) return undefined;
  visit.world.restore(visit.before);
  return visit.answer;
};

/**
 * Does something more to the world than what was asked, where that succeeded.
 *
 * @param change - returns `false` where there is nothing to do
 */
export function also(change: (tx: Transaction, visit: Visit) => false | void): Act {
  return (visit) => {
    if (!succeeded(visit)) return undefined;
    return visit.world.write((tx) => change(tx, visit)) === false ? undefined : visit.answer;
  };
}

/**
 * Refuses, and still does what it can with the first entry of a list: not all or nothing.
 *
 * @param name - of the list in the body; absent: the body is the list
 */
export function inPart(name?: string): Act {
  return ({ answer, body: sent }) => {
    const all: unknown = name === undefined ? sent : sent?.[name];
    if (answer.status < 400 || !Array.isArray(all) || all.length < 2) return undefined;
    const first: unknown[] = all.slice(0, 1);
    return {
      again: { body: name === undefined ? first : { ...sent, [name]: first } },
      then: () => answer,
    };
  };
}

/**
 * Does what must be refused.
 *
 * @param sentence - part of what it would be refused with
 * @param act - does it, and says what is answered
 */
export function accepts(
  sentence: string,
  act: (tx: Transaction, visit: Visit) => Pick<WireAnswer, 'status'> & Partial<WireAnswer>,
): Act {
  return (visit) => {
    const { answer, world } = visit;
    if (answer.status < 400 || !JSON.stringify(answer.body ?? '').includes(sentence)) return undefined;
    return { headers: {}, body: undefined, ...world.write((tx) => act(tx, visit)) };
  };
}

/** Changes the world, unless a rule is against it. @returns whether it did */
export function attempt(world: World, change: (tx: Transaction) => void): boolean {
  try {
    world.write(change);
    return true;
  } catch (error) {
    if (error instanceof RuleError) return false;
    throw error;
  }
}

/** Several at once; the first that shows counts. */
export function firstOf(...acts: readonly Act[]): Act {
  return (visit) => {
    for (const act of acts) {
      const made = act(visit);
      if (made !== undefined) return made;
    }
    return undefined;
  };
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
