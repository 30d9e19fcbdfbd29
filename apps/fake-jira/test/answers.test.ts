import {
  allChecks,
  ContractRun,
  isSameToAClient,
  matrixProfiles,
  runCheck,
  whyUnobservable,
} from '@fake-jira/contract';
import { holdsIn, questions, type Profile, type QuestionId } from '@fake-jira/profile';
import { startedTarget } from '../src/cli/contract-target.js';
import { everything } from './support/seeding-cases.js';

const profiles = matrixProfiles();

/** A Jira in which a request can show the answer to a question; the default is answered where nothing is said. */
function shownIn(id: QuestionId, answer: string | undefined): Profile | undefined {
  return profiles
    .map((profile): Profile => ({ ...profile, answers: answer === undefined ? {} : { [id]: answer } }))
    .find((profile) => holdsIn(id, profile) && whyUnobservable(id, profile) === undefined);
}

/** What the probe of a question finds in a fake of a profile. */
async function found(id: QuestionId, profile: Profile): Promise<string> {
  const { target, close } = await startedTarget(profile);
  try {
    const checks = allChecks.filter(({ question }) => question === id);
    const run = await ContractRun.open({ target, runId: 'questions', checks, allowDestructive: true });
    for (const check of run.chosen) {
      const { verdict, answer, message } = await runCheck(check, run.place().stageFor(check), run.checkFacts);
      if (verdict !== 'skipped') return answer ?? message ?? verdict;
    }
    return 'nothing';
  } finally {
    await close();
  }
}

describe.each(questions)('$id', ({ id, asks, answers, default: byDefault }) => {
  for (const answer of answers.filter((one) => everything || one !== byDefault)) {
    const profile = shownIn(id, answer === byDefault ? undefined : String(answer));
    const name = `${asks} – ${answer}${answer === byDefault ? ', by default' : ''}`;
    if (profile === undefined) {
      it.skip(`${name} (no request shows it)`, () => undefined);
      continue;
    }
    it(name, async () => {
      const seen = await found(id, profile);
      expect(isSameToAClient(id, seen, String(answer), profile) ? String(answer) : seen).toBe(String(answer));
    });
  }
});
