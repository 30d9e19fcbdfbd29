import type { Issue } from '../core/root.js';
import { joined, shortest, type Candidates } from './candidates.js';
import type { Atom, ClauseField, SearchContext } from './clause.js';
import { clausesNamed } from './clauses.js';
import { meaningOf } from './meaning.js';
import { pastSearch, type PastField } from './past.js';
import type { JqlProblem } from './problems.js';
import { opposite, type Clause, type FieldClause } from './syntax.js';
import { likenessOf } from './words.js';

/** What a clause finds: a test of an issue, and where an index knows, the issues that can pass it. */
export interface Search {
  readonly test: (issue: Issue) => boolean;
  readonly candidates?: Candidates;
}

/** A clause made ready to search with. What is wrong in it goes to `problems`, everything together. */
export function compile(clause: Clause, context: SearchContext, problems: JqlProblem[]): Search {
  switch (clause.kind) {
    case 'field':
      return compileField(clause, context, problems);
    case 'and':
      return all(clause.clauses.map((one) => compile(one, context, problems)));
    case 'or':
      return any(clause.clauses.map((one) => compile(one, context, problems)));
    case 'not': {
      const { clause: inner } = clause;
      const isChange = inner.kind === 'field' && inner.operator === 'changed';
      if (!isChange) return compile(negated(inner), context, problems);
      const { test } = compile(inner, context, problems);
      return { test: (issue) => !test(issue) };
    }
  }
}

/** What finds what a clause does not: the operators turn round, so that an issue without a value is found by neither. */
function negated(clause: Clause): Clause {
  switch (clause.kind) {
    case 'field':
      // `CHANGED` has no opposite; it is turned round where it is tested.
      return clause.operator === 'changed'
        ? { kind: 'not', clause }
        : { ...clause, operator: opposite[clause.operator] };
    case 'and':
      return { kind: 'or', clauses: clause.clauses.map(negated) };
    case 'or':
      return { kind: 'and', clauses: clause.clauses.map(negated) };
    case 'not':
      return clause.clause;
  }
}

function all(searches: readonly Search[]): Search {
  const lists = searches.flatMap(({ candidates }) => candidates ?? []);
  const test = (issue: Issue) => searches.every((search) => search.test(issue));
  return lists.length === 0 ? { test } : { test, candidates: lists.length === 1 ? lists[0]! : () => shortest(lists) };
}

function any(searches: readonly Search[]): Search {
  const lists = searches.flatMap(({ candidates }) => candidates ?? []);
  const test = (issue: Issue) => searches.some((search) => search.test(issue));
  return lists.length === searches.length ? { test, candidates: joined(lists) } : { test };
}

/** A name can mean several custom fields: what one of them finds, the clause finds. */
function compileField(clause: FieldClause, context: SearchContext, problems: JqlProblem[]): Search {
  const fields = clausesNamed(clause.field, context);
  if (fields.length === 0) {
    problems.push({ problem: 'unknown-field', field: clause.field });
    return nothing;
  }
  const compiled: Search[] = [];
  const wrong: JqlProblem[] = [];
  for (const field of fields) {
    const mistakes: JqlProblem[] = [];
    const search = searchOf(field, clause, context, mistakes);
    if (mistakes.length === 0) compiled.push(search);
    else if (wrong.length === 0) wrong.push(...mistakes);
  }
  if (compiled.length > 0) return compiled.length === 1 ? compiled[0]! : any(compiled);
  problems.push(...wrong);
  return nothing;
}

const nothing: Search = { test: () => false, candidates: () => [] };

function searchOf(field: ClauseField, clause: FieldClause, context: SearchContext, problems: JqlProblem[]): Search {
  const { operator } = clause;
  if (operator === 'changed' || operator.startsWith('was')) {
    if (field.past) return pastSearch(field as PastField, clause, context, problems) ?? nothing;
    problems.push({ problem: 'no-history', field: field.name });
    return nothing;
  }
  if (!field.operators.includes(operator)) {
    problems.push({ problem: 'operator-not-supported', field: field.name, operator });
    return nothing;
  }
  const meaning = meaningOf(field, clause, context, problems);
  if (!meaning) return nothing;
  const { atoms, orEmpty } = meaning;
  switch (operator) {
    case 'is':
      return withoutValue(field);
    case 'is not':
      return withValue(field);
    case '=':
    case 'in':
      return orEmpty ? any([withAtoms(field, atoms), withoutValue(field)]) : withAtoms(field, atoms);
    case '!=':
    case 'not in': {
      const unwanted = new Set(atoms);
      return within(withValue(field), (issue) => !field.values(issue).some((atom) => unwanted.has(atom)));
    }
    case '~':
    case '!~': {
      const isLike = likenessOf(String(atoms[0] ?? ''));
      const { texts = () => [] } = field;
      return within(withValue(field), (issue) => isLike(texts(issue)) === (operator === '~'));
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compared(field, operator, atoms);
    default:
      return nothing;
  }
}

function within({ test, candidates }: Search, also: (issue: Issue) => boolean): Search {
  return { test: (issue) => test(issue) && also(issue), ...(candidates && { candidates }) };
}

function withValue(field: ClauseField): Search {
  return {
    test: (issue) => field.values(issue).length > 0,
    ...(field.issuesWithAny && { candidates: field.issuesWithAny }),
  };
}

function withoutValue(field: ClauseField): Search {
  return { test: (issue) => field.values(issue).length === 0 };
}

function withAtoms(field: ClauseField, atoms: readonly Atom[]): Search {
  const wanted = new Set(atoms);
  const { issuesWith, issuesWithAny } = field;
  const candidates = issuesWith ? joined([...wanted].map((atom) => () => issuesWith(atom))) : issuesWithAny;
  return {
    test: (issue) => field.values(issue).some((atom) => wanted.has(atom)),
    ...(candidates && { candidates }),
  };
}

const compare = {
  '<': (a: Atom, b: Atom) => a < b,
  '<=': (a: Atom, b: Atom) => a <= b,
  '>': (a: Atom, b: Atom) => a > b,
  '>=': (a: Atom, b: Atom) => a >= b,
} as const;

function compared(field: ClauseField, operator: keyof typeof compare, atoms: readonly Atom[]): Search {
  const { rank = (atom: Atom) => atom } = field;
  const limits = atoms.map(rank);
  const fits = (atom: Atom) => limits.some((limit) => compare[operator](rank(atom), limit));
  return within(withValue(field), (issue) => field.values(issue).some(fits));
}
