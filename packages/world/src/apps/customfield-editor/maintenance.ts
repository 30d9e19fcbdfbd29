import { deleteEventLogs } from './event-log.js';
import { failUnfinishedJobs, jobNames, scheduleJob, type JobName } from './jobs.js';
import { clearMigrationTasks } from './migration-tasks.js';
import { RuleError } from '../../core/rule-error.js';
import type { Transaction } from '../../core/transaction.js';

/** What counts as one month (no document says whether the calendar's). */
const month = 30 * 24 * 60 * 60 * 1000;

const actions = {
  MaintenanceActionForceFailRunningAndScheduledJobs: failUnfinishedJobs,
  MaintenanceActionDeleteEventLogsOlderThanOneMonth: (tx: Transaction) =>
    deleteEventLogs(tx, { olderThan: tx.now - month }),
  MaintenanceActionDeleteAllEventLogs: (tx: Transaction) => deleteEventLogs(tx),
  MaintenanceActionDeleteAllMigrationTaskInformation: clearMigrationTasks,
  MaintenanceActionIncreaseVerbosityForTesting: (tx: Transaction) => tx.keep('maintenance', { verbose: true }),
  MaintenanceActionDecreaseVerbosityForTesting: (tx: Transaction) => tx.keep('maintenance', { verbose: false }),
};

export type MaintenanceAction = keyof typeof actions;

/** What happens at once (001:5815); jobs happen in the background. */
export const maintenanceActions = Object.keys(actions) as readonly MaintenanceAction[];

/**
 * Schedules a job or does an action, by its name.
 *
 * @throws RuleError `maintenance-operation-unknown`
 */
export function executeMaintenance(tx: Transaction, name: string): void {
  if ((jobNames as readonly string[]).includes(name)) scheduleJob(tx, name as JobName);
  else if (Object.hasOwn(actions, name)) actions[name as MaintenanceAction](tx);
  else throw new RuleError('maintenance-operation-unknown', { name });
}

/** What happens by itself when the app is enabled: every job runs. */
export function enableApp(tx: Transaction): void {
  tx.keep('maintenance', { enabledAt: tx.now });
  for (const name of jobNames) scheduleJob(tx, name);
}
