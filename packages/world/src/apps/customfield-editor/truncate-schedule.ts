import { Cron } from 'croner';
import { deleteEventLogs } from './event-log.js';
import type { Moment, Root } from '../../core/root.js';
import { RuleError } from '../../core/rule-error.js';
import type { Transaction } from '../../core/transaction.js';

/** When the event log is truncated by itself. */
export interface TruncateSchedule {
  readonly active: boolean;
  /** Six fields, seconds first, or seven with the year. Only that of an active schedule is known to be right. */
  readonly cronExpression: string | null;
  /** When it happens next; null while the schedule is not active, or where its last time has passed. */
  readonly nextRun: Moment | null;
}

/** What the documents leave open about setting the schedule. */
export interface TruncateScheduleRules {
  readonly activeWithoutCron: 'refuse' | 'keeps-the-old';
  /** What switching off does to the cron expression. */
  readonly inactive: 'keeps' | 'clears';
  /** Whether a seventh field, the year, is right. */
  readonly year: 'accepted' | 'refuse';
}

export function truncateSchedule(root: Root): TruncateSchedule {
  return root.maintenance.truncateSchedule;
}

/**
 * Sets when the event log is truncated, or that it is not. An expression that comes with a schedule that is not active
 * is kept as it is; it is checked when it begins to count.
 *
 * @throws RuleError `cron-expression-missing`, `cron-expression-invalid`
 */
export function setTruncateSchedule(
  tx: Transaction,
  input: { readonly active: boolean; readonly cronExpression?: string | null | undefined },
  rules: TruncateScheduleRules,
): TruncateSchedule {
  const { active } = input;
  const given = input.cronExpression?.trim() || null;
  const old = truncateSchedule(tx.root).cronExpression;
  const kept = active ? rules.activeWithoutCron === 'keeps-the-old' : rules.inactive === 'keeps';
  const cronExpression = (active || kept ? given : null) ?? (kept ? old : null);
  if (active && cronExpression === null) throw new RuleError('cron-expression-missing', {});
  const cron = active ? parse(cronExpression as string, rules.year === 'accepted') : null;
  const schedule: TruncateSchedule = { active, cronExpression, nextRun: cron && nextRun(cron, tx.now) };
  tx.keep('maintenance', { truncateSchedule: schedule });
  return schedule;
}

/** When the event log is truncated next; never without an active schedule. */
export function nextTruncation(root: Root): Moment {
  return truncateSchedule(root).nextRun ?? Infinity;
}

/** Truncates the event log if its time has come. However many times have passed until `until`, they count as one. */
export function truncateIfDue(tx: Transaction, until: Moment): void {
  if (nextTruncation(tx.root) > tx.now) return;
  deleteEventLogs(tx);
  const schedule = truncateSchedule(tx.root);
  const cron = parse(schedule.cronExpression as string, true);
  tx.keep('maintenance', { truncateSchedule: { ...schedule, nextRun: nextRun(cron, until) } });
}

function parse(cronExpression: string, withYear: boolean): Cron {
  const fields = cronExpression.split(/\s+/).length;
  if (fields !== 6 && !(withYear && fields === 7)) {
    // The library would also take dates and words such as @hourly.
    // Whether a seventh may follow is an open question, which a sentence of ours must not answer.
    throw invalid(cronExpression, `it has ${fields} fields instead of six`);
  }
  try {
    // Increments such as 0/15, and weekdays from 1 for Sunday: the forms of Quartz, from which the document's example
    // `0 0 * ? * *` comes. No function is given, so nothing is scheduled in earnest.
    return new Cron(cronExpression, {
      mode: '6-or-7-parts',
      utcOffset: 0,
      alternativeWeekdays: true,
      sloppyRanges: true,
    });
  } catch (error) {
    throw invalid(cronExpression, (error as Error).message.replace(/^CronPattern: /, ''));
  }
}

function invalid(cronExpression: string, reason: string): RuleError {
  return new RuleError('cron-expression-invalid', { cronExpression, reason });
}

function nextRun(cron: Cron, after: Moment): Moment | null {
  return cron.nextRun(new Date(after))?.getTime() ?? null;
}
