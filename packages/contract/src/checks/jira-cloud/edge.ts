import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';

const { rule } = checksOf('jira-cloud', 'edge');
const ofEdge = {
  evidence: 'recorded',
  source: 'backlot-measured-cloud',
  edge: true,
  readOnly: true,
} as const;

/** What a Cloud by itself says before one of its operations runs. */
export const edge: readonly Check[] = [
  rule('a wrong password makes an anonymous caller, and the head says so', ofEdge, async (stage) => {
    const { headers } = await stage.stranger.ask('getFields', 200);
    expect(headers['x-seraph-loginreason']).toMatch(/AUTHENTICATED_FAILED/);
  }),
  rule('a caller is asked for by a bare line', ofEdge, async (stage) => {
    const { body } = await stage.anonymous.ask('getCurrentUser', 401);
    expect(body).toBe('Client must be authenticated to access this resource.');
  }),
  rule('an issue is not there for somebody who has not signed in', ofEdge, async (stage) => {
    const { body } = await stage.anonymous.ask('getIssue', 404, { path: { issueIdOrKey: 'NOSUCH-1' } });
    expect(body.errorMessages).toEqual(['Issue does not exist or you do not have permission to see it.']);
  }),
  rule('a parameter that is no number is a problem of its own', ofEdge, async (stage) => {
    const { body } = await stage.admin.ask('getFieldsPaginated', 400, { query: { maxResults: 'abc' } });
    expect(body).toMatchObject({ title: 'Bad Request', detail: "Failed to convert 'maxResults' with value: 'abc'" });
  }),
  rule('a negative startAt is taken for 0', ofEdge, async (stage) => {
    const { body } = await stage.admin.ask('getFieldsPaginated', 200, { query: { startAt: -1 } });
    expect(body.startAt).toBe(0);
  }),
];
