/** A file of traffic that cannot be read: the file, the place in it, and what is wrong there. */
export class TrafficError extends Error {
  override readonly name = 'TrafficError';

  /** @param place - such as `line 3, column 12`, or `log.entries[4]`; empty for the whole file */
  constructor(
    readonly file: string,
    readonly place: string,
    readonly problem: string,
  ) {
    super(place === '' ? `${file}: ${problem}` : `${file}: ${place}: ${problem}`);
  }
}
