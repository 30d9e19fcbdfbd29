import { defaultAnswers, isQuestionId, question, questions } from './questions.js';

describe('the open questions', () => {
  it.each(questions.map((one) => [one.id, one] as const))(
    '%s has its answers once each, and one of them as the default',
    (_, one) => {
      expect(one.answers).toContain(one.default);
      expect(new Set(one.answers).size).toBe(one.answers.length);
      expect(one.answers.length).toBeGreaterThan(1);
    },
  );

  it.each(questions.map((one) => [one.id, one] as const))(
    '%s is written as ids and answers are, and asks something',
    (id, one) => {
      expect(id).toMatch(/^[a-z]+\.[a-z0-9]+([-.][a-z0-9.]+)*$/);
      expect(id.startsWith(`${one.api}.`)).toBe(true);
      for (const answer of one.answers) expect(answer).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*|\d+(\.\d+)+|[A-Z]+)$/);
      expect(one.asks).toMatch(/^[A-Z][^\n]*\?$/);
    },
  );

  it('are found by id', () => {
    expect(question('jira.bare-field-id').answers).toEqual(['400', '404']);
    expect(isQuestionId('jira.bare-field-id')).toBe(true);
    expect(isQuestionId('toString')).toBe(false);
    expect(defaultAnswers['jira.max-results-cap']).toBe('100');
  });
});
