import { createHash } from 'node:crypto';

/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** The same numbers for the same seed, on every machine. */
export function seededRandom(seed: string): Random {
  let drawn = 0;
  return () => createHash('sha256').update(`${seed}/${drawn++}`).digest().readUInt32BE(0) / 2 ** 32;
}
