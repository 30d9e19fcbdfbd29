import { existsSync } from 'node:fs';
import { nearest } from '@fake-jira/profile';
import { UsageError } from './usage-error.js';

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

/** Whether a value that is a name or a file is a file: it has an ending that only files have, or it is there. */
export function isFile(value: string): boolean {
  return /\.(ya?ml|json)$/i.test(value) || value.includes('/') || existsSync(value);
}

/** @throws UsageError that names the nearest of the names there are */
export function knownName(what: string, value: string, names: readonly string[]): string {
  if (names.includes(value)) return value;
  const near = nearest(value, names);
  throw new UsageError(
    `There is no ${what} "${value}"${near.length > 0 ? `, but there is ${near.join(', ')}` : ''}. Or name a file: .yaml, .yml or .json.`,
  );
}
