import { idNumber, type Id } from '../core/ids.js';
import type { Issue } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';

/*
 * Priorities, statuses and resolutions: those that a new Jira has. No API here changes them.
 */

export interface Priority {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly color: string;
}

/** From the highest down (names, ids and the usual one as recorded of Cloud and Server 8). */
export const priorities: readonly Priority[] = [
  { id: 1, name: 'Highest', description: 'This problem will block progress.', color: '#d04437' },
  { id: 2, name: 'High', description: 'Serious problem that could block progress.', color: '#f15C75' },
  { id: 3, name: 'Medium', description: 'Has the potential to affect progress.', color: '#f79232' },
  { id: 4, name: 'Low', description: 'Minor problem or easily worked around.', color: '#707070' },
  { id: 5, name: 'Lowest', description: 'Trivial problem with little or no impact on progress.', color: '#999999' },
];

/** The priority of an issue for which nobody has chosen one. */
export const usualPriority = priorities[2] as Priority;

export interface StatusCategory {
  readonly id: number;
  readonly key: string;
  readonly colorName: string;
  readonly name: string;
}

export const statusCategories = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const satisfies Readonly<Record<string, StatusCategory>>;

export interface Status {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly category: StatusCategory;
}

export const statuses: readonly Status[] = [
  { id: 10_000, name: 'To Do', description: '', category: statusCategories.new },
  {
    id: 10_001,
    name: 'In Progress',
    description: 'This work item is being actively worked on at the moment by the assignee.',
    category: statusCategories.indeterminate,
  },
  { id: 10_002, name: 'Done', description: '', category: statusCategories.done },
];

/** The status in which an issue begins. */
export const firstStatus = statuses[0] as Status;

/** The status of an issue. */
export function statusOf({ workflow }: Pick<Issue, 'workflow'>): Status {
  return statuses.find(({ id }) => id === workflow?.status) ?? firstStatus;
}

export interface Resolution {
  readonly id: number;
  readonly name: string;
  readonly description: string;
}

export const resolutions: readonly Resolution[] = [
  { id: 10_000, name: 'Done', description: 'Work has been completed on this issue.' },
  { id: 10_001, name: "Won't Do", description: "This issue won't be actioned." },
  { id: 10_002, name: 'Duplicate', description: 'The problem is a duplicate of an existing issue.' },
  {
    id: 10_003,
    name: 'Cannot Reproduce',
    description: 'All attempts at reproducing this issue failed, or not enough information was available.',
  },
];

/** @throws RuleError `priority-not-found` */
export function requirePriority(id: Id): Priority {
  const found = priorities.find((priority) => priority.id === idNumber(id));
  if (!found) throw new RuleError('priority-not-found', { id: String(id) });
  return found;
}

/** A status by its id, else by its name in any case. @throws RuleError `status-not-found` */
export function requireStatus(idOrName: string): Status {
  const name = idOrName.toLowerCase();
  const found =
    statuses.find(({ id }) => id === idNumber(idOrName)) ?? statuses.find((one) => one.name.toLowerCase() === name);
  if (!found) throw new RuleError('status-not-found', { id: idOrName });
  return found;
}

/** A category by its id, else by its key. @throws RuleError `status-category-not-found` */
export function requireStatusCategory(idOrKey: string): StatusCategory {
  const all: readonly StatusCategory[] = Object.values(statusCategories);
  const found = all.find(({ id }) => id === idNumber(idOrKey)) ?? all.find(({ key }) => key === idOrKey.toLowerCase());
  if (!found) throw new RuleError('status-category-not-found', { id: idOrKey });
  return found;
}

/** The resolution of an issue that has one. */
export function resolutionOf({ workflow }: Pick<Issue, 'workflow'>): Resolution | undefined {
  return resolutions.find(({ id }) => id === workflow?.resolution);
}

/** @throws RuleError `resolution-not-found` */
export function requireResolution(id: Id): Resolution {
  const found = resolutions.find((resolution) => resolution.id === idNumber(id));
  if (!found) throw new RuleError('resolution-not-found', { id: String(id) });
  return found;
}
