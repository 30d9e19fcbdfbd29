import type { Id } from '../core/ids.js';
import type { Context, Root } from '../core/root.js';
import { RuleError, together } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';
import {
  checkContextName,
  claimReach,
  replaceContext,
  requireFieldContext,
  requireMayGo,
  requireProjectsFree,
  requireSubtasksEnabled,
  resolveIssueTypes,
  resolveProjects,
  type ContextRules,
} from './contexts.js';

/** A change of the projects, or the issue types, that a context names. */
export interface ListChange {
  readonly mode: 'replace' | 'add' | 'remove';
  readonly ids: readonly Id[];
  /**
   * What a context applies to when none is left: to all, unless said otherwise. Of issue types it is always all.
   */
  readonly none?: 'all' | 'nothing';
}

/** What is left out stays as it is. */
export interface ContextChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly projects?: ListChange | undefined;
  readonly issueTypes?: ListChange | undefined;
}

export interface ContextChangeRules extends ContextRules {
  /**
   * What adding does where all apply because none is named: only those that are added apply, as in Jira itself, unless
   * all still do.
   */
  readonly addingToAll?: 'narrows' | 'stays';
  /** What becomes of adding what the context has already: it is refused, as in Jira itself, unless said otherwise. */
  readonly addingAgain?: 'refuse' | 'ignore';
}

/**
 * Changes what is given of a context; projects and issue types each on their own.
 *
 * @throws RuleError `field-not-found`, `context-not-found`, `context-name-empty`, `context-name-too-long`,
 *   `context-name-taken`, `context-second-global`, `global-context-stays`, `duplicate-projects`, `projects-not-found`, `projects-taken`,
 *   `projects-not-in-context`, `duplicate-issue-types`, `issue-types-not-found`, `issue-types-taken`,
 *   `issue-types-not-in-context`, `subtasks-disabled`
 * @example changeContext(tx, field.id, context.id, { projects: { mode: 'add', ids: [10001] } }, rules);
 */
export function changeContext(
  tx: Transaction,
  fieldId: Id,
  contextId: Id,
  { name, description, projects, issueTypes }: ContextChange,
  rules: ContextChangeRules,
): Context {
  const [, before] = requireFieldContext(tx.root, fieldId, contextId);
  const [reach, issueTypeIds, checked] = together(
    () => reachAfter(tx.root, before, projects, rules),
    () => issueTypesAfter(tx.root, before, issueTypes, rules),
    () => (name === undefined ? before.name : checkContextName(tx.root, before.fieldId, name, rules, before)),
  );
  // What the context has already may stay, also with sub-tasks switched off since.
  requireSubtasksEnabled(tx.root, without(issueTypeIds, before.issueTypeIds));
  const narrows = !reach.global || (before.issueTypeIds.length === 0 && issueTypeIds.length > 0);
  if (narrows) requireMayGo(before, rules);
  claimReach(tx, before.fieldId, reach, rules, before);
  return replaceContext(tx, {
    ...before,
    ...reach,
    name: checked,
    description: description ?? before.description,
    issueTypeIds,
  });
}

function reachAfter(
  root: Root,
  { fieldId, global, projectIds }: Context,
  change: ListChange | undefined,
  rules: ContextChangeRules,
): Pick<Context, 'global' | 'projectIds'> {
  const ids = resolveProjects(root, change?.ids ?? []);
  if (!change || (change.mode !== 'replace' && ids.length === 0)) return { global, projectIds };
  if (change.mode === 'add' && rules.addingAgain !== 'ignore') requireProjectsFree(root, fieldId, ids);
  const missing = change.mode === 'remove' ? without(ids, projectIds) : [];
  if (missing.length > 0) throw new RuleError('projects-not-in-context', { projectIds: missing.map(String) });
  const after = listAfter(projectIds, change.mode, ids, global, rules);
  const stays = global && change.mode === 'add';
  return { global: after.length === 0 && (stays || change.none !== 'nothing'), projectIds: after };
}

function issueTypesAfter(
  root: Root,
  { issueTypeIds }: Context,
  change: ListChange | undefined,
  rules: ContextChangeRules,
): readonly number[] {
  if (!change) return issueTypeIds;
  const ids = resolveIssueTypes(root, change.ids);
  const missing = without(ids, issueTypeIds);
  if (change.mode === 'remove' && missing.length > 0) {
    throw new RuleError('issue-types-not-in-context', { issueTypeIds: missing.map(String) });
  }
  if (change.mode === 'add' && rules.addingAgain !== 'ignore' && missing.length < ids.length) {
    throw new RuleError('issue-types-taken', { issueTypeIds: without(ids, missing).map(String) });
  }
  return listAfter(issueTypeIds, change.mode, ids, issueTypeIds.length === 0, rules);
}

function listAfter(
  before: readonly number[],
  mode: ListChange['mode'],
  ids: readonly number[],
  isForAll: boolean,
  { addingToAll }: ContextChangeRules,
): readonly number[] {
  if (mode === 'replace') return ids;
  if (mode === 'remove') return without(before, ids);
  return isForAll && addingToAll === 'stays' ? before : [...new Set([...before, ...ids])];
}

function without(ids: readonly number[], others: readonly number[]): number[] {
  return ids.filter((id) => !others.includes(id));
}
