import { migrationTasks } from './migration-tasks.js';
import type { Root } from '../../core/root.js';

/** A table of the app's database with its rows. */
export interface StoredTable {
  readonly tableName: string;
  readonly count: number;
}

/** The app's tables by name. The names are ours: the document has none. */
export function dataStorage(root: Root): readonly StoredTable[] {
  return [
    { tableName: 'CUSTOM_FIELD_SEARCH', count: root.fields.size - root.trash.size },
    { tableName: 'EVENT_LOG', count: root.events.size },
    { tableName: 'JOB', count: root.jobRuns.size },
    { tableName: 'MIGRATION_TASK', count: migrationTasks(root).filter((task) => task.executedAt !== null).length },
    { tableName: 'PERMISSION_GROUP', count: root.grantsOfGroup.size },
    { tableName: 'PERMISSION_USER', count: root.grantsOfUser.size },
  ];
}
