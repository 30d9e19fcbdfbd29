import { removeContext } from '../../contexts/context-deletion.js';
import { contextsOfField } from '../../contexts/contexts.js';
import { RuleError } from '../../core/rule-error.js';
import type { Transaction } from '../../core/transaction.js';

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
