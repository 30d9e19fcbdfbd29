import { ContractFailure } from '../failure.js';

/** Where an answer may be other than its example. */
export interface Freedom {
  /** Keys whose values may be null, whatever the example has. */
  readonly nullable?: readonly string[];
  /** Keys of the example that an answer need not have. */
  readonly absent?: readonly string[];
  /** Keys that the example has not been brought up to date with; any, where the document shows a part of the answer. */
  readonly additional?: readonly string[] | 'any';
  /** Keys whose values the client chose, so that they are those of the example. */
  readonly same?: readonly string[];
}

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

/**
 * Holds an answer to the shape of an example: the same keys, values of the same types, and those values that the client
 * chose. Entries of a list beyond those of the example have the shape of its last one.
 *
 * @throws ContractFailure that names what is other than in the example
 */
export function isLike(example: unknown, answer: unknown, freedom: Freedom = {}): void {
  const found = differences(example, answer, freedom, '');
  if (found.length > 0) throw new ContractFailure(`The answer is not as the example: ${found.join('; ')}.`);
}

function differences(example: unknown, answer: unknown, freedom: Freedom, at: string): string[] {
  const key = at.split('.').at(-1) ?? '';
  const here = at === '' ? 'the body' : at;
  if (answer === null && freedom.nullable?.includes(key)) return [];
  if (kindOf(example) !== kindOf(answer)) return [`${here} is ${kindOf(answer)}, not ${kindOf(example)}`];
  if (Array.isArray(example) && Array.isArray(answer)) {
    if (example.length === 0) return [];
    return answer.flatMap((entry, index) =>
      differences(example[index] ?? example.at(-1), entry, freedom, at === '' ? '*' : `${at}.*`),
    );
  }
  if (kindOf(example) !== 'object') {
    if (example === answer || !freedom.same?.includes(key)) return [];
    return [`${here} is ${JSON.stringify(answer)}, not ${JSON.stringify(example)}`];
  }
  const [wanted, given] = [example, answer] as [Record<string, unknown>, Record<string, unknown>];
  const inside = (name: string) => (at === '' ? name : `${at}.${name}`);
  return [
    ...Object.keys(given)
      .filter((name) => freedom.additional !== 'any' && !Object.hasOwn(wanted, name))
      .filter((name) => !freedom.additional?.includes(name))
      .map((name) => `${inside(name)} is too much`),
    ...Object.entries(wanted).flatMap(([name, value]) => {
      if (Object.hasOwn(given, name)) return differences(value, given[name], freedom, inside(name));
      return freedom.absent?.includes(name) ? [] : [`${inside(name)} is missing`];
    }),
  ];
}
