import { changeContext } from '../../contexts/context-change.js';
import { createContext, type ContextRules } from '../../contexts/contexts.js';
import type { Id } from '../../core/ids.js';
import type { Context } from '../../core/root.js';
import { RuleError } from '../../core/rule-error.js';
import type { Transaction } from '../../core/transaction.js';

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
 * @throws RuleError `context-contradiction`, and as `createContext` and `changeContext`
 */
export function editContext(
  tx: Transaction,
  fieldId: Id,
  contextId: Id | null,
  input: WholeContext,
  rules: ContextEditRules,
): Context {
  const { name, description = '', issueTypeIds = [] } = input;
  const { global, projectIds } = reachOf(input, rules);
  if (contextId === null) {
    const unattached = !global && projectIds.length === 0;
    return createContext(tx, fieldId, { name, description, projectIds, issueTypeIds, unattached }, rules);
  }
  const projects = { mode: 'replace', ids: projectIds, none: global ? 'all' : 'nothing' } as const;
  const issueTypes = { mode: 'replace', ids: issueTypeIds } as const;
  return changeContext(tx, fieldId, contextId, { name, description, projects, issueTypes }, rules);
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
