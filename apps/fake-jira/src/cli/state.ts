import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  deserializeRoot,
  serializeRoot,
  unopenable,
  type Root,
  type SerializedRoot,
  type Vault,
} from '@fake-jira/world';
import { UsageError } from './usage-error.js';

/**
 * A directory that keeps worlds from one start to the next, a file per workspace. Writes go to a second file that then
 * takes the place of the first, so that a crash leaves one of the two whole.
 */
export class StateDirectory {
  readonly #path: string;
  readonly #saved = new Map<string, Root>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #unsaved = new Map<string, Root>();
  readonly #onError: (error: unknown) => void;

  /** @param onError - told of a world that could not be written; it is tried again with the next change */
  constructor(path: string, onError: (error: unknown) => void = console.error) {
    this.#path = path;
    this.#onError = onError;
    try {
      mkdirSync(path, { recursive: true });
    } catch (error) {
      throw new UsageError(`--state ${path} is no directory that can be written to: ${(error as Error).message}.`);
    }
  }

  #file(workspace: string): string {
    return join(this.#path, `${workspace}.world-state.json`);
  }

  /**
   * The world that a workspace had last; `undefined` where nothing is kept.
   *
   * @param vault - has to open the encrypted values in it
   */
  load(workspace: string, vault: Vault): Root | undefined {
    let text: string;
    try {
      text = readFileSync(this.#file(workspace), 'utf8');
    } catch {
      return undefined;
    }
    const root = this.#read(workspace, text);
    const shut = unopenable(root, vault);
    if (shut) {
      throw new UsageError(
        `${this.#file(workspace)}: the value of ${shut.fieldId} in ${shut.issue} cannot be opened (${shut.reason}). ` +
          'Start with the key with which it was sealed, or remove the file to begin anew.',
      );
    }
    this.#saved.set(workspace, root);
    return root;
  }

  #read(workspace: string, text: string): Root {
    try {
      return deserializeRoot(JSON.parse(text) as SerializedRoot);
    } catch (error) {
      throw new UsageError(
        `${this.#file(workspace)} does not hold a world (${(error as Error).message}). Remove it to begin anew.`,
      );
    }
  }

  /** Keeps a world, soon: many changes in a row are written once. */
  keep(workspace: string, root: Root): void {
    if (this.#saved.get(workspace) === root) return;
    this.#unsaved.set(workspace, root);
    if (this.#waiting.has(workspace)) return;
    this.#waiting.set(workspace, setTimeout(() => this.#save(workspace), 50).unref());
  }

  #save(workspace: string): void {
    clearTimeout(this.#waiting.get(workspace));
    this.#waiting.delete(workspace);
    const root = this.#unsaved.get(workspace);
    if (!root) return;
    const file = this.#file(workspace);
    try {
      writeFileSync(`${file}.new`, JSON.stringify(serializeRoot(root)), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch (error) {
      rmSync(`${file}.new`, { force: true });
      return this.#onError(error);
    }
    this.#unsaved.delete(workspace);
    this.#saved.set(workspace, root);
  }

  /** Keeps nothing of a workspace any more. */
  forget(workspace: string): void {
    clearTimeout(this.#waiting.get(workspace));
    for (const known of [this.#waiting, this.#unsaved, this.#saved]) known.delete(workspace);
    rmSync(this.#file(workspace), { force: true });
  }

  /** Writes what is still waiting. */
  flush(): void {
    for (const workspace of [...this.#unsaved.keys()]) this.#save(workspace);
  }
}
