import { questions, type AnswerOf, type QuestionId } from '@fake-jira/profile';
import { listeningJira } from './field-steps.js';
import type { TestJira, TestOptions } from './jira.js';

/** What a fake does that follows an answer; throws where it does not. */
export type Shown = (jira: TestJira) => Promise<void>;

/** What can be seen in some versions of an app only: it is shown in each of these. */
export interface ShownIn {
  /** By default Customfield Editor. */
  readonly app?: 'customfieldEditor' | 'extender';
  readonly versions: readonly string[];
  readonly shows: Shown;
}

type IdsOf<Api extends string> = Extract<QuestionId, `${Api}.${string}`>;

/** For each of these questions and each of its answers, what shows that the fake follows it. */
export type AnswersTo<Id extends QuestionId> = {
  readonly [One in Id]: { readonly [Answer in AnswerOf<One>]: Shown | ShownIn };
};

/**
 * Tests of the open questions of one API: an answer that has no test fails the type check, and a test.
 *
 * @param options - what the fakes are like beside their answers
 */
export function testOpenQuestions<Api extends string>(
  api: Api,
  answersTo: AnswersTo<IdsOf<Api>>,
  options: TestOptions = {},
): void {
  const table: Record<string, Record<string, Shown | ShownIn>> = answersTo;
  const asked = questions.filter((question) => question.api === api);

  it(`every open question of ${api} has a test for each of its answers`, () => {
    const answersOf = (id: string) => Object.keys(table[id] ?? {}).sort();
    expect(Object.keys(table).sort()).toEqual(asked.map(({ id }) => id as string).sort());
    for (const { id, answers } of asked) expect([id, answersOf(id)]).toEqual([id, [...answers].sort()]);
  });

  const asCases = asked.map(({ id, asks, answers, default: byDefault }) => ({ id, asks, answers, byDefault }));
  describe.each(asCases)('$id', ({ id, asks, answers, byDefault }) => {
    it.each(answers.map(String))(`${asks} – %s`, async (answer) => {
      await show(table[id]?.[answer], { ...options, answers: { [id]: answer } });
    });

    it('is answered by its default where the profile says nothing', async () => {
      await show(table[id]?.[byDefault], options);
    });
  });
}

async function show(entry: Shown | ShownIn | undefined, options: TestOptions): Promise<void> {
  if (typeof entry === 'function') return entry(await listeningJira(options));
  for (const version of entry?.versions ?? []) {
    await entry?.shows(await listeningJira({ ...options, [entry.app ?? 'customfieldEditor']: version }));
  }
}
