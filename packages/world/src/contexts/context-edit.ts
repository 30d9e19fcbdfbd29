import {
  checkContextName,
  createContext,
  replaceContext,
  requireContext,
  requireNoGlobalContext,
  requireProjectsFree,
  requireSubtasksEnabled,
  resolveIssueTypes,
  resolveProjects,
  type ContextRules,
} from './contexts.js';
import type { Id } from '../core/ids.js';
import type { Context, CustomField } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';

/** All of a context; what is left out is empty. */
export interface WholeContext {
  readonly name: string;
  readonly description?: string | undefined;
  /** For all projects, whatever the issue types. */
  readonly isGlobal: boolean;
  readonly projectIds?: readonly Id[] | undefined;
  readonly issueTypeIds?: readonly Id[] | undefined;
}

export interface ContextEditRules extends ContextRules {
  /** What becomes of a context that is global and has projects, or neither. */
  readonly contradiction: 'refuse' | 'list-wins' | 'flag-wins';
}

/**
 * Creates a context (`contextId` null) or overwrites everything of one but its options and default.
 *
 * @throws RuleError `context-contradiction`, `context-not-found`, and as `createContext`
 */
export function editContext(
  tx: Transaction,
  field: CustomField,
  contextId: Id | null,
  input: WholeContext,
  rules: ContextEditRules,
): Context {
  const before = contextId === null ? undefined : requireContext(tx.root, field.id, contextId);
  const { name, description = '', issueTypeIds = [] } = input;
  const { global, projectIds } = reachOf(input, rules);
  if (!before) {
    const unattached = !global && projectIds.length === 0;
    return createContext(tx, field.id, { name, description, projectIds, issueTypeIds, unattached }, rules);
  }
  const projects = resolveProjects(tx.root, projectIds);
  const issueTypes = resolveIssueTypes(tx.root, issueTypeIds);
  const checked = checkContextName(tx.root, field.id, name, rules, before);
  // What the context has already may stay, also with sub-tasks switched off since.
  requireSubtasksEnabled(
    tx.root,
    issueTypes.filter((id) => !before.issueTypeIds.includes(id)),
  );
  if (global) requireNoGlobalContext(tx.root, field.id, before);
  requireProjectsFree(tx.root, field.id, projects, before);
  return replaceContext(tx, {
    ...before,
    name: checked,
    description,
    global,
    projectIds: projects,
    issueTypeIds: issueTypes,
  });
}

/** To which projects a context shall apply, where flag and list may contradict each other. */
function reachOf(
  { isGlobal, projectIds = [] }: WholeContext,
  { contradiction }: ContextEditRules,
): { readonly global: boolean; readonly projectIds: readonly Id[] } {
  if (isGlobal !== (projectIds.length === 0)) {
    if (contradiction === 'refuse') throw new RuleError('context-contradiction', {});
    if (contradiction === 'list-wins') return { global: projectIds.length === 0, projectIds };
  }
  return { global: isGlobal, projectIds: isGlobal ? [] : projectIds };
}
