interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

function deferred(): Deferred {
  let [resolve, reject] = [() => {}, (_: unknown) => {}];
  const promise = new Promise<void>((done, failed) => ([resolve, reject] = [done, failed]));
  return { promise, resolve, reject };
}

/**
 * Lets all who ask while one write is on its way share the next one: many clients wait for one flush of the disk, and
 * none for more than two.
 */
export class GroupCommit {
  readonly #write: () => Promise<void>;
  #underway: Deferred | undefined;
  #next: Deferred | undefined;

  /**
   * @param write - writes all that there is to write when it is called. Where it fails, it has taken back all that was
   *   changed until then: also what would have been in the next write, which fails with it
   */
  constructor(write: () => Promise<void>) {
    this.#write = write;
  }

  /** The write that is on its way; undefined where there is none. */
  get underway(): Promise<void> | undefined {
    return this.#underway?.promise;
  }

  /** The write that will have all there is to write now. It begins with the next turn of the loop, or behind the one underway. */
  next(): Promise<void> {
    if (!this.#next) {
      this.#next = deferred();
      if (!this.#underway) setImmediate(() => void this.#run());
    }
    return this.#next.promise;
  }

  async #run(): Promise<void> {
    for (let current = this.#next; current; current = this.#next) {
      this.#underway = current;
      this.#next = undefined;
      try {
        await this.#write();
        current.resolve();
      } catch (error) {
        current.reject(error);
        (this.#next as Deferred | undefined)?.reject(error);
        this.#next = undefined;
      }
      this.#underway = undefined;
    }
  }
}
