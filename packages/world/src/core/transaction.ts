import type { JiraEvent } from './events.js';
import { beginLine, endDraft } from './memory.js';
import { updateIndex, type Indexes } from './indexes.js';
import type { AnyTable, CounterName, KeyOf, Kept, Moment, RecordOf, Root, Settings, TableName } from './root.js';
import type { TableKey } from './table.js';

type Draft = { -readonly [Name in keyof Root]: Root[Name] };

/** What a transaction has to know of the parts of a world. */
export interface Wiring {
  readonly indexes: Indexes;
  readonly hear: (tx: Transaction, event: JiraEvent) => void;
}

/**
 * One write: a draft of the next root. The tables it touches are cloned at the first touch, the others are shared
 * with the root it began from, which stays as it was.
 */
export class Transaction {
  /** When the write happens. */
  readonly now: Moment;
  /** What has happened in it so far. */
  readonly events: JiraEvent[] = [];
  readonly #draft: Draft;
  readonly #own = new Set<TableName>();
  #ownCounters: { -readonly [Name in CounterName]: number } | undefined;
  readonly #wiring: Wiring;

  constructor(base: Root, now: Moment, wiring: Wiring) {
    this.#draft = { ...base };
    beginLine(base, this.#draft);
    this.now = now;
    this.#wiring = wiring;
  }

  /** The world as this write has made it so far. */
  get root(): Root {
    return this.#draft;
  }

  /** Ends the write. @returns the world as it has become, which changes no more */
  commit(): Root {
    this.#own.clear();
    endDraft(this.#draft);
    return Object.freeze(this.#draft);
  }

  /** Writes a record and what its table's indexes have of it. */
  put<Name extends TableName>(name: Name, key: KeyOf<Name>, record: RecordOf<Name>): void {
    const table = this.#table(name);
    const before = table.get(key);
    table.set(key, record);
    this.#reindex(name, key, before, record);
  }

  /** Deletes a record and what its table's indexes have of it. @returns whether it was there */
  remove<Name extends TableName>(name: Name, key: KeyOf<Name>): boolean {
    const before = (this.root[name] as unknown as AnyTable).get(key);
    if (before === undefined) return false;
    this.#reindex(name, key, before, undefined);
    return this.#table(name).delete(key);
  }

  #reindex(name: TableName, key: TableKey, before: unknown, after: unknown): void {
    for (const index of this.#wiring.indexes.get(name) ?? []) {
      const gone = before === undefined ? [] : index.entries(before, key, this.#draft);
      const come = after === undefined ? [] : index.entries(after, key, this.#draft);
      updateIndex(() => this.#table(index.name), index, gone, come);
    }
  }

  #table(name: TableName): AnyTable {
    return this.edit(name) as unknown as AnyTable;
  }

  /** A table to write to as it is, whatever follows from its records: for whole states, and for damage. */
  edit<Name extends TableName>(name: Name): Root[Name] {
    if (!this.#own.has(name)) {
      this.#draft[name] = (this.#draft[name] as { clone(): unknown }).clone() as Draft[Name];
      this.#own.add(name);
    }
    return this.#draft[name];
  }

  /** Says what has happened, to all who want to know. They hear it at once, and may write too. */
  announce(event: JiraEvent): void {
    this.events.push(event);
    this.#wiring.hear(this, event);
  }

  set(settings: Partial<Settings>): void {
    this.keep('settings', settings);
  }

  /** Changes what is given of what is in no table. */
  keep<Name extends keyof Kept>(name: Name, change: Partial<Kept[Name]>): void {
    this.#draft[name] = { ...this.#draft[name], ...change };
  }

  /** The next id of a kind. Ids are never used twice. */
  nextId(counter: CounterName): number {
    const counters = this.#counters();
    return counters[counter]++;
  }

  /** Keeps later ids of a kind above one that was given from outside. */
  reserveId(counter: CounterName, id: number): void {
    if (id >= this.#draft.counters[counter]) this.#counters()[counter] = id + 1;
  }

  /** Counters to write to. */
  #counters(): { -readonly [Name in CounterName]: number } {
    this.#ownCounters ??= this.#draft.counters = { ...this.#draft.counters };
    return this.#ownCounters;
  }
}
