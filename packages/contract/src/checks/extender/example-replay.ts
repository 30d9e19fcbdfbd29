import { expect } from 'expect';
import type { Needs } from '../../check.js';
import type { Answer } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';

/** How an example comes about on a target. */
export interface Replay {
  /** Beside the version of its operation. */
  readonly needs?: Needs;
  /** @param example - as it stands in the document */
  readonly run: (stage: Stage, example: never) => Promise<void>;
}

/** By operation, `request` or `answer`, and name of the example. */
export type Replays = Readonly<Record<string, Replay>>;

/** @param Value - what the example is */
export function replay<Value>(run: (stage: Stage, example: Value) => Promise<void>, needs: Needs = {}): Replay {
  return { needs, run };
}

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
