import type { Clock, Moment } from '@fake-jira/world';

/** So many requests of one user in so many seconds. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
}

/** Where a user stands after a request. */
export interface RateLimitState {
  readonly limit: number;
  readonly remaining: number;
  readonly exceeded: boolean;
  /** When the next window begins. */
  readonly resetsAt: Moment;
  /** Seconds until then, rounded up. */
  readonly retryAfter: number;
}

/** Counts requests in windows that follow each other on the clock, a count per user. */
export class RequestLimit {
  readonly #limit: RateLimit;
  readonly #clock: Clock;
  #window = -1;
  #counts = new Map<string | null, number>();

  constructor(limit: RateLimit, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Counts one request. */
  count(user: string | null): RateLimitState {
    const { requests, seconds } = this.#limit;
    const now = this.#clock.now();
    const window = Math.floor(now / (seconds * 1000));
    if (window !== this.#window) {
      this.#window = window;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(user) ?? 0) + 1;
    this.#counts.set(user, count);
    const resetsAt = (window + 1) * seconds * 1000;
    return {
      limit: requests,
      remaining: Math.max(0, requests - count),
      exceeded: count > requests,
      resetsAt,
      retryAfter: Math.ceil((resetsAt - now) / 1000),
    };
  }
}
