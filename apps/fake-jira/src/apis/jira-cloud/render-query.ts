import type { Clause, Operand, Query } from '@fake-jira/world';
import { encoded } from './jql-context.js';

export interface RenderedClause {
  clauses?: RenderedClause[];
  field?: ReturnType<typeof field>;
  operator?: string;
  operand?: RenderedOperand;
  predicates?: { operator: string; operand: RenderedOperand }[];
}

interface RenderedOperand {
  value?: string;
  encodedValue?: string;
  values?: RenderedOperand[];
  function?: string;
  arguments?: string[];
  keyword?: 'empty';
  encodedOperand?: string;
}

/** What a query consists of (`JqlQuery`). */
export function renderQuery({ where, orderBy }: Query) {
  return {
    ...(where && { where: clause(where) }),
    ...(orderBy.length > 0 && {
      orderBy: {
        fields: orderBy.map((sort) => ({
          field: field(sort.field),
          ...(sort.direction && { direction: sort.direction }),
        })),
      },
    }),
  };
}

function field(name: string) {
  return { name, encodedName: encoded(name) };
}

function clause(one: Clause): RenderedClause {
  switch (one.kind) {
    case 'and':
    case 'or':
      return { clauses: one.clauses.map(clause), operator: one.kind };
    case 'not':
      return { clauses: [clause(one.clause)], operator: 'not' };
    case 'field':
      return {
        field: field(one.field),
        operator: one.operator,
        ...(one.operand && { operand: operand(one.operand) }),
        ...((one.predicates.length > 0 || one.operator === 'changed') && {
          predicates: one.predicates.map((each) => ({ operator: each.name, operand: operand(each.operand) })),
        }),
      };
  }
}

function operand(one: Operand): RenderedOperand {
  switch (one.kind) {
    case 'value':
      return { value: one.text, encodedValue: encoded(one.text) };
    case 'empty':
      return { keyword: 'empty', encodedOperand: 'empty' };
    case 'function': {
      const given = one.args.map(encoded).join(', ');
      return { function: one.name, arguments: [...one.args], encodedOperand: `${one.name}(${given})` };
    }
    case 'list': {
      const values = one.items.map(operand);
      const texts = values.map(({ encodedValue, encodedOperand }) => encodedValue ?? encodedOperand);
      return { values, encodedOperand: `(${texts.join(', ')})` };
    }
  }
}
