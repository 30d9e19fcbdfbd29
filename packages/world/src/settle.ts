import { replaceAppOptionInIssues } from './app-options/app-option-replacement.js';
import { completeJobs, nextJobEnd, releaseJobs } from './apps/customfield-editor/jobs.js';
import { enableApp } from './apps/customfield-editor/maintenance.js';
import type { Happening } from './core/happening.js';
import type { CustomField, Moment, Root, Task } from './core/root.js';
import { finishTask, taskDuration } from './core/tasks.js';
import type { Transaction } from './core/transaction.js';
import { begin } from './parts.js';
import { removeField } from './fields/trash.js';
import { emptyProjectTrash, nextProjectDeletion } from './projects/project-trash.js';
import { nextTruncation, truncateIfDue } from './apps/customfield-editor/truncate-schedule.js';

/** Lets held tasks, and jobs, run to their end. */
export function releaseTasks(tx: Transaction): void {
  for (const id of tx.root.runningTasks.keys()) {
    const task = tx.root.tasks.get(id) as Task;
    if (task.held) tx.put('tasks', id, { ...task, held: false });
  }
  releaseJobs(tx);
  // What would have been done by now is done now, not at a moment that has passed.
  completeTasks(tx);
  completeJobs(tx);
}

/** When a task that nobody holds is done. */
function dueAt(task: Task): Moment {
  return task.submittedAt + taskDuration;
}

/**
 * When the clock makes something happen next that nobody asks for then: a task or a job comes to its end, a field has
 * been in the trash for its whole time, or a project, the event log is to be truncated, or the app to be enabled. It is in the past
 * where it has not happened yet.
 */
function nextMoment(root: Root): Moment {
  if (root.maintenance.enabledAt === null) return -Infinity;
  let next = Math.min(
    root.trash.minKey()?.[0] ?? Infinity,
    nextProjectDeletion(root),
    nextJobEnd(root),
    nextTruncation(root),
  );
  for (const id of root.runningTasks.keys()) {
    const task = root.tasks.get(id) as Task;
    if (!task.held) next = Math.min(next, dueAt(task));
  }
  return next;
}

/**
 * Makes happen what the clock has brought until now, each at its own moment: the same, whenever it is read.
 *
 * @param heard - is told what has happened, each time
 * @returns the same root where nothing was due
 */
export function settle(root: Root, now: Moment, heard?: (happening: Happening) => void): Root {
  let settled = root;
  for (let next = nextMoment(settled); next <= now; next = nextMoment(settled)) {
    const enabled = settled.maintenance.enabledAt !== null;
    const tx = begin(settled, enabled ? next : now);
    if (enabled) happen(tx, now);
    else enableApp(tx);
    const before = settled;
    settled = tx.commit();
    if (tx.events.length > 0) heard?.({ events: tx.events, before, after: settled, at: tx.now });
  }
  return settled;
}

function happen(tx: Transaction, until: Moment): void {
  completeTasks(tx);
  for (const [deleteAt, fieldId] of [...tx.root.trash.keys()]) {
    if (deleteAt > tx.now) break;
    removeField(tx, tx.root.fields.get(fieldId) as CustomField);
  }
  emptyProjectTrash(tx);
  completeJobs(tx);
  truncateIfDue(tx, until);
}

function completeTasks(tx: Transaction): void {
  for (const id of [...tx.root.runningTasks.keys()]) {
    const task = tx.root.tasks.get(id) as Task;
    if (!task.held && dueAt(task) <= tx.now) complete(tx, task);
  }
}

function complete(tx: Transaction, task: Task): void {
  const { work } = task;
  let result: unknown;
  if (work.kind === 'delete-field') {
    const field = tx.root.fields.get(work.fieldId);
    if (field) removeField(tx, field);
  } else {
    result = replaceAppOptionInIssues(tx, work);
  }
  finishTask(tx, task, { at: tx.now, status: 'COMPLETE', ...(result === undefined ? {} : { result }) });
}
