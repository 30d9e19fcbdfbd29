import type { WorldFile } from '@fake-jira/fixtures';
import { buildWorld } from '@fake-jira/fixtures/build-world';
import { checkWorldFile } from '@fake-jira/fixtures/check-world-file';
import { namedProfile, type Profile } from '@fake-jira/profile';
import { concealed } from '../conceal/conceal.js';
import type { TrafficExchange } from '../exchange.js';
import { locateExchange, type LocatedExchange } from '../located.js';
import { seenIn } from '../world/collect.js';
import { SoundWorlds } from '../world/sound.js';
import { worldOf } from '../world/world-of.js';
import { versionsIn, type Learnt } from './versions-in.js';

export interface LearnOptions {
  readonly exchanges: Iterable<TrafficExchange> | AsyncIterable<TrafficExchange>;
  /** Name of the profile. */
  readonly name: string;
  /** The moment at which the world comes into being; milliseconds since 1970. */
  readonly now: number;
}

/** What traffic shows of an instance. */
export interface Learning extends Learnt {
  readonly profile: Profile;
  /** What the answers show, people under other names. */
  readonly world: WorldFile;
  /** What did not fit into one world, a line each. */
  readonly leftOut: readonly string[];
  /** Whose traffic it is; empty where the files have no hosts. */
  readonly instance: string;
  /** Other instances in the files, which nothing was learnt of. */
  readonly others: readonly string[];
  readonly exchanges: number;
}

/**
 * Learns from traffic which Jira an instance is, and what is in it. Of several instances that counts of which there is
 * most.
 *
 * @returns undefined where no exchange is of one of the APIs
 */
export async function learn({ exchanges, name, now }: LearnOptions): Promise<Learning | undefined> {
  const everywhere = namedProfile('all');
  const byInstance = new Map<string, LocatedExchange[]>();
  for await (const exchange of exchanges) {
    const found = locateExchange(exchange, everywhere);
    if (!('located' in found)) continue;
    const { instance } = found.located;
    byInstance.set(instance, [...(byInstance.get(instance) ?? []), found.located]);
  }
  const [most, ...others] = [...byInstance.values()].sort((a, b) => b.length - a.length);
  if (most === undefined) return undefined;
  const own = concealed(most);
  const learnt = versionsIn(own);
  const worlds = new SoundWorlds();
  const world = worlds.try(worldOf(seenIn(own)), (file) => {
    buildWorld(checkWorldFile(file, { name: 'world' }), { now });
  });
  return {
    ...learnt,
    profile: { ...learnt.versions, name, answers: {}, evidence: {} },
    world,
    leftOut: worlds.leftOut,
    instance: own[0]?.instance ?? '',
    others: others.map(([first]) => first?.instance ?? ''),
    exchanges: own.length,
  };
}
