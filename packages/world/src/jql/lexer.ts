import { JqlSyntaxError } from './problems.js';
import type { Place } from './syntax.js';

export interface Token {
  readonly kind: 'word' | 'string' | 'sign' | 'end';
  /** A word as written, a string without its quotes and escapes, a sign. */
  readonly text: string;
  readonly at: Place;
}

/** Longer ones first. */
const signs = ['&&', '||', '!=', '!~', '<=', '>=', '=', '<', '>', '~', '!', '&', '|', '(', ')', '[', ']', ','];
/** Characters that may not stand outside quotes (Jira's documentation of JQL, reserved characters). */
const reserved = new Set('{}*/%+^$#@?;`');
const escapes: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  '\\': '\\',
  '"': '"',
  "'": "'",
  ' ': ' ',
};

/** The words and signs of a query, with an end behind the last. @throws JqlSyntaxError */
export function tokensOf(jql: string): Token[] {
  return new Lexer(jql).all();
}

class Lexer {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  all(): Token[] {
    const tokens: Token[] = [];
    for (;;) {
      const token = this.#next();
      tokens.push(token);
      if (token.kind === 'end') return tokens;
    }
  }

  #place(): Place {
    return { line: this.#line, character: this.#at - this.#lineStart + 1 };
  }

  #next(): Token {
    this.#skipBlanks();
    const at = this.#place();
    const char = this.#text[this.#at];
    if (char === undefined) return { kind: 'end', text: '', at };
    if (char === '"' || char === "'") return { kind: 'string', text: this.#quoted(char, at), at };
    const sign = signs.find((one) => this.#text.startsWith(one, this.#at));
    if (sign !== undefined) {
      this.#at += sign.length;
      return { kind: 'sign', text: sign, at };
    }
    return { kind: 'word', text: this.#word(), at };
  }

  #skipBlanks(): void {
    for (;;) {
      const char = this.#text[this.#at];
      if (char === undefined || !/\s/.test(char)) return;
      this.#at++;
      if (char !== '\n') continue;
      this.#line++;
      this.#lineStart = this.#at;
    }
  }

  #quoted(quote: string, at: Place): string {
    let text = '';
    this.#at++;
    for (;;) {
      const char = this.#text[this.#at];
      if (char === undefined) throw new JqlSyntaxError({ problem: 'unfinished-string', text, at });
      if (char === quote) {
        this.#at++;
        return text;
      }
      if (char === '\\') text += this.#escape();
      else {
        text += char;
        this.#at++;
      }
    }
  }

  #escape(): string {
    const at = this.#place();
    const char = this.#text[this.#at + 1] ?? '';
    if (char === 'u') {
      const digits = this.#text.slice(this.#at + 2, this.#at + 6);
      if (!/^[\da-f]{4}$/i.test(digits))
        throw new JqlSyntaxError({ problem: 'illegal-escape', text: `\\u${digits}`, at });
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const meant = Object.hasOwn(escapes, char) ? escapes[char] : undefined;
    if (meant === undefined) throw new JqlSyntaxError({ problem: 'illegal-escape', text: `\\${char}`, at });
    this.#at += 2;
    return meant;
  }

  #word(): string {
    let text = '';
    for (;;) {
      const char = this.#text[this.#at];
      if (char === undefined || /\s/.test(char) || char === '"' || char === "'") return text;
      if (signs.some((sign) => sign.startsWith(char))) return text;
      if (reserved.has(char))
        throw new JqlSyntaxError({ problem: 'reserved-character', text: char, at: this.#place() });
      if (char === '\\') text += this.#escape();
      else {
        text += char;
        this.#at++;
      }
    }
  }
}
