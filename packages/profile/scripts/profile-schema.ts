import { readFileSync } from 'node:fs';
import { questions } from '../src/questions.js';

const written = new URL('../../../specs/profile.schema.json', import.meta.url);

/** The schema of profile files as it is published: that of `specs/`, with every question under `answers` and `evidence`. */
export function profileSchema(): object {
  const schema = JSON.parse(readFileSync(written, 'utf8')) as { properties: Record<string, object> };
  const { answers, evidence } = schema.properties;
  const only = { additionalProperties: false };
  return {
    ...schema,
    properties: {
      ...schema.properties,
      answers: { ...answers, ...only, properties: Object.fromEntries(questions.map((one) => [one.id, answerOf(one)])) },
      evidence: {
        ...evidence,
        ...only,
        properties: Object.fromEntries(questions.map(({ id }) => [id, { type: 'string' }])),
      },
    },
  };
}

function answerOf({ asks, answers, default: initial }: (typeof questions)[number]): object {
  // A status or a version may be written as a number, as YAML reads it.
  const numbers = answers.filter((one) => String(Number(one)) === one).map(Number);
  return { description: asks, enum: [...answers, ...numbers], default: initial };
}
