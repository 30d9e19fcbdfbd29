/** Where the time comes from, in milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** Lets time pass. */
export type Delay = (milliseconds: number) => Promise<void>;

/** Lets requests through one after the other, no more than so many a second, and none while the target asks to wait. */
export class Pacing {
  readonly #interval: number;
  readonly #clock: Clock;
  readonly #delay: Delay;
  #next = 0;
  #pausedUntil = 0;

  /** @param requestsPerSecond - `Infinity`: as many as there are */
  constructor(requestsPerSecond: number, { clock, delay }: { readonly clock: Clock; readonly delay: Delay }) {
    this.#interval = 1000 / requestsPerSecond;
    this.#clock = clock;
    this.#delay = delay;
  }

  /** Waits for the turn of one more request. */
  async turn(): Promise<void> {
    const now = this.#clock.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#interval;
    if (at > now) await this.#delay(at - now);
    // Whoever had waited for a turn when the pause began waits for its end too.
    for (;;) {
      const left = this.#pausedUntil - this.#clock.now();
      if (left <= 0) return;
      await this.#delay(left);
    }
  }

  /** Lets nobody through for a while: the target has asked one request to wait, and means all of them. */
  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + milliseconds);
  }
}

/**
 * How long a `Retry-After` header asks to wait, in milliseconds: a number of seconds, or an HTTP date.
 *
 * @returns undefined where there is none, or one that is neither
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
