import type { Root } from '@fake-jira/world';

const counted = [
  'users',
  'groups',
  'projects',
  'issueTypes',
  'screens',
  'fields',
  'contexts',
  'options',
  'issues',
] as const;

/** How much there is in a world. */
export function countsOf(root: Root): { readonly [Name in (typeof counted)[number]]: number } {
  return Object.fromEntries(counted.map((name) => [name, root[name].size])) as ReturnType<typeof countsOf>;
}
