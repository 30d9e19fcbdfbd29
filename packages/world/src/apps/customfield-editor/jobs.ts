import { logEvent } from './event-log.js';
import { cleanUpGrants } from './grant-cleanup.js';
import { runMigrationTasks } from './migration-tasks.js';
import type { Moment, Root } from '../../core/root.js';
import type { Transaction } from '../../core/transaction.js';

/** The app's background jobs (001:5815); `JobCleanupPermissions` since 2.15. All run when the app is enabled. */
export const jobNames = [
  'JobCleanupPermissions',
  'JobIndexCustomFieldSearchTable',
  'JobRunDataMigrationTasks',
] as const;
export type JobName = (typeof jobNames)[number];

export type JobStatus = 'SCHEDULED' | 'RUNNING' | 'SUCCESS' | 'FAILED';

/** The last run of a job. Its state is a function of its start and the clock, worked out when it is read. */
export interface JobRun {
  readonly name: JobName;
  readonly scheduledAt: Moment;
  /** Stays running until somebody lets it go on. */
  readonly held: boolean;
  readonly finished?: { readonly at: Moment; readonly status: 'SUCCESS' | 'FAILED' };
}

/** How long a job waits before it runs, and when it is done, in milliseconds after it was scheduled. */
export const jobDelay = 100;
export const jobDuration = 400;

/** A job as the list of jobs shows it. */
export interface JobState {
  readonly name: JobName;
  readonly status: JobStatus;
  readonly scheduledAt: Moment;
  readonly finishedAt: Moment | null;
}

/** What the list of jobs can be ordered by, as the API names it. */
export const jobOrderKeys = ['name', 'status', 'scheduledTime', 'finishedTime'] as const;
export type JobOrderKey = (typeof jobOrderKeys)[number];

export interface JobQuery {
  /** Part of the name, in any case. */
  readonly filter?: string | undefined;
  /** Absent: by name. */
  readonly orderBy?: { readonly key: JobOrderKey; readonly descending: boolean } | undefined;
}

/** The jobs that have been scheduled at least once, as they stand at a moment. */
export function jobs(root: Root, now: Moment, { filter = '', orderBy }: JobQuery = {}): readonly JobState[] {
  const text = filter.toLowerCase();
  const states = [...root.jobRuns.values()]
    .filter(({ name }) => name.toLowerCase().includes(text))
    .map((run) => ({
      name: run.name,
      status: jobStatus(run, now),
      scheduledAt: run.scheduledAt,
      finishedAt: run.finished?.at ?? null,
    }));
  const { key, descending } = orderBy ?? { key: 'name', descending: false };
  const direction = descending ? -1 : 1;
  // Sorting is stable: jobs with equal keys stay in the order of their names.
  return states.sort((one, other) => {
    const [a, b] = [orderKey(one, key), orderKey(other, key)];
    return a < b ? -direction : a > b ? direction : 0;
  });
}

function orderKey(job: JobState, key: JobOrderKey): string | number {
  switch (key) {
    case 'scheduledTime':
      return job.scheduledAt;
    case 'finishedTime':
      return job.finishedAt ?? Infinity;
    default:
      return job[key];
  }
}

/** How far a job is at a moment. */
export function jobStatus(run: JobRun, now: Moment): JobStatus {
  return run.finished?.status ?? (now < run.scheduledAt + jobDelay ? 'SCHEDULED' : 'RUNNING');
}

/** Schedules a job; one that is scheduled or runs already stays as it is. */
export function scheduleJob(tx: Transaction, name: JobName): void {
  const before = tx.root.jobRuns.get(name);
  if (before && !before.finished) return;
  tx.put('jobRuns', name, { name, scheduledAt: tx.now, held: tx.root.settings.holdTasks });
  if (tx.root.maintenance.verbose) logEvent(tx, 'JobScheduledEvent', `Name ${name}`);
}

/** Says of every job that is scheduled or runs that it has failed. */
export function failUnfinishedJobs(tx: Transaction): void {
  for (const run of [...tx.root.jobRuns.values()]) if (!run.finished) finishJob(tx, run, 'FAILED');
}

/** Lets held jobs run to their end. */
export function releaseJobs(tx: Transaction): void {
  for (const run of [...tx.root.jobRuns.values()]) {
    if (run.held) tx.put('jobRuns', run.name, { ...run, held: false });
  }
}

/** When the next job is done; never where none runs. */
export function nextJobEnd(root: Root): Moment {
  let next = Infinity;
  for (const run of root.jobRuns.values()) {
    if (!run.finished && !run.held) next = Math.min(next, run.scheduledAt + jobDuration);
  }
  return next;
}

/** Completes the jobs whose time has come, with what they do. */
export function completeJobs(tx: Transaction): void {
  for (const run of [...tx.root.jobRuns.values()]) {
    if (run.finished || run.held || run.scheduledAt + jobDuration > tx.now) continue;
    if (run.name === 'JobRunDataMigrationTasks') runMigrationTasks(tx);
    if (run.name === 'JobCleanupPermissions') cleanUpGrants(tx);
    finishJob(tx, run, 'SUCCESS');
  }
}

function finishJob(tx: Transaction, run: JobRun, status: 'SUCCESS' | 'FAILED'): void {
  tx.put('jobRuns', run.name, { ...run, finished: { at: tx.now, status } });
  if (tx.root.maintenance.verbose) logEvent(tx, 'JobFinishedEvent', `Name ${run.name}, status ${status}`);
}
