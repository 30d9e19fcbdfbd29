import { optionsOfLevel, rankOptions } from './option-order.js';
import { updateOptions, type OptionRules } from './options.js';
import type { Context, CustomField, Option, Root } from '../core/root.js';
import type { Transaction } from '../core/transaction.js';

/*
 * The sequence of an option is its place on its level as Customfield Editor shows it: an integer, from 0. It follows
 * from the rank: an integer one is the sequence itself, so that a deleted option leaves a gap; where moving has put
 * an option between two others, those behind it count on. Only options to which an update gave one and the same
 * sequence share it, until sorting numbers the level anew.
 */

export interface SequencedOption {
  readonly option: Option;
  readonly sequence: number;
}

/** The options of one level in their order, each with its sequence: `parentId` 0 for the first level. */
export function* sequenced(root: Root, contextId: number, parentId = 0): Iterable<SequencedOption> {
  let last = { rank: NaN, sequence: -1 };
  for (const option of optionsOfLevel(root, contextId, parentId)) {
    const rank = root.optionRanks.get(option.id) as number;
    const sequence = rank === last.rank ? last.sequence : Math.max(Math.ceil(rank), last.sequence + 1);
    last = { rank, sequence };
    yield { option, sequence };
  }
}

/** The sequence of one option. Of many on one level, {@link sequenced} is quicker. */
export function sequenceOf(root: Root, option: Option): number {
  for (const one of sequenced(root, option.contextId, option.parentId))
    if (one.option.id === option.id) return one.sequence;
  throw new Error(`Option ${option.id} stands on no level.`);
}

/** Writes the sequences that the options of a level have as their ranks, so that what happens to one moves no other. */
export function settleSequences(tx: Transaction, contextId: number, parentId: number): void {
  rankOptions(
    tx,
    [...sequenced(tx.root, contextId, parentId)].map(({ option, sequence }) => [option, sequence]),
  );
}

export interface SequencedChange {
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Not negative. May leave a gap, or be that of another option: `sortOptions` repairs it. */
  readonly sequence?: number | undefined;
}

/**
 * Changes what is given of one option.
 *
 * @returns the option as it is now
 * @throws RuleError as `updateOptions`
 */
export function updateOption(
  tx: Transaction,
  field: CustomField,
  context: Context,
  option: Option,
  { value, disabled, sequence }: SequencedChange,
  rules: OptionRules,
): Option {
  const [changed = option] = updateOptions(tx, field.id, context.id, [{ id: option.id, value, disabled }], rules);
  if (sequence !== undefined) {
    settleSequences(tx, context.id, option.parentId);
    rankOptions(tx, [[changed, Math.max(0, sequence)]]);
    if (changed === option) tx.announce({ type: 'options-updated', context, before: [option], options: [option] });
  }
  return changed;
}
