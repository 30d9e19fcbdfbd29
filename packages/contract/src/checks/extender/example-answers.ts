import { expect } from 'expect';
import type { Answer } from '../../stage/person.js';

/** Numbers as ids came with this version. */
export const since220 = { since: { extender: '2.20' } } as const;
/** Pages came with this version. */
export const since417 = { since: { extender: '4.17' } } as const;

export interface Message {
  readonly message: string;
}

/** The answer is the example, with ids and names of the target in place of those that it has. */
export function isTheExample({ body }: Answer, example: unknown, inPlaceOf: Readonly<Record<string, unknown>> = {}) {
  const from = Object.keys(inPlaceOf).map((text) => text.replaceAll(/[{}()]/g, '\\$&'));
  const text = JSON.stringify(example);
  // In one pass: an id of the target can be one of those of the example.
  const own =
    from.length === 0 ? text : text.replaceAll(new RegExp(from.join('|'), 'g'), (one) => String(inPlaceOf[one]));
  expect(body as unknown).toEqual(JSON.parse(own));
}
