import { calibrate, isSameToAClient, openTarget, type Calibration } from '@fake-jira/contract';
import { appVersions, namedProfile, questions, type Answers, type Profile } from '@fake-jira/profile';
import { Target } from '@fake-jira/target';
import { credentialsOfTheFake } from '../src/cli/contract-target.js';
import { startFakeJira } from '../src/index.js';
import { Random } from './support/random.js';

const count = process.env['FAKE_JIRA_TESTS'] === 'all' ? 50 : 5;
const seeds = Array.from({ length: count }, (_, at) => at + 1);

/** What an instance is like that calibration knows nothing of. */
function hiddenProfile(seed: number): Profile {
  const random = new Random(seed);
  const isCloud = random.chance(0.25);
  const answers = Object.fromEntries(questions.map(({ id, answers: all }) => [id, random.pick(all)])) as Answers;
  const name = `blind-${seed}`;
  if (isCloud) return { ...namedProfile('cloud'), name, answers };
  return {
    ...namedProfile('data-center'),
    name,
    jira: { deployment: 'data-center', version: random.pick(['8.15.0', '8.16.0', '9.12.0']) },
    customfieldEditor: random.chance(0.9) ? random.pick(appVersions.customfieldEditor) : null,
    extender: random.chance(0.9) ? random.pick(appVersions.extender) : null,
    protectedFields: random.chance(0.8),
    answers,
  };
}

/** Knows the address and the credentials alone, and uses no control API. */
async function calibrated(hidden: Profile): Promise<Calibration> {
  const jira = await startFakeJira({ profile: hidden });
  try {
    const reached = new Target({ url: jira.url, credentials: credentialsOfTheFake });
    const target = await openTarget({ target: reached, asReal: true });
    return await calibrate({ target, runId: 'blind', name: hidden.name, evidence: 'a blind test' });
  } finally {
    await jira.close();
  }
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

  it('answers nothing wrongly', () => {
    const wrong = Object.entries(found.profile.answers).filter(
      ([id, seen]) => !isSameToAClient(id, seen, hidden.answers[id as keyof Answers] as string),
    );
    expect(wrong).toEqual([]);
  });

  it('answers some questions, and names all others with a reason', () => {
    const answered = Object.keys(found.profile.answers);
    expect(answered.length).toBeGreaterThanOrEqual(hidden.jira.deployment === 'cloud' ? 15 : 0);
    expect([...answered, ...found.open.map(({ question }) => question)].sort()).toEqual(
      questions.map(({ id }) => id).sort(),
    );
    expect(found.open.every(({ reason }) => reason.length > 20)).toBe(true);
    expect(Object.keys(found.profile.evidence).sort()).toEqual(answered.sort());
  });
});
