/** How far long work has come: a bar on a terminal, elsewhere a line now and then, so that logs stay readable. */
export interface Progress {
  add(amount: number): void;
  stop(): void;
}

/** Milliseconds between two lines where there is no terminal. What takes less says nothing. */
const between = 30_000;

interface Surroundings {
  readonly stream?: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly now?: () => number;
}

/** Starts a bar on standard error, so that what a command prints stays clean. */
export async function progressBar(
  total: number,
  unit: string,
  { stream = process.stderr, now = Date.now }: Surroundings = {},
): Promise<Progress> {
  if (total === 0) return { add: () => {}, stop: () => {} };
  if (!stream.isTTY) return progressLines(total, unit, stream, now);
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar(
    { format: `{bar} {percentage}% of ${unit}, {eta_formatted} left`, stream, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return { add: (amount) => bar.increment(amount), stop: () => bar.stop() };
}

function progressLines(total: number, unit: string, stream: NodeJS.WritableStream, now: () => number): Progress {
  const began = now();
  let said = began;
  let done = 0;
  return {
    add(amount) {
      done += amount;
      const time = now();
      if (time - said < between || done >= total) return;
      said = time;
      const left = ((time - began) / done) * (total - done);
      stream.write(`${Math.floor((done / total) * 100)}% of ${unit}, ${duration(left)} left\n`);
    },
    stop() {},
  };
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
