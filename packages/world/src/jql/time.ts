import { isDate } from '../core/dates.js';
import type { Moment } from '../core/root.js';

/** A moment as clocks on the wall show it: year, month from 0, day, hour, minute. */
type Wall = [year: number, month: number, day: number, hour: number, minute: number];

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone, ...digits, second: 'numeric', hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  return format;
}

/** What clocks of a time zone are ahead of UTC at a moment. */
function offset(at: Moment, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

function wallOf(at: Moment, timeZone: string): Wall {
  const date = new Date(at + offset(at, timeZone));
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()];
}

function momentAt([year, month, day, hour = 0, minute = 0]: [number, number, number, number?, number?], zone: string) {
  const asUtc = Date.UTC(year, month, day, hour, minute);
  // Where the clocks change, what they are ahead by is that of the moment itself.
  return asUtc - offset(asUtc - offset(asUtc, zone), zone);
}

/** The day of a moment, as the moment at which it begins in UTC: so days are compared. */
export function dayOf(at: Moment, timeZone: string): Moment {
  const [year, month, day] = wallOf(at, timeZone);
  return Date.UTC(year, month, day);
}

/** The day of `yyyy-MM-dd`, as {@link dayOf} has it. */
export function dayOfText(text: string): Moment {
  return Date.parse(`${text}T00:00:00Z`);
}

const minutes = { m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 } as const;
const period = /^[-+]?\d{1,6}[wdhm]?(?:\s+\d{1,6}[wdhm])*$/;

/**
 * The moment that a text of a query means: a day, a day with a time, or a period from now such as `-5d` or `4w 2d`.
 * A number by itself counts minutes.
 */
export function momentOfOperand(text: string, now: Moment, timeZone: string): Moment | undefined {
  const trimmed = text.trim();
  const written = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?$/.exec(trimmed);
  if (written) {
    const [, year = '', month = '', day = '', hour = '0', minute = '0'] = written;
    if (!isDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)) return undefined;
    if (Number(hour) > 23 || Number(minute) > 59) return undefined;
    return momentAt([Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)], timeZone);
  }
  if (!period.test(trimmed)) return undefined;
  const sign = trimmed.startsWith('-') ? -1 : 1;
  let sum = 0;
  for (const [, count = '0', unit = 'm'] of trimmed.matchAll(/(\d+)([wdhm]?)/g)) {
    sum += Number(count) * minutes[(unit === '' ? 'm' : unit) as keyof typeof minutes];
  }
  return now + sign * sum * 60_000;
}

export type Span = 'day' | 'week' | 'month' | 'year';

/** How far a function of time can go. */
const farthest = 10_000;

/**
 * The first or the last moment of the day, week (from Sunday), month or year of a moment, so many of them on:
 * `startOfMonth(-1)`, `endOfDay("+2d")`. Without a unit the span itself is counted.
 */
export function edgeOf(
  which: 'start' | 'end',
  span: Span,
  step: string,
  now: Moment,
  timeZone: string,
): Moment | undefined {
  const parts = /^([-+]?\d{1,5})([yMwdhm]?)$/.exec(step === '' ? '0' : step);
  if (!parts) return undefined;
  const count = Number(parts[1]);
  if (Math.abs(count) > farthest) return undefined;
  const unit = parts[2] === '' ? { day: 'd', week: 'w', month: 'M', year: 'y' }[span] : parts[2];
  const wall = wallOf(now, timeZone);
  let [year, month, day] = wall;
  let late = 0;
  if (unit === 'y') year += count;
  if (unit === 'M') month += count;
  if (unit === 'w') day += 7 * count;
  if (unit === 'd') day += count;
  if (unit === 'h') late = count * 3_600_000;
  if (unit === 'm') late = count * 60_000;
  if (span === 'week') day -= new Date(Date.UTC(wall[0], wall[1], wall[2])).getUTCDay();
  if (span === 'month') day = 1;
  if (span === 'year') [month, day] = [0, 1];
  if (which === 'start') return momentAt([year, month, day], timeZone) + late;
  const next: [number, number, number] =
    span === 'year'
      ? [year + 1, 0, 1]
      : span === 'month'
        ? [year, month + 1, 1]
        : [year, month, day + (span === 'week' ? 7 : 1)];
  return momentAt(next, timeZone) - 1 + late;
}
