import type { Operation } from '@fake-jira/openapi';
import { findIssue, RuleError, type IssueProblem, type Root } from '@fake-jira/world';

/**
 * Refuses somebody who has not signed in as operations on issues do by their own rules, before any other asks for
 * credentials (recorded of Server; Cloud's edge has its own).
 *
 * @throws RuleError
 */
export function refuseNobody(
  { operationId }: Operation,
  { issueIdOrKey = '' }: Readonly<Record<string, string>>,
  root: Root,
  body: unknown,
): void {
  switch (operationId) {
    case 'getIssue':
    case 'deleteIssue':
      if (!findIssue(root, issueIdOrKey)) return;
      throw new RuleError(operationId === 'getIssue' ? 'issue-not-visible' : 'issue-delete-anonymous', {});
    case 'createIssue':
      refuseCreation(body);
  }
}

/** What makes no issue by itself: where and of which type it is to be. */
const place = ['project', 'issuetype', 'parent'];

/** The fields that were given are refused first: nobody is shown a screen. */
function refuseCreation(body: unknown): void {
  const { fields } = (body ?? {}) as { readonly fields?: unknown };
  const given = typeof fields === 'object' && fields !== null ? Object.keys(fields) : [];
  const problems = given
    .filter((field) => !place.includes(field))
    .map((field): IssueProblem => ({ field, problem: 'not-on-screen' }));
  throw problems.length > 0
    ? new RuleError('issue-invalid', { problems })
    : new RuleError('issue-create-anonymous', {});
}
