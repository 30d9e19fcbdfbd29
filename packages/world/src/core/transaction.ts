import type { CounterName, Maintenance, Moment, Root, Settings } from './root.js';

type TableName = { [Name in keyof Root]: Root[Name] extends { clone(): unknown } ? Name : never }[keyof Root];
type Draft = { -readonly [Name in keyof Root]: Root[Name] };

/**
 * One write: a draft of the next root. The tables it touches are cloned at the first touch, the others are shared
 * with the root it began from, which stays as it was.
 */
export class Transaction {
  /** When the write happens. */
  readonly now: Moment;
  readonly #draft: Draft;
  readonly #own = new Set<TableName>();

  constructor(base: Root, now: Moment) {
    this.#draft = { ...base };
    this.now = now;
  }

  /** The world as this write has made it so far. */
  get root(): Root {
    return this.#draft;
  }

  /** A table to write to. */
  edit<Name extends TableName>(name: Name): Root[Name] {
    if (!this.#own.has(name)) {
      this.#draft[name] = (this.#draft[name] as { clone(): unknown }).clone() as Draft[Name];
      this.#own.add(name);
    }
    return this.#draft[name];
  }

  set(settings: Partial<Settings>): void {
    this.#draft.settings = { ...this.#draft.settings, ...settings };
  }

  setMaintenance(maintenance: Partial<Maintenance>): void {
    this.#draft.maintenance = { ...this.#draft.maintenance, ...maintenance };
  }

  /** The next id of a kind. Ids are never used twice. */
  nextId(counter: CounterName): number {
    const id = this.#draft.counters[counter];
    this.#draft.counters = { ...this.#draft.counters, [counter]: id + 1 };
    return id;
  }

  /** Keeps later ids of a kind above one that was given from outside. */
  reserveId(counter: CounterName, id: number): void {
    if (id >= this.#draft.counters[counter]) {
      this.#draft.counters = { ...this.#draft.counters, [counter]: id + 1 };
    }
  }
}
