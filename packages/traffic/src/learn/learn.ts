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
import { answersIn, type AnswersFound, type ChangingFake } from './answers-in.js';
import { versionsIn, type Learnt } from './versions-in.js';

export interface LearnOptions {
  readonly exchanges: Iterable<TrafficExchange> | AsyncIterable<TrafficExchange>;
  /** Name of the profile. */
  readonly name: string;
  /** The moment at which the world comes into being; milliseconds since 1970. */
  readonly now: number;
  /** Makes a fake that tells answers to open questions apart; absent: none is learnt. */
  readonly fakeOf?: (profile: Profile) => Promise<ChangingFake & { readonly close: () => Promise<void> }>;
  /** Told how many exchanges were looked at for answers. */
  readonly onProgress?: (done: number, of: number) => void;
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
  /** How many open questions make a difference in such a Jira, as far as its versions are shown; undefined: none was asked. */
  readonly asked?: number;
}

/**
 * Learns from traffic which Jira an instance is, and what is in it. Of several instances that counts of which there is
 * most.
 *
 * @returns undefined where no exchange is of one of the APIs
 */
export async function learn({ exchanges, name, now, fakeOf, onProgress }: LearnOptions): Promise<Learning | undefined> {
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
  const versions: Profile = { ...learnt.versions, name, answers: {}, evidence: {} };
  const found = fakeOf && (await answersOf(own, versions, shownApis(learnt), { fakeOf, onProgress }));
  return {
    ...learnt,
    profile: { ...versions, ...(found && { answers: found.answers, evidence: found.evidence }) },
    evidence: [...learnt.evidence, ...answerLines(found)],
    contradictions: [...learnt.contradictions, ...(found?.contradictions ?? [])],
    ...(found && { asked: found.asked }),
    world,
    leftOut: worlds.leftOut,
    instance: own[0]?.instance ?? '',
    others: others.map(([first]) => first?.instance ?? ''),
    exchanges: own.length,
  };
}

async function answersOf(
  exchanges: readonly LocatedExchange[],
  profile: Profile,
  apis: ReadonlySet<string>,
  { fakeOf, onProgress }: Required<Pick<LearnOptions, 'fakeOf'>> & Pick<LearnOptions, 'onProgress'>,
): Promise<AnswersFound> {
  const fake = await fakeOf(profile);
  try {
    return await answersIn({ exchanges, profile, apis, fake, ...(onProgress && { onProgress }) });
  } finally {
    await fake.close();
  }
}

/** The APIs whose versions the traffic shows: what another version says is no answer. */
function shownApis({ versions, evidence }: Learnt): ReadonlySet<string> {
  const isShown = (what: string) =>
    evidence.some((line) => line.startsWith(`${what}: `) && !line.startsWith(`${what}: installed`));
  const isJiraShown = isShown('version') || isShown('date');
  return new Set(
    isJiraShown
      ? [
          'jira',
          ...(isShown('customfieldEditor') ? ['editor'] : []),
          ...(isShown('extender') ? ['extender'] : []),
          ...(versions.protectedFields ? ['protected'] : []),
        ]
      : [],
  );
}

function answerLines(found: AnswersFound | undefined): string[] {
  if (found === undefined) return [];
  return Object.entries(found.answers).map(([id, answer]) => `${id}: ${answer} (${found.evidence[id]})`);
}
