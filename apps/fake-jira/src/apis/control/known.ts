import {
  apiNames,
  effectiveSpec,
  explain,
  outcomesOf,
  type ApiName,
  type ControlOperations,
  type Explanation,
} from '@fake-jira/openapi';
import { answer, holdsIn, perProfile, questions } from '@fake-jira/profile';
import { HttpError } from '../../http/wire-error.js';
import { ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';

type Operations = Pick<ControlOperations, 'controlListExplanations' | 'controlListQuestions' | 'controlGetSpec'>;

/** How it is known what this Jira answers. */
export const known: Handlers<Operations> = {
  controlListExplanations({ profile }) {
    const all = explanations(profile);
    return ok({
      operations: all.map(({ behaviour, outcomes, questions, ...one }) => ({
        ...one,
        behaviour: [...behaviour],
        outcomes: outcomes.map((outcome) => ({
          ...outcome,
          texts: [...outcome.texts],
          questions: [...outcome.questions],
        })),
        questions: [...questions],
      })),
    });
  },

  controlListQuestions({ profile }) {
    const asked = questions.filter(({ id }) => holdsIn(id, profile));
    return ok({
      questions: asked.map(({ id, asks, answers, evidence, recording }) => {
        const isDefault = profile.answers[id] === undefined;
        return {
          id,
          asks,
          answers: [...answers],
          answer: answer(profile, id),
          isDefault,
          evidence: isDefault
            ? [evidence, recording].filter(Boolean).join(': ')
            : (profile.evidence[id] ?? 'the profile'),
          operations: explanations(profile)
            .filter((one) => namedBy(one).has(id))
            .map(({ operation }) => operation),
        };
      }),
    });
  },

  controlGetSpec({ profile, path: { api } }) {
    const found = apiNames.find((name) => name === api);
    if (!found) throw new HttpError('spec-not-found', { api, apis: apiNames.join(', ') });
    return ok({ ...effectiveSpec(found, profile) });
  },
};

/** Of every operation that the profile has, by API. */
const explanations = perProfile((profile): readonly Explanation[] => {
  const mirrored = apiNames.filter((name): name is Exclude<ApiName, 'control'> => name !== 'control');
  return mirrored.flatMap((api) => {
    const ids = new Set(outcomesOf(api, profile).map(({ operation }) => operation));
    return [...ids].map((id) => explain(id, profile));
  });
});

function namedBy({ questions, outcomes }: Explanation): ReadonlySet<string> {
  return new Set([...questions, ...outcomes.flatMap((one) => one.questions)].map(({ id }) => id));
}
