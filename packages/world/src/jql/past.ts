import type { Issue, Moment, Root } from '../core/root.js';
import { changesOfIssue } from '../issues/history.js';
import { joined } from './candidates.js';
import type { Atom, ClauseField, SearchContext } from './clause.js';
import { meaningOf, type Meaning } from './meaning.js';
import { zoneOf } from './people.js';
import type { JqlProblem } from './problems.js';
import { operandText, type FieldClause, type Operand } from './syntax.js';
import { systemClause } from './system-clauses.js';
import { edgeOf } from './time.js';

/*
 * Searches of the history: what a field was, and how it was changed. It is worked out of what the histories of issues hold,
 * backwards from what the field is now. Who has made an issue is its reporter here.
 */

/** What a field was for a time: from a moment on, until before another. */
interface Period {
  readonly values: ReadonlySet<Atom>;
  readonly from: Moment;
  readonly until: Moment;
  /** Account id of who has made it so. */
  readonly by: string;
}

/** One change of a field: of one that has several values, of one of them. */
interface Change {
  readonly from: Atom | undefined;
  readonly to: Atom | undefined;
  readonly at: Moment;
  readonly by: string;
}

/** What predicates say, all together. */
interface Conditions {
  /** Within this time: from the first moment on, until before the second. */
  readonly time: readonly [Moment, Moment];
  /** By one of these, where anybody is named. */
  readonly by?: ReadonlySet<Atom>;
  readonly from?: Meaning;
  readonly to?: Meaning;
}

export type PastField = ClauseField & { readonly past: NonNullable<ClauseField['past']> };

function changesOf({ id, past }: PastField, issue: Issue, root: Root): Change[] {
  const atom = (given: string | null) => (given === null ? undefined : past(given));
  return changesOfIssue(root, issue.id).flatMap(({ at, by, fields }) =>
    fields
      .filter(({ fieldId }) => fieldId === id)
      .map(({ from, to }): Change => ({ from: atom(from), to: atom(to), at, by })),
  );
}

/** The newest first. */
function periodsOf(field: PastField, issue: Issue, root: Root): Period[] {
  const periods: Period[] = [];
  let values: ReadonlySet<Atom> = new Set(field.values(issue));
  let until: Moment = Infinity;
  for (const { from, to, at, by } of changesOf(field, issue, root).reverse()) {
    periods.push({ values, from: at, until, by });
    const before = new Set(values);
    if (to !== undefined) before.delete(to);
    if (from !== undefined) before.add(from);
    values = before;
    until = at;
  }
  periods.push({ values, from: issue.created, until, by: issue.reporter });
  return periods;
}

/** A test of an issue's history for a clause; nothing where it is wrong, which goes to `problems`. */
export function pastSearch(
  field: PastField,
  clause: FieldClause,
  context: SearchContext,
  problems: JqlProblem[],
): { readonly test: (issue: Issue) => boolean; readonly candidates?: () => Iterable<number> } | undefined {
  const before = problems.length;
  const meaning = meaningOf(field, clause, context, problems);
  const conditions = conditionsOf(field, clause, context, problems);
  if (!meaning || problems.length > before) return undefined;
  const { root } = context;
  const { operator } = clause;
  if (operator === 'changed') {
    const test = (issue: Issue) => changesOf(field, issue, root).some((change) => isMeant(change, conditions));
    // Who has no history was not changed.
    return { test, candidates: () => root.issueChanges.keys() };
  }
  const was = (issue: Issue) =>
    periodsOf(field, issue, root).some((period) => has(period.values, meaning) && wasThen(period, conditions));
  if (operator.startsWith('was not')) return { test: (issue) => !was(issue) };
  const { issuesWith } = field;
  if (!issuesWith || meaning.orEmpty) return { test: was };
  const lists = meaning.atoms.map((atom) => () => issuesWith(atom));
  return { test: was, candidates: joined([...lists, () => root.issueChanges.keys()]) };
}

function has(values: ReadonlySet<Atom>, { atoms, orEmpty }: Meaning): boolean {
  return atoms.some((atom) => values.has(atom)) || (orEmpty && values.size === 0);
}

function wasThen({ from, until, by }: Period, { time: [start, end], by: wanted }: Conditions): boolean {
  if (wanted && !wanted.has(by)) return false;
  // What was so for no time, because the clock stands still, was so at its moment.
  return from < end && (until > start || from >= start);
}

function isMeant({ from, to, at, by }: Change, conditions: Conditions): boolean {
  const [start, end] = conditions.time;
  const fits = (atom: Atom | undefined, meaning: Meaning | undefined) =>
    !meaning || has(new Set(atom === undefined ? [] : [atom]), meaning);
  return (
    at >= start &&
    at < end &&
    (!conditions.by || conditions.by.has(by)) &&
    fits(from, conditions.from) &&
    fits(to, conditions.to)
  );
}

function conditionsOf(
  field: PastField,
  { operator, predicates }: FieldClause,
  context: SearchContext,
  problems: JqlProblem[],
): Conditions {
  let [start, end]: [Moment, Moment] = [-Infinity, Infinity];
  let conditions: Omit<Conditions, 'time'> = {};
  const within = (from: Moment, until: Moment) => {
    start = Math.max(start, from);
    end = Math.min(end, until);
  };
  for (const { name, operand } of predicates) {
    if (name === 'from' || name === 'to') {
      if (operator === 'changed') {
        const meaning = valuesOf(field, operand, context, problems);
        conditions = { ...conditions, ...(meaning && { [name]: meaning }) };
      } else problems.push({ problem: 'wrong-predicate', predicate: name, operator });
    } else if (name === 'by') {
      const people = { ...(systemClause('reporter', context) as ClauseField), name: field.name };
      const meaning = valuesOf(people, operand, context, problems);
      conditions = { ...conditions, ...(meaning && { by: new Set(meaning.atoms) }) };
    } else {
      const given = operand.kind === 'list' ? operand.items : [operand];
      if (given.length !== (name === 'during' ? 2 : 1)) {
        const value = operandText(operand);
        problems.push({
          problem: name === 'during' ? 'list-needed' : 'list-not-supported',
          field: field.name,
          operator: name,
          value,
        });
        continue;
      }
      const [first, last = first] = given.map((one) => momentOf(field, one, context, problems));
      if (first === undefined || last === undefined) continue;
      if (name === 'after') within(first + 1, Infinity);
      if (name === 'before') within(-Infinity, first);
      if (name === 'during') within(first, last + 1);
      if (name === 'on') within(...dayAround(first, context));
    }
  }
  return { ...conditions, time: [start, end] };
}

/** One value, several, or what a function gives. */
function valuesOf(
  field: ClauseField,
  operand: Operand,
  context: SearchContext,
  problems: JqlProblem[],
): Meaning | undefined {
  const operator = operand.kind === 'list' || operand.kind === 'function' ? 'in' : '=';
  return meaningOf(field, { kind: 'field', field: field.name, operator, operand, predicates: [] }, context, problems);
}

function momentOf(
  { name }: ClauseField,
  operand: Operand,
  context: SearchContext,
  problems: JqlProblem[],
): Moment | undefined {
  const moments = { ...(systemClause('created', context) as ClauseField), name };
  return valuesOf(moments, operand, context, problems)?.atoms[0] as Moment | undefined;
}

/** The day of a moment where who asks lives. */
function dayAround(at: Moment, context: SearchContext): [Moment, Moment] {
  const zone = zoneOf(context);
  const [start = at, end = at] = [edgeOf('start', 'day', '', at, zone), edgeOf('end', 'day', '', at, zone)];
  return [start, end + 1];
}
