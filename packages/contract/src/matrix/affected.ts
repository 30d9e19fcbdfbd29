import { hasReached, versions, type Profile } from '@fake-jira/profile';
import type { Check } from '../check.js';
import { allChecks } from '../checks/index.js';
import { specChanges, type DocumentedChange } from '../compare/spec-changes.js';

/** The checks that a step from one profile to another affects: those about what the documents change there. */
export function affectedChecks(before: Profile, after: Profile): Check[] {
  const changes = specChanges(before, after);
  const operations = new Set(changes.map(({ operation }) => operation));
  return allChecks.filter((check) => {
    if (check.kind === 'probe') return false;
    if (check.operation !== undefined) return changes.some((change) => isAbout(check, change));
    // What a version changed is asked operation by operation, and the title begins with it.
    if (check.resource === 'history' || check.resource === 'presence') {
      const [first = ''] = check.title.split(' ');
      return operations.has(first) || !/^(editor|extender)[A-Z]/.test(first);
    }
    return hasBoundaryAt(check, before, after);
  });
}

function isAbout({ operation, status }: Check, change: DocumentedChange): boolean {
  if (change.operation !== operation || change.kind === 'address') return false;
  return change.statuses.length === 0 || status === undefined || change.statuses.includes(status);
}

/** Whether a check begins or ends to hold with the version of the second profile. */
function hasBoundaryAt({ needs }: Check, before: Profile, after: Profile): boolean {
  const boundaries = [needs.since, needs.until].flatMap((map) => Object.entries(map ?? {}));
  const [one, other] = [versions(before), versions(after)];
  return boundaries.some(
    ([product, version]) => hasReached(one, product, version) !== hasReached(other, product, version),
  );
}
