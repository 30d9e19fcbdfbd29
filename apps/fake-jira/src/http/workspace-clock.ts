import type { Clock, Moment } from '@fake-jira/world';

/**
 * The time of one workspace: that of the fake, moved or stopped. Nothing waits for it: what the clock makes happen is
 * worked out when it is read.
 *
 * @example
 * clock.freeze(Date.UTC(2026, 0, 15));
 * clock.advance(60_000); // a minute later, and still frozen
 * clock.resume(); // runs on from there
 */
export class WorkspaceClock implements Clock {
  readonly #base: Clock;
  #offset = 0;
  #frozenAt: Moment | undefined;

  constructor(base: Clock) {
    this.#base = base;
  }

  now(): Moment {
    return this.#frozenAt ?? this.#base.now() + this.#offset;
  }

  get frozen(): boolean {
    return this.#frozenAt !== undefined;
  }

  /** Stops the time, now or at another moment. */
  freeze(at: Moment = this.now()): void {
    this.#frozenAt = at;
  }

  /** Goes to a moment; a frozen clock stays frozen there. */
  set(to: Moment): void {
    if (this.frozen) this.#frozenAt = to;
    else this.#offset = to - this.#base.now();
  }

  /** @param milliseconds - how far to go on */
  advance(milliseconds: number): void {
    this.set(this.now() + milliseconds);
  }

  /** Lets a frozen clock run on from where it stands. */
  resume(): void {
    const now = this.now();
    this.#frozenAt = undefined;
    this.set(now);
  }

  /** Back to the time of the fake. */
  reset(): void {
    this.#offset = 0;
    this.#frozenAt = undefined;
  }
}
