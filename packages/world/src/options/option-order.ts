import type { Option, Root } from '../core/root.js';
import type { Transaction } from '../core/transaction.js';

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
  tx.put('optionRanks', option.id, last ? Math.floor(last[2]) + 1 : 0);
}

export function removeFromOrder(tx: Transaction, option: Option): void {
  tx.remove('optionRanks', option.id);
}

/** Inserts options, which stand nowhere at the moment, behind `anchor` or at an end of their level. */
export function insertBlock(
  tx: Transaction,
  block: readonly Option[],
  anchor: Option | null,
  end: 'First' | 'Last',
): void {
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
    block.forEach((option, i) => tx.put('optionRanks', option.id, ranks[i] as number));
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
  for (const [{ id }, rank] of ranked) if (tx.root.optionRanks.get(id) !== rank) tx.put('optionRanks', id, rank);
}
