import type { Profile } from '@fake-jira/profile';
import { allChecks } from '../checks/index.js';
import type { Recording } from './recording.js';

/** The answers to open questions that the probes of a recording have seen. */
export function answersIn({ checks }: Pick<Recording, 'checks'>): Profile['answers'] {
  const questionOf = new Map(allChecks.map(({ id, question }) => [id, question]));
  return Object.fromEntries(
    checks.flatMap(({ id, verdict, answer }) => {
      const question = questionOf.get(id);
      return question === undefined || answer === undefined || verdict !== 'passed' ? [] : [[question, answer]];
    }),
  );
}
