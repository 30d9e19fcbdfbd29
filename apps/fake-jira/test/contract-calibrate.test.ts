import {
  allChecks,
  calibrate,
  compare,
  isSameToAClient,
  openTarget,
  record,
  selectChecks,
  whyUnobservable,
  type Calibration,
  type Check,
  type Recording,
  type Selection,
} from '@fake-jira/contract';
import { answer, holdsIn, questions, type Profile, type QuestionId } from '@fake-jira/profile';
import { Target } from '@fake-jira/target';
import { credentialsOfTheFake } from '../src/cli/contract-target.js';
import { startFakeJira } from '../src/index.js';
import { hiddenProfile } from './support/hidden-profile.js';

const all = process.env['FAKE_JIRA_TESTS'] === 'all';
/** The one is a Data Center with old and new apps; answers.test.ts has each answer by itself. */
const seeds = all ? Array.from({ length: 50 }, (_, at) => at + 1) : [28];

/** A part of the suite for each seed, another one for the next: together they are all of it, several times over. */
const parts = all ? 10 : 40;
/** Of these the whole suite is compared: Cloud, and Data Center with old and new versions of the apps. */
const wholly: ReadonlySet<number> = new Set(all ? [7, 22, 34, 37] : []);

/** Knows the address and the credentials alone, and uses no control API. */
async function calibrated(hidden: Profile): Promise<Calibration> {
  const jira = await startFakeJira({ profile: hidden });
  try {
    const reached = new Target({ url: jira.url, credentials: credentialsOfTheFake });
    const target = await openTarget({ target: reached, asReal: true });
    // The schedule of the event log is the instance's own: somebody has allowed to try it.
    return await calibrate({
      target,
      runId: 'blind',
      name: hidden.name,
      evidence: 'a blind test',
      allowDestructive: true,
    });
  } finally {
    await jira.close();
  }
}

/** What a fake of a profile answers to a part of the suite, asked as the calibrated one would be. */
async function recorded(profile: Profile, known: Profile, checks: readonly Check[]): Promise<Recording> {
  const jira = await startFakeJira({ profile });
  try {
    const reached = new Target({ url: jira.url, credentials: credentialsOfTheFake });
    const target = await openTarget({ target: reached, profile: known, asReal: true });
    return await record({ target, runId: 'blind', checks });
  } finally {
    await jira.close();
  }
}

const partOf = (selection: Selection) => selectChecks(allChecks, selection, () => 'documented');

/** Whether the answer to a question makes a difference that a request can show, in a Jira of which all is known. */
function isObservable(question: QuestionId, hidden: Profile): boolean {
  return holdsIn(question, hidden) && whyUnobservable(question, hidden) === undefined;
}

describe.each(seeds)('calibration of an instance that it does not know, %i', (seed) => {
  const hidden = hiddenProfile(seed);
  let found: Calibration;
  beforeAll(async () => {
    found = await calibrated(hidden);
  }, 60_000);

  it('finds its versions', () => {
    const { jira, customfieldEditor, extender, protectedFields } = hidden;
    expect(found.profile).toMatchObject({ jira, customfieldEditor, extender, protectedFields });
  });

  it('answers every question that a request can answer, and none wrongly', () => {
    const asked = questions.filter(({ id }) => isObservable(id, hidden)).map(({ id }) => id);
    const seen = asked.map((id) => {
      const [given, right] = [found.profile.answers[id] as string | undefined, answer(hidden, id) as string];
      const isRight = given !== undefined && isSameToAClient(id, given, right, hidden);
      return `${id}: ${isRight ? right : String(given)}`;
    });
    expect(seen).toEqual(asked.map((id) => `${id}: ${answer(hidden, id) as string}`));
  });

  it('leaves open what no request can answer, with the reason', () => {
    const hiddenOnes = questions.filter(({ id }) => !isObservable(id, hidden)).map(({ id }) => id);
    // One that is listed and has been answered all the same: the list is too wide.
    expect(found.open.map(({ question }) => question)).toEqual(hiddenOnes);
    // The instance as far as it can be known: whether an answer makes a difference can depend on one that cannot.
    const known = { ...hidden, answers: found.profile.answers };
    for (const { question, why, reason } of found.open) {
      expect([question, why]).toEqual([question, holdsIn(question, known) ? 'unobservable' : 'no-difference']);
      expect(reason.length).toBeGreaterThan(20);
    }
    expect(Object.keys(found.profile.evidence).sort()).toEqual(Object.keys(found.profile.answers).sort());
  });

  it('makes a fake that a comparison does not tell from it', async () => {
    const part = wholly.has(seed) ? allChecks : partOf({ shard: { index: (seed % parts) + 1, of: parts } });
    const before = await recorded(hidden, found.profile, part);
    const after = await recorded(found.profile, found.profile, part);
    const { differences, missing, compared } = compare(before, after);
    expect(differences).toEqual([]);
    expect(missing).toEqual([]);
    expect(compared).toBeGreaterThan(5);
  }, 300_000);
});

it('a comparison tells a fake with another answer from it', async () => {
  const hidden = hiddenProfile(7);
  const before = answer(hidden, 'jira.unknown-property');
  const after = before === '400' ? 'ignored' : '400';
  const other = { ...hidden, answers: { ...hidden.answers, 'jira.unknown-property': after } } as const;
  const part = partOf({ grep: 'jira.unknown-property' });
  const { differences } = compare(await recorded(hidden, hidden, part), await recorded(other, hidden, part));
  expect(differences[0]).toMatchObject({ aspect: 'verdict', before, after });
});
