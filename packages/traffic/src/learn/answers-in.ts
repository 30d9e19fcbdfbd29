import { holdsIn, questions, type Profile, type Question, type QuestionId } from '@fake-jira/profile';
import { addressOf, ask, whyNotAsked } from '../check/ask.js';
import { Stage, type AskedFake } from '../check/asked-fake.js';
import { differencesOf } from '../check/compare.js';
import { Scenes, type Scene } from '../check/scenes.js';
import type { Answer } from '../check/send.js';
import type { LocatedExchange } from '../located.js';
import { seenIn } from '../world/collect.js';

/** A fake that can be of one profile after another. */
export interface ChangingFake extends AskedFake {
  /** Goes on as another Jira in the world that it has; a reset leads back to the first one. */
  become(profile: Profile): void;
}

export interface AnswersFound {
  readonly answers: Profile['answers'];
  /** By question: the exchange that shows it. */
  readonly evidence: Readonly<Record<string, string>>;
  /** Questions that one exchange answers so, and another otherwise. */
  readonly contradictions: readonly string[];
  /** How many questions make a difference in such a Jira. */
  readonly asked: number;
}

export interface AnswersInOptions {
  readonly exchanges: readonly LocatedExchange[];
  /** The versions, which are known by now; what it has of answers is taken for known. */
  readonly profile: Profile;
  /** APIs of which the version is known: of the others nothing follows. */
  readonly apis: ReadonlySet<Question['api']>;
  readonly fake: ChangingFake;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Of more exchanges of one operation with one status nothing new is to be expected. */
const mostAlike = 4;

/** More combinations of answers than that are not told apart. */
const mostCombinations = 256;

/**
 * Finds out which answers to open questions traffic shows. The fake itself is the judge: an exchange shows an answer where
 * the fake says the same with that one, and something else with every other, whatever it has for the other questions on
 * which that response depends. What more than one combination of answers explains shows nothing.
 */
export async function answersIn(options: AnswersInOptions): Promise<AnswersFound> {
  const { profile, apis } = options;
  const open = questions.filter(({ id, api }) => apis.has(api) && holdsIn(id, profile));
  const known = new Known(open);
  const chosen = worthAsking(options.exchanges, apis);
  const asker = new Asker(options.fake, profile);
  const scenes = new Scenes(seenIn(options.exchanges));
  let done = 0;
  for (const located of options.exchanges) {
    if (chosen.has(located)) {
      const own = open.filter(({ api }) => api === 'jira' || api === apiOf(located));
      known.take(located, await explanations(located, { scenes: [...scenes.of(located)], own, asker }));
      options.onProgress?.(++done, chosen.size);
    }
    scenes.passed(located);
  }
  return { ...known.found(), asked: open.length };
}

/** Of each operation and status the first few; of no API whose version nobody knows. */
function worthAsking(
  exchanges: readonly LocatedExchange[],
  apis: ReadonlySet<Question['api']>,
): ReadonlySet<LocatedExchange> {
  const counts = new Map<string, number>();
  return new Set(
    exchanges.filter((located) => {
      if (whyNotAsked(located) !== undefined || !apis.has(apiOf(located))) return false;
      const kind = `${located.location.operation.operationId} ${located.exchange.status}`;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return counts.get(kind)! <= mostAlike;
    }),
  );
}

const apiNames: Readonly<Record<string, Question['api']>> = {
  'jira-cloud': 'jira',
  'customfield-editor': 'editor',
  extender: 'extender',
  'protected-fields': 'protected',
};

function apiOf({ location }: LocatedExchange): Question['api'] {
  return apiNames[location.api as string] ?? '';
}

/** By question: the answers with which the fake can have said what an exchange has. Those that are not there are all. */
type Possible = ReadonlyMap<QuestionId, ReadonlySet<string>>;

interface Judging {
  readonly scenes: readonly Scene[];
  readonly own: readonly Question[];
  readonly asker: Asker;
}

/** @returns undefined where no combination explains it, or more than can be told apart */
async function explanations(located: LocatedExchange, { scenes, own, asker }: Judging): Promise<Possible | undefined> {
  const possible = new Map<QuestionId, Set<string>>();
  let isExplained = false;
  for (const scene of distinct(scenes)) {
    const influential: Question[] = [];
    const byDefault = await asker.say(located, scene, {});
    for (const question of own) {
      for (const answer of question.answers) {
        if (answer === question.default) continue;
        const other = await asker.say(located, scene, { [question.id]: answer });
        if (formOf(other) === formOf(byDefault)) continue;
        influential.push(question);
        break;
      }
    }
    const combinations = combinationsOf(influential);
    // What stays unasked could explain it too.
    if (combinations === undefined) return undefined;
    for (const answers of combinations) {
      if (differencesOf(located, await asker.say(located, scene, answers)).length > 0) continue;
      isExplained = true;
      for (const { id, answers: all } of own) {
        const now = possible.get(id) ?? new Set<string>();
        const these = id in answers ? [answers[id] as string] : all;
        for (const one of these) now.add(one);
        possible.set(id, now);
      }
    }
  }
  return isExplained ? possible : undefined;
}

function distinct(scenes: readonly Scene[]): Scene[] {
  return [...new Map(scenes.map((scene) => [JSON.stringify(scene), scene])).values()];
}

function combinationsOf(influential: readonly Question[]): Readonly<Record<string, string>>[] | undefined {
  const count = influential.reduce((product, { answers }) => product * answers.length, 1);
  if (count > mostCombinations) return undefined;
  return influential.reduce<Readonly<Record<string, string>>[]>(
    (all, { id, answers }) => all.flatMap((one) => answers.map((answer) => ({ ...one, [id]: answer }))),
    [{}],
  );
}

/** An answer as a text, without what is another one each time. */
function formOf({ status, headers, body }: Answer): string {
  const told = Object.entries(headers).filter(
    ([name]) => !/^(?:date|x-arequestid|etag|connection|keep-alive)$/.test(name),
  );
  return JSON.stringify([status, told.sort(), body]).replace(
    /\d{4}-\d\d-\d\dT[\d:.]+|(?<![\w.])\d{10,13}(?![\w.])/g,
    (moment) => moment.replace(/\d/g, '0'),
  );
}

/** Asks the fake of one profile after another. */
class Asker {
  readonly #stage: Stage;
  readonly #profiles = new Map<string, Profile>();
  #said = new Map<string, Answer>();
  #about: LocatedExchange | undefined;

  constructor(
    readonly fake: ChangingFake,
    readonly profile: Profile,
  ) {
    this.#stage = new Stage(fake);
  }

  async say(located: LocatedExchange, scene: Scene, answers: Readonly<Record<string, string>>): Promise<Answer> {
    if (this.#about !== located) this.#said = new Map();
    this.#about = located;
    const world = JSON.stringify(scene.world);
    const key = JSON.stringify([answers, scene.headers, world]);
    const known = this.#said.get(key);
    if (known) return known;
    this.#stage.enter(scene.world, world);
    this.fake.become(this.#profileWith(answers));
    const said = await ask(located, scene, this.fake);
    this.#said.set(key, said);
    return said;
  }

  /** The same object each time, by which much is kept that is worked out of a profile. */
  #profileWith(answers: Readonly<Record<string, string>>): Profile {
    const others = Object.entries(answers).filter(
      ([id, answer]) => questions.find((one) => one.id === id)?.default !== answer,
    );
    const key = JSON.stringify(others);
    const known = this.#profiles.get(key);
    if (known) return known;
    const made: Profile = { ...this.profile, answers: { ...this.profile.answers, ...Object.fromEntries(others) } };
    this.#profiles.set(key, made);
    return made;
  }
}

/** What is left of the answers to each question. */
class Known {
  readonly #left: Map<QuestionId, { answers: ReadonlySet<string>; by: string }>;
  readonly #contradictions = new Map<QuestionId, string>();

  constructor(readonly open: readonly Question[]) {
    this.#left = new Map(open.map(({ id, answers }) => [id, { answers: new Set<string>(answers), by: '' }]));
  }

  take({ exchange, ...located }: LocatedExchange, possible: Possible | undefined): void {
    if (possible === undefined) return;
    const by = `${exchange.place}: ${exchange.method} ${addressOf({ exchange, ...located }).split('?')[0]}`;
    for (const { id, answers } of this.open) {
      const these = possible.get(id);
      const before = this.#left.get(id);
      if (these === undefined || before === undefined || these.size === answers.length) continue;
      const left = new Set([...before.answers].filter((one) => these.has(one)));
      if (left.size === 0)
        this.#contradictions.set(
          id,
          `${id}: ${[...before.answers].join(' or ')} (${before.by}), and ${[...these].join(' or ')} (${by})`,
        );
      else if (left.size < before.answers.size) this.#left.set(id, { answers: left, by });
    }
  }

  found(): Omit<AnswersFound, 'asked'> {
    const shown = [...this.#left].filter(([id, { answers }]) => answers.size === 1 && !this.#contradictions.has(id));
    return {
      answers: Object.fromEntries(shown.map(([id, { answers }]) => [id, [...answers][0]])),
      evidence: Object.fromEntries(shown.map(([id, { by }]) => [id, by])),
      contradictions: [...this.#contradictions.values()],
    };
  }
}
