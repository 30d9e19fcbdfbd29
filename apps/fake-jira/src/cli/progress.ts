import { Presets, SingleBar } from 'cli-progress';

/** A progress bar on the terminal, where there is one. */
export interface ProgressBar {
  readonly start: (total: number) => void;
  readonly step: () => void;
  readonly stop: () => void;
}

/** @param what - the things that are counted, in the plural */
export function progressBar(what: string): ProgressBar {
  const bar = new SingleBar(
    { format: `{bar} {value} of {total} ${what}, {duration_formatted}`, hideCursor: true, stream: process.stderr, noTTYOutput: false, clearOnComplete: true },
    Presets.shades_classic,
  );
  return {
    start: (total) => bar.start(total, 0),
    step: () => bar.increment(),
    stop: () => bar.stop(),
  };
}
