import { appVersions, namedProfile, questions, type Answers, type Profile } from '@fake-jira/profile';
import { Random } from './random.js';

/** What an instance is like that calibration knows nothing of: versions and answers drawn by a seed. */
export function hiddenProfile(seed: number): Profile {
  const random = new Random(seed);
  const isCloud = random.chance(0.25);
  const answers = Object.fromEntries(questions.map(({ id, answers: all }) => [id, random.pick(all)])) as Answers;
  const name = `blind-${seed}`;
  if (isCloud) {
    const date = random.pick(['2024-05-31', '2025-09-30', '2025-10-01', '2026-03-31', '2026-04-01']);
    return { ...namedProfile('cloud'), name, jira: { deployment: 'cloud', date }, answers };
  }
  return {
    ...namedProfile('data-center'),
    name,
    jira: {
      deployment: 'data-center',
      version: random.pick(['7.13.0', '8.4.0', '8.20.0', '9.12.0', '10.3.0', '11.3.0']),
    },
    customfieldEditor: random.chance(0.9) ? random.pick(appVersions.customfieldEditor) : null,
    extender: random.chance(0.9) ? random.pick(appVersions.extender) : null,
    protectedFields: random.chance(0.8),
    answers,
  };
}
