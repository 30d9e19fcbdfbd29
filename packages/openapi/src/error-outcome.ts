import type { Profile } from '@fake-jira/profile';
import { conditionsOf } from './document/conditions.js';
import type { ErrorOutcome, Operation } from './operation.js';

/**
 * How an operation answers a broken rule in a profile: by its own text that holds there, else by its document's
 * default.
 *
 * @returns undefined when neither names the code
 * @example
 * const outcome = errorOutcome(operation('getContextsForField'), defaultErrors('jira-cloud'), 'field-not-found', profile);
 * response.status(outcome.status);
 */
export function errorOutcome(
  operation: Pick<Operation, 'errors'>,
  defaults: Readonly<Record<string, ErrorOutcome>>,
  code: string,
  profile: Profile,
): ErrorOutcome | undefined {
  const own = operation.errors[code] ?? [];
  const conditions = conditionsOf(profile);
  return (
    own.find((outcome) => conditions.answers(outcome.when) && conditions.holds(outcome.conditions ?? {})) ??
    defaults[code]
  );
}
