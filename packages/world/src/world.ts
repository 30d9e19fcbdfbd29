import type { Happening } from './core/happening.js';
import type { Moment, Root } from './core/root.js';
import type { Transaction } from './core/transaction.js';
import { settle } from './settle.js';
import { begin, emptyRoot } from './parts.js';
import { processVault, type Vault } from './apps/protected-fields/vault.js';

/** Where the time comes from: `Date` in earnest, a value that tests move otherwise. */
export interface Clock {
  now(): Moment;
}

export interface WorldParts {
  readonly clock: Clock;
  readonly root?: Root;
  readonly vault?: Vault;
  readonly heard?: ((happening: Happening) => void) | undefined;
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
  readonly #heard: ((happening: Happening) => void) | undefined;

  /** @param given.heard - is told what has happened, after each write in which something has; does not throw */
  constructor({ clock, root = emptyRoot(), vault = processVault(), heard }: WorldParts) {
    this.clock = clock;
    this.vault = vault;
    this.#root = root;
    this.#heard = heard;
  }

  /** What there is now; what the clock makes happen has happened. */
  get root(): Root {
    this.#root = settle(this.#root, this.clock.now(), this.#heard);
    return this.#root;
  }

  /**
   * Changes the world, all or nothing: where `change` throws, nothing has happened.
   *
   * @param change - gets the transaction; what it returns is handed on
   */
  write<Result>(change: (tx: Transaction) => Result): Result {
    const before = this.root;
    const tx = begin(before, this.clock.now());
    const result = change(tx);
    const after = tx.commit();
    this.#root = after;
    const { events, now } = tx;
    if (events.length > 0) this.#heard?.({ events, before, after, at: now });
    return result;
  }

  /** Goes back, or over, to a root that was read earlier. Costs the same for every size. */
  restore(root: Root): void {
    this.#root = root;
  }
}
