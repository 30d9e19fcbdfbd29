/** Ctrl-C, and a request to end, as a signal that work can look at. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** The work is over: from now on Ctrl-C ends the process again. */
  readonly done: () => void;
}

/** @param says - told to the terminal when it happens */
export function onInterrupt(says: string): Interrupt {
  const stop = new AbortController();
  const interrupted = () => {
    console.error(`\n${says}`);
    stop.abort();
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  return {
    signal: stop.signal,
    done: () => {
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
    },
  };
}
