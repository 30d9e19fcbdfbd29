import { createOptions, findOptionByValue, requireParentOption } from '../../options/options.js';
import type { Id } from '../../core/ids.js';
import type { Context, CustomField, Option, Root } from '../../core/root.js';
import type { Transaction } from '../../core/transaction.js';

export interface OptionAdditionRules {
  /** Whether `Red` and `red` count as one value. */
  readonly ignoreCase: boolean;
  /** What becomes of a value that its level has already, or that comes twice. */
  readonly duplicates: 'refuse' | 'skip' | 'add';
}

/**
 * Adds values behind those of a level, all or none but for duplicates that are skipped.
 *
 * @param parentId - the option above them; absent: the first level
 * @returns the options that were added
 * @throws RuleError as `createOptions`
 */
export function addOptionValues(
  tx: Transaction,
  field: CustomField,
  context: Context,
  { values, parentId }: { readonly values: readonly string[]; readonly parentId?: Id | undefined },
  { ignoreCase, duplicates }: OptionAdditionRules,
): Option[] {
  const level = parentId === undefined ? 0 : requireParentOption(tx.root, field, context.id, parentId).id;
  const wanted = duplicates === 'skip' ? newValues(tx.root, context.id, level, values, ignoreCase) : values;
  return createOptions(
    tx,
    field.id,
    context.id,
    wanted.map((value) => ({ value, parentId })),
    { ignoreCase, uniqueIn: duplicates === 'add' ? 'nowhere' : 'level' },
  );
}

function newValues(
  root: Root,
  contextId: number,
  parentId: number,
  values: readonly string[],
  ignoreCase: boolean,
): string[] {
  const seen = new Set<string>();
  return values.filter((given) => {
    const value = given.trim();
    const key = ignoreCase ? value.toLowerCase() : value;
    if (seen.has(key) || findOptionByValue(root, contextId, parentId, value, { ignoreCase })) return false;
    seen.add(key);
    return true;
  });
}
