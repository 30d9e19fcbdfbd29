/** A bar that fills up on a terminal; elsewhere nothing, so that logs stay readable. */
export interface Progress {
  add(amount: number): void;
  stop(): void;
}

/** Starts a bar on standard error, so that what a command prints stays clean. */
export async function progressBar(total: number, unit: string): Promise<Progress> {
  if (!process.stderr.isTTY || total === 0) return { add: () => {}, stop: () => {} };
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar(
    { format: `{bar} {percentage}% of ${unit}, {eta_formatted} left`, stream: process.stderr, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return { add: (amount) => bar.increment(amount), stop: () => bar.stop() };
}
