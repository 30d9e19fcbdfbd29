import { attributesIn } from './app-option-scope.js';
import { getAppOption } from './app-options.js';
import type { Id } from '../core/ids.js';
import { issuesMatching } from '../issues/issue-filter.js';
import { optionIdsOf } from '../core/field-values.js';
import { issuesWithOption, replaceValue, touchField } from '../issues/issue-values.js';
import type { Issue, Task, TaskWork, User } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import { startTask } from '../core/tasks.js';
import type { Transaction } from '../core/transaction.js';

export interface AppOptionReplacement {
  readonly optionId: Id;
  /** Absent: the option is only taken away. */
  readonly replaceWith?: Id | undefined;
  /** Which issues; absent: all that have the option. */
  readonly jql?: string | undefined;
}

/**
 * Begins to take an option away from issues, and to put another in its place.
 *
 * @throws RuleError `app-field-not-found`, `app-option-not-found` (either of them), `app-option-invalid` (a query
 *   that is not understood)
 */
export function startReplacingAppOption(
  tx: Transaction,
  fieldKey: string,
  { optionId, replaceWith, jql = '*' }: AppOptionReplacement,
  by: User,
): Task {
  const option = getAppOption(tx.root, fieldKey, optionId);
  const replacement = replaceWith === undefined ? null : getAppOption(tx.root, fieldKey, replaceWith).id;
  const matching = issuesMatching(tx.root, jql);
  if (matching === 'unsupported') {
    throw new RuleError('app-option-invalid', {
      property: 'jql',
      reason: `"${jql}" is not understood, only project = KEY, key = KEY-1, and both with in (…) are`,
    });
  }
  const wanted = new Set(matching);
  const tail = replacement === null ? '' : `, and replace with option ${replacement}`;
  return startTask(tx, by, `Remove option ${option.id} from issues matched by '${jql}'${tail}`, {
    kind: 'replace-app-option',
    fieldId: option.fieldId,
    optionId: option.id,
    replaceWith: replacement,
    issueIds: issuesWithOption(tx.root, option.fieldId, option.id).filter((issueId) => wanted.has(issueId)),
  });
}

/** What a finished replacement reports. */
export interface ReplacementResult {
  /** Options that an issue could not get, because its project is not in their scope. */
  readonly errors?: readonly { readonly optionId: number; readonly issueKey: string }[];
  readonly modifiedIssues: readonly number[];
  /** Issues in which an error prevented the change. */
  readonly unmodifiedIssues: readonly number[];
}

/** Does the work of the task. Issues that have lost the option since, or are gone, are passed over. */
export function replaceAppOptionInIssues(
  tx: Transaction,
  work: Extract<TaskWork, { kind: 'replace-app-option' }>,
): ReplacementResult {
  const replacement = work.replaceWith === null ? null : tx.root.appOptions.get([work.fieldId, work.replaceWith]);
  const modifiedIssues: number[] = [];
  const refused: Issue[] = [];
  for (const issueId of work.issueIds) {
    const issue = tx.root.issues.get(issueId);
    const value = issue?.values[work.fieldId];
    if (!issue || !value || !optionIdsOf(value).includes(work.optionId)) continue;
    if (replacement === undefined || (replacement && attributesIn(replacement, issue.projectId) === null)) {
      refused.push(issue);
      continue;
    }
    const next = replacement && ({ kind: 'app-option', optionId: replacement.id } as const);
    replaceValue(tx, { ...issue, updated: tx.now }, work.fieldId, next);
    modifiedIssues.push(issueId);
  }
  if (modifiedIssues.length > 0) touchField(tx, work.fieldId);
  const errors = refused.map(({ key }) => ({ optionId: work.replaceWith as number, issueKey: key }));
  return {
    ...(errors.length === 0 ? {} : { errors }),
    modifiedIssues,
    unmodifiedIssues: refused.map((issue) => issue.id),
  };
}
