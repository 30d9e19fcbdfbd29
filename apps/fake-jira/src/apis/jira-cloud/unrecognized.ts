import type { Operation, Problem } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';

/** What reads the bodies of operations there, as far as refusals were recorded that name it. */
const beans: Readonly<Record<string, string>> = {
  updateComponent: 'com.atlassian.jira.rest.v2.issue.component.ComponentBean',
  updateVersion: 'com.atlassian.jira.rest.v2.issue.version.VersionBean',
  searchForIssuesUsingJqlPost: 'com.atlassian.jira.rest.v2.search.SearchRequestBean',
};

/**
 * How Data Center refuses properties that it does not know: in the words of what reads its JSON, each with a sentence. The
 * recorded ones go on with a place in the body, which differs from request to request.
 *
 * @returns undefined where something else is wrong, too
 */
export function unrecognized(
  problems: readonly Problem[],
  { operationId }: Operation,
  { jira }: Profile,
): string | undefined {
  if (jira.deployment !== 'data-center') return undefined;
  const bean = beans[operationId];
  const names = problems.map(({ in: place, keyword, message }) =>
    place === 'body' && keyword === 'additionalProperties' ? /"(.*?)"/.exec(message)?.[1] : undefined,
  );
  if (names.includes(undefined)) return undefined;
  return names
    .map((name) => `Unrecognized field "${name}"${bean ? ` (Class ${bean})` : ''}, not marked as ignorable`)
    .join('\n');
}
