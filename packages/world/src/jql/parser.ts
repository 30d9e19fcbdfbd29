import { tokensOf, type Token } from './lexer.js';
import { JqlSyntaxError, type JqlProblem } from './problems.js';
import { isReservedWord } from './reserved-words.js';
import type { Clause, FieldClause, Operand, Operator, Predicate, Query, SortBy } from './syntax.js';

type Expected = Extract<JqlProblem, { problem: 'expected' }>['what'];

const predicates: readonly string[] = ['after', 'before', 'by', 'during', 'from', 'on', 'to'];
/** Words that the grammar itself has: where a value is wanted, they are none. */
const grammar = new Set('and or not in is was changed order by asc desc before after during from on to cf'.split(' '));
/** So deep can clauses stand in each other: a query is read by a function that calls itself. */
const deepest = 200;

/** Reads a query. @throws JqlSyntaxError with where it cannot be read */
export function parseJql(jql: string): Query {
  return new Parser(tokensOf(jql)).query();
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get #now(): Token {
    return this.#tokens[this.#at] as Token;
  }

  query(): Query {
    const where = this.#now.kind === 'end' || this.#isWord('order') ? null : this.#or();
    const orderBy = this.#isWord('order') ? this.#orderBy() : [];
    if (this.#now.kind !== 'end') this.#fail(orderBy.length > 0 ? 'end' : 'logical');
    return { where, orderBy };
  }

  #or(): Clause {
    return this.#joined('or', () => this.#and(), ['or'], ['||', '|']);
  }

  #and(): Clause {
    return this.#joined('and', () => this.#not(), ['and'], ['&&', '&']);
  }

  #joined(kind: 'and' | 'or', part: () => Clause, words: readonly string[], signs: readonly string[]): Clause {
    const clauses = [part()];
    while (words.some((word) => this.#isWord(word)) || signs.some((sign) => this.#isSign(sign))) {
      this.#at++;
      clauses.push(part());
    }
    return clauses.length === 1 ? (clauses[0] as Clause) : { kind, clauses };
  }

  #not(): Clause {
    if (this.#isWord('not') || this.#isSign('!')) {
      this.#at++;
      return this.#deeper(() => ({ kind: 'not', clause: this.#not() }));
    }
    if (!this.#isSign('(')) return this.#field();
    this.#at++;
    const clause = this.#deeper(() => this.#or());
    this.#sign(')', ')');
    return clause;
  }

  #deeper(read: () => Clause): Clause {
    if (++this.#depth > deepest) this.#fail('end');
    const clause = read();
    this.#depth--;
    return clause;
  }

  #field(): FieldClause {
    const field = this.#fieldName();
    const operator = this.#operator();
    const operand = operator === 'changed' ? null : this.#operand();
    return { kind: 'field', field, operator, operand, predicates: this.#predicates(operator) };
  }

  #fieldName(): string {
    const token = this.#now;
    if (token.kind === 'string') return this.#take().text;
    if (token.kind !== 'word') this.#fail('field');
    this.#at++;
    // `cf[10000]` stands without quotes, though `cf` is reserved.
    if (token.text.toLowerCase() === 'cf' && this.#isSign('[')) {
      this.#at++;
      const id = this.#now;
      if (!/^\d+$/.test(id.text)) this.#fail('number');
      this.#at++;
      this.#sign(']', ']');
      return `cf[${id.text}]`;
    }
    this.#refuseReserved(token);
    return token.text;
  }

  #operator(): Operator {
    const token = this.#now;
    if (token.kind === 'sign' && ['=', '!=', '~', '!~', '<', '<=', '>', '>='].includes(token.text)) {
      return this.#take().text as Operator;
    }
    if (token.kind !== 'word') this.#fail('operator');
    const not = () => (this.#takeWord('not') ? ' not' : '');
    if (this.#takeWord('in')) return 'in';
    if (this.#takeWord('is')) return `is${not()}`;
    if (this.#takeWord('changed')) return 'changed';
    if (this.#takeWord('was')) return `was${not()}${this.#takeWord('in') ? ' in' : ''}`;
    if (this.#takeWord('not')) {
      if (!this.#takeWord('in')) this.#fail('operator');
      return 'not in';
    }
    return this.#fail('operator');
  }

  #operand(): Operand {
    if (!this.#isSign('(')) return this.#single();
    this.#at++;
    const items = [this.#single()];
    while (this.#isSign(',')) {
      this.#at++;
      items.push(this.#single());
    }
    this.#sign(')', ')');
    return { kind: 'list', items };
  }

  #single(): Operand {
    const token = this.#now;
    if (token.kind === 'string') return this.#called(this.#take().text, false);
    if (token.kind !== 'word') this.#fail('operand');
    const word = token.text.toLowerCase();
    if (word === 'empty' || word === 'null') {
      this.#at++;
      return { kind: 'empty' };
    }
    if (grammar.has(word)) this.#fail('operand');
    this.#at++;
    this.#refuseReserved(token);
    return this.#called(token.text, /^-?\d+$/.test(token.text));
  }

  /** What was read, or the function of that name where arguments follow. */
  #called(text: string, isNumber: boolean): Operand {
    if (!this.#isSign('(')) return { kind: 'value', text, isNumber };
    this.#at++;
    const args: string[] = [];
    while (!this.#isSign(')')) {
      if (args.length > 0) this.#sign(',', ')');
      if (this.#now.kind !== 'word' && this.#now.kind !== 'string') this.#fail('operand');
      args.push(this.#take().text);
    }
    this.#at++;
    return { kind: 'function', name: text, args };
  }

  #predicates(operator: Operator): Predicate[] {
    const found: Predicate[] = [];
    if (!operator.startsWith('was') && operator !== 'changed') return found;
    while (this.#now.kind === 'word' && predicates.includes(this.#now.text.toLowerCase())) {
      const name = this.#take().text.toLowerCase() as Predicate['name'];
      found.push({ name, operand: this.#operand() });
    }
    return found;
  }

  #orderBy(): SortBy[] {
    this.#at++;
    if (!this.#takeWord('by')) this.#fail('by');
    const sorts = [this.#sort()];
    while (this.#isSign(',')) {
      this.#at++;
      sorts.push(this.#sort());
    }
    return sorts;
  }

  #sort(): SortBy {
    const field = this.#fieldName();
    if (this.#takeWord('asc')) return { field, direction: 'asc' };
    return { field, direction: this.#takeWord('desc') ? 'desc' : null };
  }

  #take(): Token {
    return this.#tokens[this.#at++] as Token;
  }

  #isWord(word: string): boolean {
    return this.#now.kind === 'word' && this.#now.text.toLowerCase() === word;
  }

  #takeWord(word: string): boolean {
    if (!this.#isWord(word)) return false;
    this.#at++;
    return true;
  }

  #isSign(sign: string): boolean {
    return this.#now.kind === 'sign' && this.#now.text === sign;
  }

  #sign(sign: string, expected: Expected): void {
    if (!this.#isSign(sign)) this.#fail(expected);
    this.#at++;
  }

  #refuseReserved({ text, at }: Token): void {
    if (isReservedWord(text)) throw new JqlSyntaxError({ problem: 'reserved-word', text, at });
  }

  #fail(what: Expected): never {
    const { kind, text, at } = this.#now;
    throw new JqlSyntaxError({ problem: 'expected', what, text: kind === 'end' ? null : text, at });
  }
}
