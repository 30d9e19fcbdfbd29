import { removeOptionFromDefault } from '../default-values/default-values.js';
import type { Id } from '../core/ids.js';
import { clearOptionFromIssues, issuesWithOption } from '../issues/issue-values.js';
import { hasChildren, optionsOfContext, optionsOfLevel, orderLevel } from './option-order.js';
import { settleSequences } from './option-sequence.js';
import { forgetOption, requireOption, requireOptionContext } from './options.js';
import type { Context, Option, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';

export interface OptionDeletion {
  /** What happens to the options below it: Jira refuses, Customfield Editor takes them along. */
  readonly children: 'refuse' | 'delete';
  /** What happens where issues have the option as their value. */
  readonly used: 'refuse' | 'clear';
  /**
   * What becomes of the sequences behind it: they stay (`gap`), or the level is numbered anew. Not given: of the
   * order only, as in Jira's own API, which shows no sequences.
   */
  readonly sequences?: 'gap' | 'renumbered' | undefined;
}

/**
 * Deletes an option: from its level, from the default of its context, and from the issues that have it.
 *
 * @throws RuleError `options-not-supported`, `options-not-found`, `option-has-children`, `option-in-use`
 */
export function deleteOption(
  tx: Transaction,
  fieldId: Id,
  contextId: Id,
  optionId: Id,
  { children, used, sequences }: OptionDeletion,
): Option {
  const [, context] = requireOptionContext(tx.root, fieldId, contextId);
  const option = requireOption(tx.root, context.id, optionId);
  if (children === 'refuse' && hasChildren(tx.root, option)) {
    throw new RuleError('option-has-children', { optionId: String(option.id) });
  }
  const issueCount = issuesWithOption(tx.root, option.fieldId, option.id).length;
  if (used === 'refuse' && issueCount > 0) {
    throw new RuleError('option-in-use', { optionId: String(option.id), issueCount });
  }
  if (sequences === 'gap') settleSequences(tx, context.id, option.parentId);
  for (const one of subtree(tx.root, option).reverse()) removeOption(tx, one);
  if (sequences === 'renumbered') orderLevel(tx, [...optionsOfLevel(tx.root, context.id, option.parentId)]);
  tx.announce({ type: 'options-deleted', context, options: [option] });
  return option;
}

/** An option and all below it, each before its children. */
function subtree(root: Root, option: Option): Option[] {
  const found = [option];
  for (const one of found) found.push(...optionsOfLevel(root, one.contextId, one.id));
  return found;
}

function removeOption(tx: Transaction, option: Option): void {
  removeOptionFromDefault(tx, option);
  clearOptionFromIssues(tx, option.fieldId, option.id);
  forgetOption(tx, option);
}

/** Takes along every option of a context that is going away. */
export function removeOptionsOfContext(tx: Transaction, context: Context): void {
  for (const option of [...optionsOfContext(tx.root, context.id)].reverse()) removeOption(tx, option);
}
