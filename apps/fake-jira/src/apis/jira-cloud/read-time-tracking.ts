import type { TimeTrackingInput } from '@fake-jira/world';
import { readObject, readText, Unreadable } from './read-value.js';

/**
 * Estimates as a create or an edit sets them: what its operations name, one after the other; `null` takes them away.
 *
 * @throws Unreadable for another verb than `set` and `edit`, and what is no object of texts
 */
export function readTimeTracking(operations: readonly Readonly<Record<string, unknown>>[]): TimeTrackingInput | null {
  let input: TimeTrackingInput | null = {};
  for (const operation of operations) {
    for (const [verb, json] of Object.entries(operation)) {
      if (verb !== 'set' && verb !== 'edit') {
        throw new Unreadable(`the field can be changed with set, edit, not with ${verb}`);
      }
      input = json === null ? null : { ...input, ...estimatesOf(readObject(json)) };
    }
  }
  return input;
}

function estimatesOf({ originalEstimate, remainingEstimate }: Record<string, unknown>): TimeTrackingInput {
  return {
    ...(originalEstimate != null && { originalEstimate: readText(originalEstimate) }),
    ...(remainingEstimate != null && { remainingEstimate: readText(remainingEstimate) }),
  };
}
