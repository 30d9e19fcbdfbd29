import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { ClassicLevel } from 'classic-level';
import { reasonOf, StateError } from './state-error.js';

/** The folder with the files of LevelDB. */
const storeFolder = 'store';
/** Has the number of the last write that clients were told of: more than the store has means that it has lost some. */
const acknowledgedFile = 'acknowledged';
/** Raised when an older store cannot be read any more. */
const format = '1';

const formatKey = 'format';
const sequenceKey = 'sequence';

/** Keys to write, with their texts; `undefined` deletes. */
export type Change = ReadonlyMap<string, string | undefined>;

/** What to do with a store that cannot be read, as the end of a message about it. */
export function whatToDo(directory: string): string {
  return (
    `"fake-jira state check ${directory}" says what can still be read, "fake-jira state export" writes it as a world ` +
    'file. Put a copy of the directory back, or move it away to begin anew.'
  );
}

/**
 * Texts under keys, on the disk when {@link Store.write} is done. LevelDB keeps them (CONTRIBUTING.md says why); of ours
 * is only what finds damage that it does not: a checksum for each text, and the number of the last write.
 */
export class Store {
  readonly directory: string;
  #level: ClassicLevel;
  /** The number of the last write. */
  #sequence = 0;
  #undo: Change = new Map();

  private constructor(directory: string, level: ClassicLevel) {
    this.directory = directory;
    this.#level = level;
  }

  /**
   * Opens the store of a directory; where there is none, one is made.
   *
   * @throws StateError where the directory cannot be written to, another process has it, or the store is damaged
   */
  static async open(directory: string): Promise<Store> {
    prepare(directory);
    const folder = join(directory, storeFolder);
    const begun = existsSync(join(directory, acknowledgedFile));
    // LevelDB makes a new store where this file is missing, whatever else is there.
    if (begun && !existsSync(join(folder, 'CURRENT'))) {
      throw new StateError(`${folder}: the store is damaged (its file CURRENT is missing). ${whatToDo(directory)}`);
    }
    const level = await opened(folder, directory);
    try {
      const store = new Store(directory, level);
      if (begun) await store.#check();
      else await store.#begin();
      return store;
    } catch (error) {
      await level.close();
      throw error instanceof StateError ? error : damaged(directory, error);
    }
  }

  async #begin(): Promise<void> {
    await this.#level.put(formatKey, sealed(formatKey, format), { sync: true });
    writeFileSync(join(this.directory, acknowledgedFile), sequenceText(this.#sequence), { mode: 0o600 });
  }

  async #check(): Promise<void> {
    const [found, sequence] = [await this.#get(formatKey), await this.#get(sequenceKey)];
    if (found === undefined) throw new Error('it does not say of what form it is');
    if (found !== format) {
      throw new StateError(
        `${this.directory} holds a store of form ${found}; this fake-jira reads form ${format}. Use the version that wrote it.`,
      );
    }
    this.#sequence = Number(sequence ?? 0);
    const acknowledged = Number(readFileSync(join(this.directory, acknowledgedFile), 'utf8'));
    if (!(acknowledged <= this.#sequence)) {
      throw new Error(`it has ${this.#sequence} of the ${acknowledged} writes that clients were told of`);
    }
  }

  async #get(key: string): Promise<string | undefined> {
    const value = await this.#level.get(key);
    return value === undefined ? undefined : this.#unsealed(key, value);
  }

  #unsealed(key: string, value: string): string {
    const text = value.slice(checksumDigits);
    if (value !== sealed(key, text)) throw new Error(`what stands under "${key}" is not what was written there`);
    return text;
  }

  /**
   * The texts whose keys begin with a prefix, in the order of their keys.
   *
   * @throws StateError for a text that is not the one that was written
   */
  async read(prefix: string): Promise<[key: string, text: string][]> {
    try {
      const entries = await this.#level.iterator(below(prefix)).all();
      return entries.map(([key, value]) => [key, this.#unsealed(key, value)]);
    } catch (error) {
      throw damaged(this.directory, error);
    }
  }

  async keys(prefix: string): Promise<string[]> {
    return this.#level.keys(below(prefix)).all();
  }

  /**
   * Writes everything or nothing; it is on the disk at the end.
   *
   * @param undo - what leads back from there: where writing has failed, nobody knows whether it was done all the same,
   *   and the next write makes sure that it was not
   * @throws StateError where it cannot be written; then nothing has changed
   */
  async write(change: Change, undo: () => Change): Promise<void> {
    const sequence = this.#sequence + 1;
    const all = [...this.#undo, ...change, [sequenceKey, String(sequence)] as const];
    const operations = all.map(([key, text]) =>
      text === undefined ? ({ type: 'del', key } as const) : ({ type: 'put', key, value: sealed(key, text) } as const),
    );
    try {
      // After a failure LevelDB writes no more until it is opened anew.
      if (this.#level.status !== 'open') await this.#level.open({ createIfMissing: false });
      await this.#level.batch(operations, { sync: true });
      await this.#acknowledge(sequence);
    } catch (error) {
      this.#undo = new Map([...undo(), ...this.#undo]);
      await this.#level.close().catch(() => undefined);
      throw new StateError(`The state in ${this.directory} cannot be written: ${reasonOf(error)}.`);
    }
    this.#undo = new Map();
    this.#sequence = sequence;
  }

  /** By its path: that fails where somebody has taken the directory away, while LevelDB writes into a file of no name. */
  async #acknowledge(sequence: number): Promise<void> {
    const file = await open(join(this.directory, acknowledgedFile), 'r+');
    try {
      await file.write(sequenceText(sequence), 0);
    } finally {
      await file.close();
    }
  }

  /** Gives room back that deleted and replaced texts took. */
  async compact(): Promise<void> {
    await this.#level.compactRange('', '\uffff');
  }

  async close(): Promise<void> {
    await this.#level.close();
  }
}

function prepare(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    readdirSync(directory);
  } catch (error) {
    throw new StateError(`--state ${directory} is no directory that can be written to: ${reasonOf(error)}.`);
  }
}

async function opened(folder: string, directory: string): Promise<ClassicLevel> {
  const level = new ClassicLevel(folder);
  try {
    await level.open();
    return level;
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    if (code === 'LEVEL_LOCKED') {
      throw new StateError(`Another fake-jira has the state in ${directory}. End it, or choose another directory.`);
    }
    if (code === 'LEVEL_IO_ERROR') {
      throw new StateError(`--state ${directory} is no directory that can be written to: ${reasonOf(error)}.`);
    }
    throw damaged(directory, error);
  }
}

function damaged(directory: string, error: unknown): StateError {
  return new StateError(`${directory}: the store is damaged (${reasonOf(error)}). ${whatToDo(directory)}`);
}

const below = (prefix: string) => ({ gte: prefix, lt: `${prefix}\uffff` });

const sequenceText = (sequence: number) => String(sequence).padStart(16, '0');

const checksumDigits = 8;

/** A text behind a checksum of it and of its key. */
function sealed(key: string, text: string): string {
  return crc32(text, crc32(key)).toString(16).padStart(checksumDigits, '0') + text;
}
