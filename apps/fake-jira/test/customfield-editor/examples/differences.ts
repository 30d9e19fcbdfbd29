/** Where an answer is not what the example is. */
export interface Difference {
  /** `values.*.fieldId` */
  readonly at: string;
  /**
   * `value`: another one of the same type. `absent`: the key of the example is not there. `length`: a list has more or
   * fewer entries. `type` and `additional` are a wrong shape, which nothing excuses.
   */
  readonly kind: 'value' | 'absent' | 'length' | 'type' | 'additional';
}

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

/** Compares an answer with an example, key by key and entry by entry. */
export function differences(example: unknown, answer: unknown, at = ''): Difference[] {
  const inside = (key: string) => (at === '' ? key : `${at}.${key}`);
  if (typeOf(example) !== typeOf(answer)) return [{ at, kind: 'type' }];
  if (Array.isArray(example) && Array.isArray(answer)) {
    const length: Difference[] = example.length === answer.length ? [] : [{ at, kind: 'length' }];
    // Entries beyond those of the example have the shape of its last one.
    const entries = example.length === 0 ? [] : answer.map((entry, i) => [example[i] ?? example.at(-1), entry]);
    return [...length, ...entries.flatMap(([one, entry]) => differences(one, entry, inside('*')))];
  }
  if (typeOf(example) === 'object') {
    const wanted = example as Record<string, unknown>;
    const found = answer as Record<string, unknown>;
    const additional = Object.keys(found).filter((key) => !Object.hasOwn(wanted, key));
    return [
      ...additional.map((key): Difference => ({ at: inside(key), kind: 'additional' })),
      ...Object.entries(wanted).flatMap(([key, value]): Difference[] =>
        Object.hasOwn(found, key) ? differences(value, found[key], inside(key)) : [{ at: inside(key), kind: 'absent' }],
      ),
    ];
  }
  return example === answer ? [] : [{ at, kind: 'value' }];
}
