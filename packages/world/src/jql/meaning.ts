import type { Atom, ClauseField, SearchContext } from './clause.js';
import { callFunction } from './functions.js';
import type { JqlProblem } from './problems.js';
import { operandText, type FieldClause, type Operand, type Operator } from './syntax.js';

/** What the right side of an operator means. */
export interface Meaning {
  readonly atoms: readonly Atom[];
  /** Issues without a value are meant too. */
  readonly orEmpty: boolean;
}

const listOperators: readonly Operator[] = ['in', 'not in', 'was in', 'was not in'];

/** The values that a clause asks for; nothing where they are wrong, which goes to `problems`. */
export function meaningOf(
  field: ClauseField,
  { operator, operand }: FieldClause,
  context: SearchContext,
  problems: JqlProblem[],
): Meaning | undefined {
  if (operand === null) return { atoms: [], orEmpty: false };
  const { name } = field;
  const before = problems.length;
  const takesList = listOperators.includes(operator);
  if (operator === 'is' || operator === 'is not') {
    if (operand.kind !== 'empty') problems.push({ problem: 'only-empty', operator });
  } else if (operand.kind === 'list' && !takesList) {
    problems.push({ problem: 'list-not-supported', field: name, operator, value: operandText(operand) });
  } else if (takesList && operand.kind !== 'list' && operand.kind !== 'function') {
    problems.push({ problem: 'list-needed', field: name, operator, value: operandText(operand) });
  }
  if (problems.length > before) return undefined;
  const parts = operand.kind === 'list' ? operand.items : [operand];
  const meanings = parts.map((part) => single(field, part, operator, context, problems));
  if (problems.length > before) return undefined;
  return { atoms: meanings.flatMap(({ atoms }) => atoms), orEmpty: meanings.some(({ orEmpty }) => orEmpty) };
}

function single(
  field: ClauseField,
  operand: Operand,
  operator: Operator,
  context: SearchContext,
  problems: JqlProblem[],
): Meaning {
  const none: Meaning = { atoms: [], orEmpty: false };
  switch (operand.kind) {
    case 'empty':
      if (['<', '<=', '>', '>=', '~', '!~'].includes(operator) || !field.operators.includes('is'))
        problems.push({ problem: 'empty-not-supported', field: field.name, operator });
      return { atoms: [], orEmpty: true };
    case 'value': {
      if (operator === '~' || operator === '!~') return { atoms: [operand.text], orEmpty: false };
      const atoms = field.find(operand.text, operand.isNumber);
      if (atoms.length === 0) problems.push(unknown(field, operand.text));
      return { atoms, orEmpty: false };
    }
    case 'function': {
      const called = callFunction(operand.name, operand.args, field, context);
      if ('problem' in called) {
        problems.push(called.problem);
        return none;
      }
      if (called.list && !listOperators.includes(operator)) {
        problems.push({ problem: 'list-not-supported', field: field.name, operator, value: operandText(operand) });
      } else if (!called.list && operator.endsWith('in')) {
        // `in` takes what gives one value only inside brackets, where the list is one already.
        return { atoms: called.atoms, orEmpty: false };
      }
      return { atoms: called.atoms, orEmpty: false };
    }
    case 'list':
      return none;
  }
}

function unknown({ name, kind }: ClauseField, value: string): JqlProblem {
  switch (kind) {
    case 'number':
      return { problem: 'not-a-number', field: name, value };
    case 'moment':
    case 'day':
      return { problem: 'not-a-date', field: name, value };
    case 'issue':
      return { problem: 'unknown-issue', field: name, value };
    case 'option':
      return { problem: 'unknown-option', field: name, value };
    default:
      return { problem: 'unknown-value', field: name, value };
  }
}
