import type { Needs, RuleFacts } from '../check.js';
import type { Stage } from '../stage/stage.js';

/** What a replay needs, and what is known of an example that does not stand in the mirrored document. */
export type ReplayNeeds = Needs & Partial<RuleFacts>;

/** How an example comes about on a target. */
export interface Replay {
  /** Beside the version of its operation. */
  readonly needs?: ReplayNeeds;
  /** @param example - as it stands in the document */
  readonly run: (stage: Stage, example: never) => Promise<void>;
}

/** By operation, `request` or `answer`, and name of the example. */
export type Replays = Readonly<Record<string, Replay>>;

/** @param Value - what the example is */
export function replay<Value>(run: (stage: Stage, example: Value) => Promise<void>, needs: ReplayNeeds = {}): Replay {
  return { needs, run };
}
