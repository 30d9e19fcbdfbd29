/** How often is looked, and for how long. */
export interface Patience {
  /** Milliseconds that a look may be waited for, all together; a minute by default. */
  readonly longest?: number;
  /** Milliseconds before the second look, 50 by default; then half as much again each time, a second at most. */
  readonly between?: number;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

const longestPause = 1_000;

/**
 * Looks again and again at something that goes on by itself, until it has ended.
 *
 * @param what - begins the sentence "… has not ended"
 * @param look - answers `undefined` while it goes on
 * @throws Error that says what has not ended
 * @example await untilEnded(`Task ${id}`, async () => ((await task(id)).status === 'RUNNING' ? undefined : 'ended'));
 */
export async function untilEnded<End>(
  what: string,
  look: () => Promise<End | undefined>,
  { longest = 60_000, between = 50, wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)) }: Patience = {},
): Promise<End> {
  for (let waited = 0, pause = between; ; pause = Math.min(pause * 1.5, longestPause)) {
    const end = await look();
    if (end !== undefined) return end;
    if (waited >= longest) throw new Error(`${what} has not ended within ${longest / 1000} seconds.`);
    await wait(pause);
    waited += pause;
  }
}
