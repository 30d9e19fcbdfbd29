import type { TimeTracking } from '../core/root.js';

/** Estimates as a request names them: texts such as `3d 4h`; bare numbers are minutes. Absent: it stays. */
export interface TimeTrackingInput {
  readonly originalEstimate?: string | undefined;
  readonly remainingEstimate?: string | undefined;
}

const minute = 60;
const hour = 60 * minute;
/** As a new Jira is set up: eight hours a day, five days a week. */
const day = 8 * hour;
const week = 5 * day;
const units = [
  ['w', week],
  ['d', day],
  ['h', hour],
  ['m', minute],
] as const;

/**
 * The seconds of a duration; undefined where it is none.
 *
 * @example secondsOf('1d 30m') // 30600
 */
export function secondsOf(duration: string): number | undefined {
  const parts = duration.trim().toLowerCase().split(/\s+/);
  let seconds = 0;
  for (const part of parts) {
    const match = /^(\d{1,9}(?:\.\d{1,9})?)([wdhm]?)$/.exec(part);
    if (!match) return undefined;
    const unit = units.find(([name]) => name === match[2])?.[1] ?? minute;
    seconds += Number(match[1]) * unit;
  }
  return Math.round(seconds / minute) * minute;
}

/**
 * Seconds as Jira writes them.
 *
 * @example durationText(30_600) // '1d 30m'
 */
export function durationText(seconds: number): string {
  let rest = seconds;
  const parts: string[] = [];
  for (const [name, unit] of units) {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    if (count > 0) parts.push(`${count}${name}`);
  }
  return parts.length === 0 ? '0m' : parts.join(' ');
}

/**
 * Estimates after an edit. Of an issue without any, the one that is named is the other one too.
 *
 * @param report - told of what is no duration
 */
export function changedTracking(
  before: TimeTracking | undefined,
  input: TimeTrackingInput,
  report: (given: string) => void,
): TimeTracking {
  const read = (given: string | undefined) => {
    if (given === undefined) return undefined;
    const seconds = secondsOf(given);
    if (seconds === undefined) report(given);
    return seconds;
  };
  const [original, remaining] = [read(input.originalEstimate), read(input.remainingEstimate)];
  const first = original ?? remaining;
  if (first === undefined) return before ?? {};
  return before === undefined
    ? { original: original ?? first, remaining: remaining ?? first }
    : {
        ...before,
        ...(original !== undefined && { original }),
        ...(remaining !== undefined && { remaining }),
      };
}
