import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a run made outside of itself, and has to remove. */
export type LedgerKind = 'field' | 'issue' | 'app-option';

export interface LedgerEntry {
  readonly kind: LedgerKind;
  readonly name: string;
  /** Absent where the run ended before the target had answered: then the name is looked for. */
  readonly id?: string;
}

export interface OpenEntry {
  readonly made: (id: string) => void;
}

/**
 * Everything that a run made and has not removed yet. Kept in a file, so that a later `contract cleanup` finds it also
 * after a crash; without a file only in memory.
 */
export class Ledger {
  readonly #file: string | undefined;
  readonly #entries = new Map<string, LedgerEntry>();

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
  static read(file: string): { readonly target: string; readonly entries: readonly LedgerEntry[] } {
    const entries = new Map<string, LedgerEntry>();
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
    return { target, entries: [...entries.values()] };
  }

  /** Goes on with what an earlier run left. */
  static reopen(file: string): Ledger {
    const { target, entries } = Ledger.read(file);
    const ledger = new Ledger({ file, target });
    for (const entry of entries) ledger.#entries.set(entry.name, entry);
    return ledger;
  }

  /** Something is about to be made. */
  opens(kind: LedgerKind, name: string): OpenEntry {
    this.#write({ step: 'entry', entry: { kind, name } });
    return { made: (id) => this.#write({ step: 'entry', entry: { kind, name, id } }) };
  }

  /** It is gone. */
  removed(name: string): void {
    this.#write({ step: 'removed', name });
  }

  /** What is left, the newest first: issues go before the fields that they have values of. */
  left(): LedgerEntry[] {
    return [...this.#entries.values()].reverse();
  }

  /** Nothing is left: no file either. */
  close(): void {
    if (this.#file !== undefined && this.#entries.size === 0) rmSync(this.#file, { force: true });
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

function apply(entries: Map<string, LedgerEntry>, step: Change): void {
  if (step.step === 'removed') entries.delete(step.name);
  else entries.set(step.entry.name, step.entry);
}

type Change =
  { readonly step: 'entry'; readonly entry: LedgerEntry } | { readonly step: 'removed'; readonly name: string };

type Step = Change | { readonly step: 'run'; readonly target: string };
