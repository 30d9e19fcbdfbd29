import { answer, type Profile, type QuestionId } from '@fake-jira/profile';
import { conditionsOf } from './document/conditions.js';
import type { ErrorOutcome, Operation } from './operation.js';

/**
 * How an operation answers a broken rule in a profile: by its own text that holds there, else by its document's
 * default that does.
 *
 * @returns undefined when neither names the code for this profile
 * @example
 * const outcome = errorOutcome(operation('getContextsForField'), defaultErrors('jira-cloud'), 'field-not-found', profile);
 * response.status(outcome.status);
 */
export function errorOutcome(
  operation: Pick<Operation, 'errors'>,
  defaults: Readonly<Record<string, readonly ErrorOutcome[]>>,
  code: string,
  profile: Profile,
): ErrorOutcome | undefined {
  const inProfile = conditionsOf(profile);
  const found = [...(operation.errors[code] ?? []), ...(defaults[code] ?? [])].find(
    ({ when, conditions = [] }) => inProfile.answers(when) && conditions.every((one) => inProfile.holds(one)),
  );
  if (found?.statusBy === undefined) return found;
  return { ...found, status: Number(answer(profile, found.statusBy as QuestionId)) };
}
