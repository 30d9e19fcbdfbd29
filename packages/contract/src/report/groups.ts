import type { CheckResult } from '../run/result.js';

export interface ResultGroup {
  /** `jira-cloud/contexts` */
  readonly name: string;
  readonly results: readonly CheckResult[];
}

/** Results by API and resource, in their order. */
export function groupResults(results: readonly CheckResult[]): ResultGroup[] {
  const groups = new Map<string, CheckResult[]>();
  for (const result of results) {
    const name = `${result.api}/${result.resource}`;
    const group = groups.get(name) ?? [];
    group.push(result);
    groups.set(name, group);
  }
  return [...groups].map(([name, own]) => ({ name, results: own }));
}
