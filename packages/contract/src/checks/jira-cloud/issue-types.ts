import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { refuses } from './errors.js';

const { outcome } = checksOf('jira-cloud', 'issue-types');

const readOnly = { readOnly: true } as const;

export const issueTypes = [
  outcome(
    'getIssueAllTypes',
    200,
    'with the issue types and whether they are of sub-tasks',
    async (stage) => {
      const { body } = await stage.admin.ask('getIssueAllTypes', 200);
      const { issueType, subtaskType } = stage.sandbox;
      expect(body).toContainEqual(
        expect.objectContaining({ id: String(issueType.id), name: issueType.name, subtask: false }),
      );
      if (subtaskType) {
        expect(body).toContainEqual(expect.objectContaining({ id: String(subtaskType.id), subtask: true }));
      }
    },
    readOnly,
  ),
  outcome(
    'getIssueType',
    200,
    'with the issue type',
    async (stage) => {
      const { id, name } = stage.sandbox.issueType;
      const { body } = await stage.admin.ask('getIssueType', 200, { path: { id } });
      expect(body).toMatchObject({ id: String(id), name, subtask: false, self: expect.any(String) });
    },
    readOnly,
  ),
  outcome(
    'getIssueType',
    400,
    'when the id is no number',
    async (stage) => {
      refuses((await stage.admin.ask('getIssueType', 400, { path: { id: 'bug' } })).body);
    },
    { ...readOnly, deployment: 'cloud' },
  ),
  outcome(
    'getIssueType',
    404,
    'when there is no such issue type',
    async (stage) => {
      refuses((await stage.admin.ask('getIssueType', 404, { path: { id: stage.unknownId } })).body);
    },
    readOnly,
  ),
];
