import { removeContext } from './context-deletion.js';
import {
  checkContextName,
  claimReach,
  contextsOfField,
  replaceContext,
  requireSubtasksEnabled,
  type ContextRules,
} from './contexts.js';
import type { Context } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';

/** A change of the projects, or the issue types, that a context names. */
export interface ListChange {
  readonly mode: 'replace' | 'add';
  /** To replace by none means: all. */
  readonly ids: readonly number[];
}

/** What is left out stays as it is. */
export interface ContextChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly projects?: ListChange | undefined;
  readonly issueTypes?: ListChange | undefined;
}

export interface ContextChangeRules extends ContextRules {
  /** What adding does where all apply because none is named: only those that are added apply, or still all. */
  readonly addingToAll: 'narrows' | 'stays';
}

/**
 * Changes what is given of a context; projects and issue types each on their own.
 *
 * @throws RuleError `context-name-empty`, `context-name-too-long`, `context-name-taken`, `context-second-global`,
 *   `projects-taken`, `subtasks-disabled`
 * @example changeContext(tx, context, { projects: { mode: 'add', ids: [10001] } }, rules);
 */
export function changeContext(
  tx: Transaction,
  context: Context,
  { name, description, projects, issueTypes }: ContextChange,
  rules: ContextChangeRules,
): Context {
  // A change before this one may have taken projects from it.
  const before = tx.root.contexts.get(context.id) ?? context;
  const checked = name === undefined ? before.name : checkContextName(tx.root, before.fieldId, name, rules, before);
  const reach = reachAfter(before, projects, rules);
  const issueTypeIds = listAfter(before.issueTypeIds, issueTypes, before.issueTypeIds.length === 0, rules);
  // What the context has already may stay, also with sub-tasks switched off since.
  requireSubtasksEnabled(
    tx.root,
    issueTypeIds.filter((id) => !before.issueTypeIds.includes(id)),
  );
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
  { global, projectIds }: Context,
  change: ListChange | undefined,
  rules: ContextChangeRules,
): Pick<Context, 'global' | 'projectIds'> {
  if (!change) return { global, projectIds };
  const after = listAfter(projectIds, change, global, rules);
  if (after.length > 0) return { global: false, projectIds: after };
  // A context that applies to no project does not begin to apply to all because nothing is added to it.
  return { global: global || change.mode === 'replace', projectIds: [] };
}

function listAfter(
  ids: readonly number[],
  change: ListChange | undefined,
  isForAll: boolean,
  { addingToAll }: ContextChangeRules,
): readonly number[] {
  if (!change) return ids;
  if (change.mode === 'replace') return change.ids;
  if (isForAll && addingToAll === 'stays') return ids;
  return [...new Set([...ids, ...change.ids])];
}

/** Deletes the contexts of a field that apply to no project; the global one stays. */
export function removeUnattachedContexts(tx: Transaction, fieldId: number): void {
  for (const context of [...contextsOfField(tx.root, fieldId)]) {
    if (context.global || context.projectIds.length > 0) continue;
    removeContext(tx, context);
  }
}

/** Lists of one length, of which each place describes a context. */
export interface ContextLists<IssueTypes, Projects, Options> {
  readonly issueTypes: readonly IssueTypes[];
  readonly projects: readonly Projects[];
  readonly options: readonly Options[];
}

/**
 * What the lists say of each context.
 *
 * @throws RuleError `context-lists-unequal`
 */
export function zipContextLists<IssueTypes, Projects, Options>({
  issueTypes,
  projects,
  options,
}: ContextLists<IssueTypes, Projects, Options>): {
  issueTypes: IssueTypes;
  projects: Projects;
  options: Options;
}[] {
  if (issueTypes.length !== projects.length || projects.length !== options.length) {
    throw new RuleError('context-lists-unequal', {
      issueTypes: issueTypes.length,
      projects: projects.length,
      options: options.length,
    });
  }
  return issueTypes.map((ofIssueTypes, i) => ({
    issueTypes: ofIssueTypes,
    projects: projects[i] as Projects,
    options: options[i] as Options,
  }));
}
