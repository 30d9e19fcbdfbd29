import type { Kind } from './kinds.js';

/** Ids below this are the same wherever they come from: positions, ids of an app's own options, built-in screens. */
const smallest = 1_000;

/**
 * Names for what differs from run to run. The same thing has the same name wherever it is named in a check, the first of
 * its kind is number 1.
 */
export class StableNames {
  readonly #byKind = new Map<Kind, Map<string, string>>();
  readonly #kindsOf = new Map<string, Kind[]>();
  readonly #issueNumbers = new Map<string, string>();
  readonly #texts: (readonly [text: RegExp, name: string])[];

  /** @param texts - texts that have a name wherever they stand, such as the name of the administrator */
  constructor(texts: readonly (readonly [text: string, name: string])[]) {
    // The longest first: one can be part of another.
    this.#texts = [...texts]
      .filter(([text]) => text !== '')
      .sort(([a], [b]) => b.length - a.length)
      .map(([text, name]) => [wholeWord(text), name]);
  }

  /** Gives an id a name, unless it has one. */
  register(kind: Kind, id: string): void {
    if (!isId(id)) return;
    const named = this.#byKind.get(kind) ?? new Map<string, string>();
    this.#byKind.set(kind, named);
    if (named.has(id)) return;
    named.set(id, `${kind} ${named.size + 1}`);
    this.#kindsOf.set(id, [...(this.#kindsOf.get(id) ?? []), kind]);
  }

  /** The name of an id; the id itself where it has none. */
  nameOf(kind: Kind, id: string): string {
    const name = this.#byKind.get(kind)?.get(id);
    return name === undefined ? id : `‹${name}›`;
  }

  /** How many issues a project has had depends on who was there before. */
  #issueNumber(key: string): string {
    const number = this.#issueNumbers.get(key) ?? `‹number ${this.#issueNumbers.size + 1}›`;
    this.#issueNumbers.set(key, number);
    return number;
  }

  /** A text in which everything that has a name has it. */
  inText(text: string): string {
    let named = text;
    for (const [given, name] of this.#texts) named = named.replace(given, `‹${name}›`);
    return (
      named
        .replace(/(‹sandbox project \d+›)-(\d+)\b/g, (key, project: string) => `${project}-${this.#issueNumber(key)}`)
        .replace(/customfield_(\d+)/g, (whole, id: string) => {
          const name = this.nameOf('field', id);
          return name === id ? whole : `customfield_${name}`;
        })
        // How searches name a field.
        .replace(/(?<=\bcf\[)\d+(?=\])/g, (id) => this.nameOf('field', id))
        .replace(/(?<![\d.‹-])\d{4,}(?![\d›-])/g, (id, at: number, whole: string) => {
          const around = [whole.slice(0, at), whole.slice(at)].map((part) => part.toLowerCase()) as [string, string];
          const kind = nearest(this.#kindsOf.get(id) ?? [], ...around);
          return kind === undefined ? id : this.nameOf(kind, id);
        })
    );
  }
}

/** Whether something is an id that differs from run to run. */
function isId(text: string): boolean {
  return /^\d{1,15}$/.test(text) ? Number(text) >= smallest : text !== '';
}

/** Of the kinds that have an id with a number, the one whose word stands last before it, or first behind it; else the first. */
function nearest(kinds: readonly Kind[], before: string, behind: string): Kind | undefined {
  // Extender calls a context a scheme; addresses write an issue type in one word.
  const others: Partial<Record<Kind, string>> = { context: 'scheme', 'issue type': 'issuetype' };
  const words = (kind: Kind) => [kind, ...[others[kind] ?? []].flat()];
  const places = kinds.map((kind) => Math.max(...words(kind).map((word) => endOf(before, word))));
  const last = Math.max(...places);
  if (last >= 0) return kinds[places.indexOf(last)];
  const later = kinds.map((kind) =>
    Math.min(
      ...words(kind)
        .map((word) => behind.indexOf(word))
        .filter((at) => at >= 0),
    ),
  );
  return kinds[later.indexOf(Math.min(...later))];
}

/** Where a word last ends: of two that begin at one place, the longer is meant. */
function endOf(text: string, word: string): number {
  const at = text.lastIndexOf(word);
  return at < 0 ? at : at + word.length;
}

/** Where a text stands by itself: `admin` is not part of `administrators`. */
function wholeWord(text: string): RegExp {
  const [first, last] = [/^\w/.test(text) ? '(?<!\\w)' : '', /\w$/.test(text) ? '(?!\\w)' : ''];
  return new RegExp(`${first}${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${last}`, 'g');
}
