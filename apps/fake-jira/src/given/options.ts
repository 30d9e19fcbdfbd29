import { nearest } from '@fake-jira/profile';
import { UsageError } from './usage-error.js';

/** What the value of an option can be: whether it is, and in words. */
export interface OptionForm {
  readonly is: (value: unknown) => boolean;
  readonly words: string;
}

export const text: OptionForm = { is: (value) => typeof value === 'string', words: 'a text' };
export const flag: OptionForm = { is: (value) => typeof value === 'boolean', words: 'true or false' };
export const callback: OptionForm = { is: (value) => typeof value === 'function', words: 'a function' };

/** @param max - the largest that it can be */
export const wholeNumber = (max: number = Number.MAX_SAFE_INTEGER): OptionForm => ({
  is: (value) => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= max,
  words: `a whole number from 0 to ${max}`,
});

export const oneOf = (...values: readonly string[]): OptionForm => ({
  is: (value) => values.includes(value as string),
  words: `one of ${values.join(', ')}`,
});

export const listOf = ({ is, words }: OptionForm): OptionForm => ({
  is: (value) => Array.isArray(value) && value.every(is),
  words: `a list, each entry ${words}`,
});

/** An object that has these methods. */
export const having = (...methods: readonly string[]): OptionForm => ({
  is: (value) => methods.every((name) => typeof (value as Record<string, unknown> | null)?.[name] === 'function'),
  words: `an object with ${methods.map((name) => `${name}()`).join(', ')}`,
});

export const textOrObject: OptionForm = {
  is: (value) => typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value)),
  words: 'a name, the path of a file, or what such a file says as an object',
};

/**
 * Looks at options that a program gives, of which a compiler may have seen nothing.
 *
 * @param of - whose options they are, such as `startFakeJira`
 * @throws UsageError for one that there is not, with those that are like it, and for a value that it cannot have
 */
export function checkOptions(of: string, options: unknown, forms: Readonly<Record<string, OptionForm>>): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new UsageError(`${of} takes its options as an object, not ${shown(options)}.`);
  for (const [name, value] of Object.entries(options)) {
    const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
    if (!form) throw new UsageError(`${of} has no option "${name}"${hint(name, Object.keys(forms))}`);
    if (value !== undefined && !form.is(value))
      throw new UsageError(`The option "${name}" of ${of} cannot be ${shown(value)}: it is ${form.words}.`);
  }
}

/** `: did you mean "port"?`, or which there are. */
function hint(name: string, names: readonly string[]): string {
  const [best] = nearest(name, names, 1);
  return best === undefined ? `. It has: ${names.join(', ')}.` : `: did you mean "${best}"?`;
}

const longest = 60;

function shown(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  let json: string | undefined;
  try {
    json = JSON.stringify(value);
  } catch {
    json = undefined;
  }
  if (json === undefined || json.length > longest) return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  return json;
}
