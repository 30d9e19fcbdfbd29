import { optionsOfLevel, orderLevel } from './option-order.js';
import type { Context, Option } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';

/** How much of a difference counts, by the names of Java's collator. */
export type CollatorStrength = 'PRIMARY' | 'SECONDARY' | 'TERTIARY' | 'IDENTICAL';

export interface SortOrder {
  readonly descending: boolean;
  /** IETF BCP 47 tag. */
  readonly locale: string;
  readonly strength: CollatorStrength;
}

// Base letters; accents too; case and other variants too; and in the end the code points.
const sensitivities: Readonly<Record<CollatorStrength, 'base' | 'accent' | 'variant'>> = {
  PRIMARY: 'base',
  SECONDARY: 'accent',
  TERTIARY: 'variant',
  IDENTICAL: 'variant',
};

/**
 * Sorts the options of one level by the rules of a language and numbers them from 0. Those that count as equal keep
 * their order.
 *
 * @param parentId - 0 for the first level
 * @throws RuleError `locale-unknown`
 */
export function sortOptions(tx: Transaction, context: Context, parentId: number, order: SortOrder): void {
  const compare = comparator(order);
  const options = [...optionsOfLevel(tx.root, context.id, parentId)];
  options.sort((a, b) => (order.descending ? compare(b, a) : compare(a, b)));
  orderLevel(tx, options);
  tx.announce({ type: 'options-sorted', context, options });
}

function comparator({ locale, strength }: SortOrder): (a: Option, b: Option) => number {
  requireLocale(locale);
  const collator = new Intl.Collator(locale, {
    usage: 'sort',
    sensitivity: sensitivities[strength],
    // Whatever the tag asks for (`de-u-kn`): digits are letters, lower case stands first, nothing is skipped.
    numeric: false,
    caseFirst: 'false',
    ignorePunctuation: false,
  });
  if (strength !== 'IDENTICAL') return (a, b) => collator.compare(a.value, b.value);
  return (a, b) => collator.compare(a.value, b.value) || compareCodePoints(a.value, b.value);
}

/** @throws RuleError `locale-unknown` for what is no tag, or one of a language that the platform cannot sort by */
function requireLocale(locale: string): void {
  try {
    if (Intl.Collator.supportedLocalesOf(locale).length > 0) return;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new RuleError('locale-unknown', { locale });
}

/** UTF-8 keeps the order of code points, which UTF-16 does not. */
function compareCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
