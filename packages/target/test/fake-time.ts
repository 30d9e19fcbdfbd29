import type { Clock, Delay } from '../src/index.js';

/** A clock that moves only while somebody waits, and then at once. */
export class FakeTime implements Clock {
  #now = Date.UTC(2026, 0, 15);
  readonly waits: number[] = [];
  now = (): number => this.#now;
  delay: Delay = (milliseconds) => {
    this.waits.push(milliseconds);
    this.#now += milliseconds;
    return Promise.resolve();
  };
}
