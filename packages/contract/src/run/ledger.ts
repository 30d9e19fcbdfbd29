import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a run made outside of itself, and has to remove. */
export type LedgerKind = 'field' | 'issue' | 'app-option' | 'screen' | 'tab';

export interface LedgerEntry {
  readonly kind: LedgerKind;
  /** Not always its own: two fields can have one. */
  readonly name: string;
  /** Absent where the run ended before the target had answered: then the name is looked for. */
  readonly id?: string;
}

export interface OpenEntry {
  readonly made: (id: string) => void;
  /** The target has said that it did not make it. */
  readonly refused: () => void;
}

/** An entry, by its place in the ledger. */
export interface NumberedEntry extends LedgerEntry {
  readonly number: number;
}

/**
 * Everything that a run made and has not removed yet. Kept in a file, so that a later `contract cleanup` finds it also
 * after a crash; without a file only in memory.
 */
export class Ledger {
  readonly #file: string | undefined;
  readonly #entries = new Map<number, LedgerEntry>();
  #last = 0;

  /**
   * @param place - where it is kept, and the address of the target on which the run works
   */
  constructor(place?: { readonly file: string; readonly target: string }) {
    this.#file = place?.file;
    if (!place) return;
    mkdirSync(dirname(place.file), { recursive: true });
    this.#append({ step: 'run', target: place.target });
  }

  /** What an earlier run left, read from its file. A last line that a crash cut off is passed over. */
  static read(file: string): { readonly target: string; readonly entries: readonly NumberedEntry[] } {
    const entries = new Map<number, LedgerEntry>();
    let target = '';
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      try {
        const step = JSON.parse(line) as Step;
        if (step.step === 'run') target = step.target;
        else apply(entries, step);
      } catch {
        continue;
      }
    }
    return { target, entries: numbered(entries) };
  }

  /** Goes on with what an earlier run left. */
  static reopen(file: string): Ledger {
    const { target, entries } = Ledger.read(file);
    const ledger = new Ledger({ file, target });
    for (const { number, ...entry } of entries) {
      ledger.#entries.set(number, entry);
      ledger.#last = Math.max(ledger.#last, number);
    }
    return ledger;
  }

  /** Something is about to be made. */
  opens(kind: LedgerKind, name: string): OpenEntry {
    const number = (this.#last += 1);
    this.#write({ step: 'entry', number, entry: { kind, name } });
    return {
      made: (id) => this.#made(number, { kind, name, id }),
      refused: () => {
        // What it said it made it has made, whatever it refused after that.
        if (this.#entries.get(number)?.id === undefined) this.#write({ step: 'removed', number });
      },
    };
  }

  /** The target has said that it made something: what was about to be made, or what nobody was to make. */
  saw(kind: LedgerKind, name: string, id: string): void {
    const known = [...this.#entries].filter(([, entry]) => entry.kind === kind && entry.name === name);
    if (known.some(([, entry]) => entry.id === id)) return;
    const open = known.find(([, entry]) => entry.id === undefined);
    if (open) this.#made(open[0], { kind, name, id });
    else this.opens(kind, name).made(id);
  }

  /** It is gone. */
  removed({ number }: Pick<NumberedEntry, 'number'>): void {
    this.#write({ step: 'removed', number });
  }

  /** What is left, the newest first: issues go before the fields that they have values of. */
  left(): NumberedEntry[] {
    return numbered(this.#entries).reverse();
  }

  /** Nothing is left: no file either. */
  close(): void {
    if (this.#file !== undefined && this.#entries.size === 0) rmSync(this.#file, { force: true });
  }

  #made(number: number, entry: LedgerEntry): void {
    if (this.#entries.get(number)?.id !== entry.id) this.#write({ step: 'entry', number, entry });
  }

  #write(step: Change): void {
    apply(this.#entries, step);
    this.#append(step);
  }

  #append(step: Step): void {
    // At once and whole: what comes next may be the end of the process.
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(step)}\n`, { mode: 0o600 });
  }
}

function numbered(entries: ReadonlyMap<number, LedgerEntry>): NumberedEntry[] {
  return [...entries].map(([number, entry]) => ({ ...entry, number }));
}

function apply(entries: Map<number, LedgerEntry>, step: Change): void {
  if (step.step === 'removed') entries.delete(step.number);
  else entries.set(step.number, step.entry);
}

type Change =
  | { readonly step: 'entry'; readonly number: number; readonly entry: LedgerEntry }
  | { readonly step: 'removed'; readonly number: number };

type Step = Change | { readonly step: 'run'; readonly target: string };
