import { UsageError } from '../given/usage-error.js';

/** @throws UsageError where the value of an option is none of those it can have */
export function choice<Value extends string>(option: string, value: string, values: readonly Value[]): Value {
  if ((values as readonly string[]).includes(value)) return value as Value;
  throw new UsageError(`${option} cannot be "${value}". It is one of: ${values.join(', ')}.`);
}

/** @throws UsageError where the value of an option is no whole number within bounds */
export function wholeNumber(option: string, value: string, max: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number <= max) return number;
  throw new UsageError(`${option} cannot be "${value}". It is a whole number from 0 to ${max}.`);
}
