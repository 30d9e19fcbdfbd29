import { evidences, type Evidence } from '@fake-jira/openapi';
import { countsOf, type CheckResult, type Counts } from '../run/result.js';

/** How checks ended, by how what they ask is known: a passed assumption is no proof of anything documented. */
export function countsByEvidence(results: readonly CheckResult[]): Readonly<Record<Evidence, Counts>> {
  return Object.fromEntries(
    evidences.map((evidence) => [evidence, countsOf(results.filter((result) => result.evidence === evidence))]),
  ) as Record<Evidence, Counts>;
}
