import type { Moment, Root } from '../../core/root.js';
import type { Transaction } from '../../core/transaction.js';

/** A migration of the app's data. */
export interface MigrationTask {
  readonly id: number;
  readonly description: string;
  /** The version of the app that brought it. */
  readonly forVersion: string;
  /** When it has run. */
  readonly executedAt: Moment | null;
}

// The documents name none. These follow from their version histories: permissions by context came with 1.2.1, the
// table for searching with 2.0.0, the job that cleans up permissions with 2.15.0.
const tasks = [
  { id: 1, description: 'Convert permissions of custom fields to permissions by context', forVersion: '1.2.1' },
  { id: 2, description: 'Create the table for searching custom fields', forVersion: '2.0.0' },
  { id: 3, description: 'Add indexes to the table of permissions', forVersion: '2.15.0' },
];

/** Every migration task, by id, whether it has run or not. */
export function migrationTasks(root: Root): readonly MigrationTask[] {
  return tasks.map((task) => ({ ...task, executedAt: root.migrationRuns.get(task.id) ?? null }));
}

/** Runs the tasks of which nothing says that they have run. */
export function runMigrationTasks(tx: Transaction): void {
  for (const { id, executedAt } of migrationTasks(tx.root)) {
    if (executedAt === null) tx.put('migrationRuns', id, tx.now);
  }
}

/** Forgets what has run; the job `JobRunDataMigrationTasks` runs it again. */
export function clearMigrationTasks(tx: Transaction): void {
  tx.edit('migrationRuns').clear();
}
