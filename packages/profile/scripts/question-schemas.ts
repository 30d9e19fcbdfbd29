import { questions } from '../src/questions.js';

/** What specs/profile.schema.json says about each question under `answers` and `evidence`. */
export function questionSchemas(): { answers: Record<string, object>; evidence: Record<string, object> } {
  return {
    answers: Object.fromEntries(
      questions.map(({ id, asks, answers, default: initial }) => [
        id,
        // A status or a version may be written as a number, as YAML reads it.
        {
          description: asks,
          enum: [...answers, ...answers.filter((one) => String(Number(one)) === one).map(Number)],
          default: initial,
        },
      ]),
    ),
    evidence: Object.fromEntries(questions.map(({ id }) => [id, { type: 'string' }])),
  };
}
