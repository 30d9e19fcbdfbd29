import { appVersions } from '@fake-jira/profile';
import type { ContractApi } from '../apis.js';
import { checksOf, type Check, type Needs, type RuleFacts } from '../check.js';
import { unnamed, type Example } from './example-list.js';
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

/** By operation, `request` or the status of the answer, and name of the example where it has one. */
export type Replays = Readonly<Record<string, Replay>>;

/** @param Value - what the example is */
export function replay<Value>(run: (stage: Stage, example: Value) => Promise<void>, needs: ReplayNeeds = {}): Replay {
  return { needs, run };
}

/** The replays of a document by the resource that their checks are of. */
export type ReplayParts = readonly (readonly [resource: string, replays: Replays])[];

/** The check that replays an example as one of the parts says. */
export function checkOfReplay(api: ContractApi, parts: ReplayParts, example: Example): Check {
  const { operation, part, name, value } = example;
  const key = [operation, part, ...(name === unnamed ? [] : [name])].join(' ');
  const [resource, replays] = parts.find(([, each]) => Object.hasOwn(each, key)) ?? [];
  const replay = replays?.[key];
  if (resource === undefined || !replay) throw new Error(`The example ${key} has no replay.`);
  return checkOfExample(api, resource, example, (stage) => replay.run(stage, value as never), replay.needs);
}

/**
 * The check that replays an example.
 *
 * @param needs - beside those of the example itself; of two versions the later counts
 */
export function checkOfExample(
  api: ContractApi,
  resource: string,
  { operation, part, name, place, evidence, needs: own }: Example,
  run: (stage: Stage) => Promise<void>,
  needs: ReplayNeeds = {},
): Check {
  const title = `${operation} ${part === 'request' ? part : `answers ${part}`} as in ${name}`;
  const since = latest(own.since, needs.since);
  return checksOf(api, resource).example(place, title, run, {
    evidence,
    ...own,
    ...needs,
    ...(since && { since }),
    answers: { ...own.answers, ...needs.answers },
  });
}

function latest(one: Needs['since'], other: Needs['since']): Needs['since'] {
  if (!one || !other) return one ?? other;
  const later = Object.entries(one).filter(([app, version]) => {
    const order: readonly string[] = appVersions[app as keyof typeof appVersions];
    const against = other[app as keyof typeof other];
    return against === undefined || order.indexOf(version) > order.indexOf(against);
  });
  return { ...other, ...Object.fromEntries(later) };
}
