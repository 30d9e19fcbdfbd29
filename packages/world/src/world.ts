import { emptyRoot, type Moment, type Root } from './root.js';
import { settle } from './tasks.js';
import { Transaction } from './transaction.js';

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
  #root: Root;

  constructor({ clock, root = emptyRoot() }: { clock: Clock; root?: Root }) {
    this.clock = clock;
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
    const tx = new Transaction(this.root, this.clock.now());
    const result = change(tx);
    this.#root = tx.root;
    return result;
  }

  /** Goes back, or over, to a root that was read earlier. Costs the same for every size. */
  restore(root: Root): void {
    this.#root = root;
  }
}
