import type { QuestionId } from '@fake-jira/profile';

/** Answers of one question that no request tells apart. */
export interface Indistinguishable {
  readonly question: QuestionId;
  readonly answers: readonly string[];
  readonly reason: string;
}

/** Differences between two profiles that no request could show: calibration writes the first of the answers. */
export const indistinguishable: readonly Indistinguishable[] = [
  {
    question: 'editor.default-context',
    answers: ['lowest-id', 'first-in-order'],
    reason: "No client can give the contexts of a field another order than Jira's own, which is by their ids.",
  },
];

/** Whether a target behaves in the same way under two answers to a question. */
export function isSameToAClient(question: string, one: string, other: string): boolean {
  if (one === other) return true;
  return indistinguishable.some(
    (known) => known.question === question && known.answers.includes(one) && known.answers.includes(other),
  );
}
