import type { ErrorOutcome, Operation } from '../operation.js';
import type { PackedOperation, PackedTable } from '../table.js';

/**
 * Operations with every outcome written once, and its number where it is used: many operations share their responses,
 * and written out the outcomes would be nine tenths of the table.
 */
export function packed(
  operations: readonly Operation[],
  defaults: Readonly<Record<string, readonly ErrorOutcome[]>>,
): Pick<PackedTable, 'outcomes' | 'errors' | 'operations' | 'defaultErrors'> {
  const outcomes: ErrorOutcome[] = [];
  const errors: PackedTable['errors'][number][] = [];
  const outcomeNumbers = new Map<string, number>();
  const errorNumbers = new Map<string, number>();
  const numbersOf = (list: Readonly<Record<string, readonly ErrorOutcome[]>>): Record<string, number[]> =>
    Object.fromEntries(
      Object.entries(list).map(([code, ofCode]) => [
        code,
        ofCode.map((one) => numberOf(one, outcomes, outcomeNumbers)),
      ]),
    );
  return {
    operations: operations.map(({ errors: own, api: _api, ...rest }): PackedOperation => ({
      ...rest,
      errors: numberOf(numbersOf(own), errors, errorNumbers),
    })),
    defaultErrors: numbersOf(defaults),
    errors,
    outcomes,
  };
}

function numberOf<Value>(value: Value, list: Value[], known: Map<string, number>): number {
  const text = JSON.stringify(value);
  const before = known.get(text);
  if (before !== undefined) return before;
  known.set(text, list.length);
  return list.push(value) - 1;
}
