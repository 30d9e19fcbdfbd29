import { moveOptions } from '../../options/option-move.js';
import { optionsOfLevel } from '../../options/option-order.js';
import type { Option, Root } from '../../core/root.js';
import { RuleError } from '../../core/rule-error.js';
import type { Transaction } from '../../core/transaction.js';

/** The place of an option on its level, from 1: its rank, without gaps. */
export function positionOf(root: Root, option: Option): number {
  let position = 0;
  for (const other of optionsOfLevel(root, option.contextId, option.parentId)) {
    position++;
    if (other.id === option.id) return position;
  }
  throw new Error(`Option ${option.id} stands on no level.`);
}

/**
 * Moves an option to a place on its level.
 *
 * @param position - from 1
 * @param rules - `beyondEnd`: whether a place behind the last one means the last one
 * @throws RuleError `option-position-beyond-end`
 */
export function setOptionPosition(
  tx: Transaction,
  option: Option,
  position: number,
  { beyondEnd }: { readonly beyondEnd: 'clamp' | 'refuse' },
): void {
  const others = [...optionsOfLevel(tx.root, option.contextId, option.parentId)].filter(({ id }) => id !== option.id);
  const count = others.length + 1;
  if (position > count && beyondEnd === 'refuse')
    throw new RuleError('option-position-beyond-end', { position, count });
  if (positionOf(tx.root, option) === Math.min(position, count)) return;
  const before = others[Math.min(position, count) - 2];
  const destination = before ? { after: before.id } : { position: 'First' as const };
  moveOptions(tx, option.fieldId, option.contextId, { optionIds: [option.id], ...destination });
}
