import { requireFieldContext } from './contexts.js';
import { logOptions } from './events.js';
import { requireOptionsSupported } from './options.js';
import { idNumber, repeated, type Id } from './ids.js';
import type { Option, Root } from './root.js';
import { RuleError } from './rule-error.js';
import type { Transaction } from './transaction.js';

/*
 * Options of one level stand in the order of their ranks. A rank is a number between those of the neighbours, so
 * that moving or inserting one writes one entry; only when two neighbours leave no number between them is the level
 * numbered anew.
 */

type OrderKey = readonly [number, number, number, number];

/** The options of one level in their order: `parentId` 0 for the first level. */
export function* optionsOfLevel(root: Root, contextId: number, parentId = 0): Iterable<Option> {
  for (const [key] of root.optionOrder.entries([contextId, parentId, -Infinity, 0])) {
    if (key[0] !== contextId || key[1] !== parentId) return;
    yield root.options.get(key[3]) as Option;
  }
}

/** First-level options, then the children of each in turn, then theirs: the order in which Jira lists a context. */
export function* optionsOfContext(root: Root, contextId: number): Iterable<Option> {
  let level: Iterable<Option> = optionsOfLevel(root, contextId);
  for (;;) {
    const parents: Option[] = [];
    for (const option of level) {
      yield option;
      parents.push(option);
    }
    if (parents.length === 0) return;
    level = childrenOf(root, contextId, parents);
  }
}

function* childrenOf(root: Root, contextId: number, parents: readonly Option[]): Iterable<Option> {
  for (const parent of parents) yield* optionsOfLevel(root, contextId, parent.id);
}

/** The levels of a context that have options, each by the option above it: 0 for the first level. */
export function* levelsOfContext(root: Root, contextId: number): Iterable<number> {
  let key = root.optionOrder.nextHigherKey([contextId, -1, 0, 0]);
  while (key && key[0] === contextId) {
    yield key[1];
    key = root.optionOrder.nextHigherKey([contextId, key[1], Infinity, 0]);
  }
}

export function hasChildren(root: Root, option: Option): boolean {
  for (const _ of optionsOfLevel(root, option.contextId, option.id)) return true;
  return false;
}

function lastKey(root: Root, contextId: number, parentId: number): OrderKey | undefined {
  const key = root.optionOrder.nextLowerKey([contextId, parentId, Infinity, 0]);
  return key && key[0] === contextId && key[1] === parentId ? key : undefined;
}

/** Puts an option behind the last one of its level. */
export function appendToOrder(tx: Transaction, option: Option): void {
  const last = lastKey(tx.root, option.contextId, option.parentId);
  place(tx, option, last ? Math.floor(last[2]) + 1 : 0);
}

export function removeFromOrder(tx: Transaction, option: Option): void {
  const rank = tx.root.optionRanks.get(option.id) as number;
  tx.edit('optionOrder').delete([option.contextId, option.parentId, rank, option.id]);
  tx.edit('optionRanks').delete(option.id);
}

function place(tx: Transaction, option: Option, rank: number): void {
  tx.edit('optionOrder').set([option.contextId, option.parentId, rank, option.id], true);
  tx.edit('optionRanks').set(option.id, rank);
}

/** Where options go: behind one of their level, or to one of its ends. */
export type Destination = { readonly after: Id } | { readonly position: 'First' | 'Last' };

export interface Move {
  readonly optionIds: readonly Id[];
  readonly after?: Id | undefined;
  readonly position?: 'First' | 'Last' | undefined;
}

/**
 * Moves options of one level together, in the order given.
 *
 * @throws RuleError `after-and-position`, `neither-after-nor-position`, `duplicate-options`, `options-not-found`,
 *   `options-not-siblings`
 */
export function moveOptions(tx: Transaction, fieldId: Id, contextId: Id, move: Move): void {
  const [field, context] = requireFieldContext(tx.root, fieldId, contextId);
  requireOptionsSupported(field);
  const destination = destinationOf(move);
  const twice = repeated(move.optionIds.map(String));
  if (twice.length > 0) throw new RuleError('duplicate-options', { optionIds: twice });
  const named = 'after' in destination ? [...move.optionIds, destination.after] : move.optionIds;
  const found = named.map((id) => [id, tx.root.options.get(idNumber(id))] as const);
  const missing = found.filter(([, option]) => option?.contextId !== context.id).map(([id]) => String(id));
  if (missing.length > 0) throw new RuleError('options-not-found', { optionIds: missing });
  const options = found.map(([, option]) => option as Option);
  const moved = options.slice(0, move.optionIds.length);
  const parentId = options[0]?.parentId ?? 0;
  const strangers = options.filter((option) => option.parentId !== parentId);
  const anchor = 'after' in destination ? options.at(-1) : undefined;
  if (anchor && moved.includes(anchor)) strangers.push(anchor);
  if (strangers.length > 0) {
    throw new RuleError('options-not-siblings', { optionIds: strangers.map((option) => String(option.id)) });
  }
  if (moved.length === 0) return;
  for (const option of moved) removeFromOrder(tx, option);
  insertBlock(tx, moved, anchor ?? null, 'position' in destination ? destination.position : 'First');
  logOptions(tx, 'CustomFieldOptionMovedEvent', context, moved);
}

function destinationOf({ after, position }: Move): Destination {
  if (after !== undefined && position !== undefined) throw new RuleError('after-and-position', {});
  if (after !== undefined) return { after };
  if (position !== undefined) return { position };
  throw new RuleError('neither-after-nor-position', {});
}

/** Inserts options, which stand nowhere at the moment, behind `anchor` or at an end of their level. */
function insertBlock(tx: Transaction, block: readonly Option[], anchor: Option | null, end: 'First' | 'Last'): void {
  const { contextId, parentId } = block[0] as Option;
  if (!anchor && end === 'Last') {
    for (const option of block) appendToOrder(tx, option);
    return;
  }
  const before = anchor ? (tx.root.optionRanks.get(anchor.id) as number) : null;
  const nextKey = tx.root.optionOrder.nextHigherKey(
    anchor ? [contextId, parentId, before as number, anchor.id] : [contextId, parentId, -Infinity, 0],
  );
  const next = nextKey && nextKey[0] === contextId && nextKey[1] === parentId ? nextKey[2] : null;
  const low = before ?? (next === null ? -1 : next - block.length - 1);
  const high = next ?? low + block.length + 1;
  const step = (high - low) / (block.length + 1);
  const ranks = block.map((_, i) => low + step * (i + 1));
  const crowded = ranks.some((rank, i) => rank <= (ranks[i - 1] ?? low) || rank >= high);
  if (!crowded) {
    block.forEach((option, i) => place(tx, option, ranks[i] as number));
    return;
  }
  const others = [...optionsOfLevel(tx.root, contextId, parentId)];
  const at = anchor ? others.indexOf(anchor) + 1 : 0;
  orderLevel(tx, [...others.slice(0, at), ...block, ...others.slice(at)]);
}

/** Numbers the options of one level anew, in the order given. */
export function orderLevel(tx: Transaction, options: readonly Option[]): void {
  rankOptions(
    tx,
    options.map((option, i) => [option, i]),
  );
}

/** Gives options ranks of their own. What has its rank already is not written. */
export function rankOptions(tx: Transaction, ranked: readonly (readonly [Option, number])[]): void {
  const changed = ranked.filter(([option, rank]) => tx.root.optionRanks.get(option.id) !== rank);
  for (const [option] of changed) if (tx.root.optionRanks.has(option.id)) removeFromOrder(tx, option);
  for (const [option, rank] of changed) place(tx, option, rank);
}
