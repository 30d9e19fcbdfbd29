import { idNumber, type Id } from './ids.js';
import type { Moment, Root, Task, TaskWork, User } from './root.js';
import { RuleError } from './rule-error.js';
import type { Transaction } from './transaction.js';

/** How long a task runs when nobody holds it, in milliseconds: long enough to meet a second request, under a second. */
export const taskDuration = 400;

export type TaskStatus = 'RUNNING' | 'COMPLETE' | 'CANCELLED';

export function startTask(tx: Transaction, by: User, description: string, work: TaskWork): Task {
  const task: Task = {
    id: tx.nextId('task'),
    description,
    submittedBy: by.id,
    submittedAt: tx.now,
    work,
    held: tx.root.settings.holdTasks,
  };
  tx.put('tasks', task.id, task);
  return task;
}

export function runningTask(root: Root, matches: (work: TaskWork) => boolean): Task | undefined {
  for (const id of root.runningTasks.keys()) {
    const task = root.tasks.get(id) as Task;
    if (matches(task.work)) return task;
  }
  return undefined;
}

/** @throws RuleError `task-not-found` */
export function requireTask(root: Root, taskId: Id): Task {
  const task = root.tasks.get(idNumber(taskId));
  if (!task) throw new RuleError('task-not-found', { taskId: String(taskId) });
  return task;
}

/**
 * A task that this user may see: their own, or any for an administrator.
 *
 * @throws RuleError `task-not-found`, `task-not-yours`
 */
export function requireVisibleTask(root: Root, taskId: Id, user: User, administrator: boolean): Task {
  const task = requireTask(root, taskId);
  if (!administrator && task.submittedBy !== user.id) throw new RuleError('task-not-yours', { taskId: String(taskId) });
  return task;
}

export function taskStatus(task: Task): TaskStatus {
  return task.finished?.status ?? 'RUNNING';
}

/** Percent done at a moment. */
export function taskProgress(task: Task, now: Moment): number {
  if (task.finished) return task.finished.status === 'COMPLETE' ? 100 : 0;
  return Math.min(99, Math.floor((100 * (now - task.submittedAt)) / taskDuration));
}

/** @throws RuleError `task-not-cancellable` once it is finished */
export function cancelTask(tx: Transaction, taskId: Id): Task {
  const task = requireTask(tx.root, taskId);
  if (task.finished) throw new RuleError('task-not-cancellable', { taskId: String(taskId) });
  return finishTask(tx, task, { at: tx.now, status: 'CANCELLED' });
}

/** Puts a task to its end. */
export function finishTask(tx: Transaction, task: Task, finished: NonNullable<Task['finished']>): Task {
  const done: Task = { ...task, finished };
  tx.put('tasks', task.id, done);
  return done;
}
