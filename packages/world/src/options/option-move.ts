import { requireFieldContext } from '../contexts/contexts.js';
import { idNumber, repeated, type Id } from '../core/ids.js';
import { insertBlock, removeFromOrder } from './option-order.js';
import { requireOptionsSupported } from './options.js';
import type { Option } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';

/** Where options go: behind one of their level, or to one of its ends. */
export type Destination = { readonly after: Id } | { readonly position: 'First' | 'Last' };

export interface Move {
  readonly optionIds: readonly Id[];
  readonly after?: Id | undefined;
  readonly position?: 'First' | 'Last' | undefined;
}

export interface MoveRules {
  /** What becomes of a move to nowhere: without a destination, or behind an option that is none of the others there. */
  readonly toNowhere: 'refuse' | 'ignore';
}

/**
 * Moves options of one level together, in the order given.
 *
 * @throws RuleError `after-and-position`, `neither-after-nor-position`, `duplicate-options`, `options-not-found`,
 *   `options-not-siblings`
 */
export function moveOptions(
  tx: Transaction,
  fieldId: Id,
  contextId: Id,
  move: Move,
  { toNowhere }: MoveRules = { toNowhere: 'refuse' },
): void {
  const [field, context] = requireFieldContext(tx.root, fieldId, contextId);
  requireOptionsSupported(field);
  const destination = destinationOf(move);
  if (!destination) {
    if (toNowhere === 'ignore') return;
    throw new RuleError('neither-after-nor-position', {});
  }
  const twice = repeated(move.optionIds.map(String));
  if (twice.length > 0) throw new RuleError('duplicate-options', { optionIds: twice });
  const named = 'after' in destination ? [...move.optionIds, destination.after] : move.optionIds;
  const found = named.map((id) => [id, tx.root.options.get(idNumber(id))] as const);
  const missing = found.filter(([, option]) => option?.contextId !== context.id).map(([id]) => String(id));
  if (missing.length > 0) {
    const argument = missing.some((id) => move.optionIds.map(String).includes(id)) ? 'optionIds' : 'after';
    throw new RuleError('options-not-found', { optionIds: missing, argument });
  }
  const options = found.map(([, option]) => option as Option);
  const moved = options.slice(0, move.optionIds.length);
  const parentId = options[0]?.parentId ?? 0;
  const strangers = options.filter((option) => option.parentId !== parentId);
  const anchor = 'after' in destination ? options.at(-1) : undefined;
  if (anchor && moved.includes(anchor)) strangers.push(anchor);
  if (strangers.length > 0) {
    if (toNowhere === 'ignore') return;
    throw new RuleError('options-not-siblings', { optionIds: strangers.map((option) => String(option.id)) });
  }
  if (moved.length === 0) return;
  for (const option of moved) removeFromOrder(tx, option);
  insertBlock(tx, moved, anchor ?? null, 'position' in destination ? destination.position : 'First');
  tx.announce({ type: 'options-moved', context, options: moved });
}

function destinationOf({ after, position }: Move): Destination | undefined {
  if (after !== undefined && position !== undefined) throw new RuleError('after-and-position', {});
  if (after !== undefined) return { after };
  return position === undefined ? undefined : { position };
}
