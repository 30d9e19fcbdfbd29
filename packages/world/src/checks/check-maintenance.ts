import { jobNames } from '../apps/customfield-editor/jobs.js';
import { migrationTasks } from '../apps/customfield-editor/migration-tasks.js';
import type { Root } from '../core/root.js';

/** What does not hold of the event log, the jobs, the migration tasks and the truncate schedule. */
export function* checkMaintenance(root: Root): Iterable<string> {
  const { enabledAt, truncateSchedule } = root.maintenance;
  for (const [id, entry] of root.events.entries()) {
    if (entry.id !== id) yield `Event ${id} says it is ${entry.id}.`;
    if (entry.details === '') yield `Event ${id} says not to what it happened.`;
  }
  for (const [name, run] of root.jobRuns.entries()) {
    if (run.name !== name) yield `The job ${name} says it is ${run.name}.`;
    if (run.finished && run.finished.at < run.scheduledAt) yield `The job ${name} finished before it was scheduled.`;
  }
  for (const name of jobNames) {
    if (root.jobRuns.has(name) === (enabledAt === null)) {
      yield enabledAt === null ? `The job ${name} ran before the app was enabled.` : `The job ${name} never ran.`;
    }
  }
  const known = migrationTasks(root).map((task) => task.id);
  for (const id of root.migrationRuns.keys())
    if (!known.includes(id)) yield `The unknown migration task ${id} has run.`;
  if (truncateSchedule.active && truncateSchedule.cronExpression === null) {
    yield 'The truncate schedule is active without a cron expression.';
  }
  if (!truncateSchedule.active && truncateSchedule.nextRun !== null) {
    yield 'The truncate schedule has a next run without being active.';
  }
}
