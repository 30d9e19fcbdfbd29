import type { Moment, Root } from './core/root.js';
import type { Transaction } from './core/transaction.js';
import { settle } from './settle.js';
import { begin, emptyRoot } from './parts.js';
import { processVault, type Vault } from './apps/protected-fields/vault.js';

/** Where the time comes from: `Date` in earnest, a value that tests move otherwise. */
export interface Clock {
  now(): Moment;
}

/**
 * One Jira: an immutable root and the pointer to it.
 *
 * @example
 * const world = new World({ clock: Date });
 * const field = world.write((tx) => createField(tx, { name: 'Browsers', type: fieldType('select').key }));
 * listFields(world.root);
 */
export class World {
  readonly clock: Clock;
  /** Has the key to the values of encrypted fields. */
  readonly vault: Vault;
  #root: Root;

  constructor({ clock, root = emptyRoot(), vault = processVault() }: { clock: Clock; root?: Root; vault?: Vault }) {
    this.clock = clock;
    this.vault = vault;
    this.#root = root;
  }

  /** What there is now; what the clock makes happen has happened. */
  get root(): Root {
    this.#root = settle(this.#root, this.clock.now());
    return this.#root;
  }

  /**
   * Changes the world, all or nothing: where `change` throws, nothing has happened.
   *
   * @param change - gets the transaction; what it returns is handed on
   */
  write<Result>(change: (tx: Transaction) => Result): Result {
    const tx = begin(this.root, this.clock.now());
    const result = change(tx);
    this.#root = tx.commit();
    return result;
  }

  /** Goes back, or over, to a root that was read earlier. Costs the same for every size. */
  restore(root: Root): void {
    this.#root = root;
  }
}
