import { admitsAnybody, also, body, doesNothing, each, header, ignoresQuery, status } from '../../plant/acts.js';
import { defectsOf } from '../defects-of.js';
import { createOperations } from './operations.js';

const defect = defectsOf('customfield-editor');

export const maintenanceDefects = [
  defect(
    'what creates an option leaves no event',
    [...createOperations, 'editorListEventLogs'],
    also((tx, { operation, before }) => {
      if (operation === 'editorListEventLogs') return false;
      for (const id of [...tx.root.events.keys()]) if (!before.events.has(id)) tx.edit('events').delete(id);
    }),
  ),
  defect('events are listed from the first, whatever is asked', ['editorListEventLogs'], ignoresQuery('startAt')),
  defect('events are listed without regard to the filter', ['editorListEventLogs'], ignoresQuery('filter')),
  defect(
    'an event has no hash',
    ['editorListEventLogs'],
    each((event) => delete event.hash),
  ),
  defect('a maintenance operation does nothing', ['editorExecuteMaintenanceOperation'], doesNothing),
  defect('a plain user may run maintenance operations', ['editorExecuteMaintenanceOperation'], admitsAnybody),
  defect(
    'an active schedule has no next run',
    ['editorSetTruncateSchedule', 'editorGetTruncateSchedule'],
    body((schedule) => {
      schedule.nextRun = null;
    }),
  ),
  defect('what is no cron expression is taken', ['editorSetTruncateSchedule'], status(400, 200)),
  defect(
    'jobs are counted with one too many',
    ['editorListJobs'],
    body((page) => {
      page.total += 1;
    }),
  ),
  defect(
    'the own description of the app is said to be text',
    ['editorGetSwagger'],
    header('content-type', 'text/plain'),
  ),
  defect(
    'a migration has no version that it came with',
    ['editorListMigrationTasks'],
    each((task) => delete task.forVersion),
  ),
];
