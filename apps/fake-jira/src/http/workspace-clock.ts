import type { Clock, Moment } from '@fake-jira/world';

/** The years that a clock can show: what is worked out from them, such as the end of a stay in the trash, is a date too. */
const [first, last] = [Date.UTC(1970, 0, 1), Date.UTC(9998, 11, 31, 23, 59, 59, 999)];

/**
 * @returns the moment
 * @throws RangeError where no clock can show it
 */
function shown(moment: Moment): Moment {
  requireNumber('A moment is given in milliseconds since 1970, such as Date.UTC(2026, 0, 15)', moment);
  if (moment >= first && moment <= last) return moment;
  throw new RangeError('The clock can be set to moments of the years 1970 to 9998, and to no leap second.');
}

/** What comes from a program may be anything. */
function requireNumber(sentence: string, value: unknown): void {
  if (typeof value === 'number') return;
  throw new TypeError(`${sentence}, not ${typeof value === 'string' ? `"${value}"` : String(value)}.`);
}

/** A clock as it is kept: how far it is from the time of the fake, and where it stands. */
export interface WorkspaceClockState {
  readonly offset: number;
  readonly frozenAt: Moment | null;
}

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
  readonly #watchers = new Set<() => void>();

  constructor(base: Clock) {
    this.#base = base;
  }

  now(): Moment {
    return this.#frozenAt ?? this.#base.now() + this.#offset;
  }

  /** Is told each time that somebody has moved, stopped or started the clock. */
  watch(watcher: () => void): void {
    this.#watchers.add(watcher);
  }

  #moved(): void {
    for (const watcher of this.#watchers) watcher();
  }

  get frozen(): boolean {
    return this.#frozenAt !== undefined;
  }

  /**
   * Stops the time, now or at another moment.
   *
   * @throws RangeError where the moment is not in the years 1970 to 9998
   */
  freeze(at: Moment = this.now()): void {
    this.#frozenAt = shown(at);
    this.#moved();
  }

  /**
   * Goes to a moment; a frozen clock stays frozen there.
   *
   * @throws RangeError where the moment is not in the years 1970 to 9998
   */
  set(to: Moment): void {
    if (this.frozen) this.#frozenAt = shown(to);
    else this.#offset = shown(to) - this.#base.now();
    this.#moved();
  }

  /**
   * @param milliseconds - how far to go on
   * @throws RangeError where that is not in the years 1970 to 9998
   */
  advance(milliseconds: number): void {
    requireNumber('The clock advances by a number of milliseconds, such as 60_000', milliseconds);
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
    this.state = { offset: 0, frozenAt: null };
  }

  get state(): WorkspaceClockState {
    return { offset: this.#offset, frozenAt: this.#frozenAt ?? null };
  }

  set state({ offset, frozenAt }: WorkspaceClockState) {
    this.#offset = offset;
    this.#frozenAt = frozenAt ?? undefined;
    this.#moved();
  }
}
