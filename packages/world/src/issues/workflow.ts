import { idNumber, type Id } from '../core/ids.js';
import type { Issue, IssueWorkflow, Moment } from '../core/root.js';
import { RuleError, type IssueProblem } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';
import { resolutions, statusCategories, statuses, statusOf, type Resolution, type Status } from './issue-classes.js';
import type { IssueParts } from './issue-check.js';
import { noteChange } from './history.js';
import { applyEdit, requireIssue } from './issues.js';
import type { OptionName } from './value-check.js';

/** A step of the workflow that every project has: from any status to one. */
export interface WorkflowTransition {
  readonly id: number;
  readonly name: string;
  readonly to: Status;
  /** Whether fields can be set on the way: those of the project's screen, and the resolution. */
  readonly hasScreen: boolean;
}

/** The simplified workflow (ids and names as recorded of Cloud): each status can be reached from each. */
export const transitions: readonly WorkflowTransition[] = statuses.map((to, at) => ({
  id: 11 + 10 * at,
  name: to.name,
  to,
  hasScreen: to.category === statusCategories.done,
}));

/** What an issue gets that is done, unless another one is chosen. */
const usualResolution = resolutions[0] as Resolution;

export interface TransitionInput {
  readonly transition: Id | undefined;
  readonly resolution?: OptionName | undefined;
  /** Other fields to set on the way. */
  readonly parts: IssueParts;
  /** The ids of all fields that are given. */
  readonly given: readonly string[];
  /** Account id of who does it. Absent: the reporter. */
  readonly by?: string;
}

/**
 * Moves an issue to another status.
 *
 * @throws RuleError `issue-not-found`, `transition-missing`, `transition-unknown`, `issue-invalid`
 */
export function transitionIssue(tx: Transaction, idOrKey: Id, input: TransitionInput): Issue {
  const issue = requireIssue(tx.root, idOrKey);
  const { to, hasScreen } = requireTransition(input.transition);
  if (!hasScreen && input.given.length > 0) {
    throw new RuleError('issue-invalid', {
      problems: input.given.map((field) => ({ field, problem: 'not-on-screen' })),
    });
  }
  const problems: IssueProblem[] = [...(input.parts.problems ?? [])];
  const resolution = input.resolution && findResolution(input.resolution);
  if (input.resolution && !resolution)
    problems.push({ field: 'resolution', fieldName: 'Resolution', problem: 'unknown-resolution' });
  const edited = applyEdit(tx, issue.id, { ...input.parts, problems });
  const moved: Issue = { ...edited, workflow: workflowAfter(issue, to, resolution, tx.now) };
  tx.put('issues', moved.id, moved);
  noteChange(tx, issue, moved, input.by ?? moved.reporter, 'issue_generic');
  return moved;
}

/** Puts an issue where a world file has it. */
export function putWorkflow(tx: Transaction, issue: Issue, workflow: IssueWorkflow): Issue {
  const moved: Issue = { ...issue, workflow };
  tx.put('issues', moved.id, moved);
  return moved;
}

function requireTransition(given: Id | undefined): WorkflowTransition {
  if (given === undefined) throw new RuleError('transition-missing', {});
  const found = transitions.find(({ id }) => id === idNumber(given));
  if (!found) throw new RuleError('transition-unknown', { transitionId: String(given) });
  return found;
}

function findResolution({ id, value }: OptionName): Resolution | undefined {
  return resolutions.find((one) => (id === undefined ? one.name === value : one.id === idNumber(id)));
}

/** Where an issue is after it went to a status: only what is done has a resolution. */
export function workflowAfter(
  issue: Pick<Issue, 'workflow'>,
  to: Status,
  given: Resolution | undefined,
  now: Moment,
): IssueWorkflow {
  const { workflow } = issue;
  const categoryChanged = to.category === statusOf(issue).category ? workflow?.categoryChanged : now;
  const done = to.category === statusCategories.done && {
    resolution: given?.id ?? workflow?.resolution ?? usualResolution.id,
    resolved: given === undefined ? (workflow?.resolved ?? now) : now,
  };
  return { status: to.id, ...done, ...(categoryChanged !== undefined && { categoryChanged }) };
}
