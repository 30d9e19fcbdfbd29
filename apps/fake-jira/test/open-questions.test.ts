import { questions } from '@fake-jira/profile';
import { listeningJira } from './support/field-steps.js';
import { jiraAnswers } from './support/jira-answers.js';
import type { TestJira } from './support/jira.js';

const table: Record<string, Record<string, (jira: TestJira) => Promise<void>>> = jiraAnswers;
const asked = questions.filter(({ api }) => api === 'jira');

it('every open question of Jira has a test for each of its answers', () => {
  const answersOf = (id: string) => Object.keys(table[id] ?? {}).sort();
  expect(Object.keys(table).sort()).toEqual(asked.map(({ id }) => id as string).sort());
  for (const { id, answers } of asked) expect([id, answersOf(id)]).toEqual([id, [...answers].sort()]);
});

describe.each(asked.map(({ id, asks, answers, default: byDefault }) => ({ id, asks, answers, byDefault })))(
  '$id',
  (question) => {
    const { id, asks, answers, byDefault } = question;

    it.each(answers.map(String))(`${asks} – %s`, async (answer) => {
      const jira = await listeningJira({ answers: { [id]: answer } });
      await table[id]?.[answer]?.(jira);
    });

    it('is answered by its default where the profile says nothing', async () => {
      await table[id]?.[byDefault]?.(await listeningJira());
    });
  },
);
