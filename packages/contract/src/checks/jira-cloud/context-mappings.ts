import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { refuses, says } from './errors.js';
import { withOwnContext } from './mapping-steps.js';
import { refusedField, refusedStart } from './refusals.js';

const { outcome, rule } = checksOf('jira-cloud', 'context-mappings');

const pairs = 'getCustomFieldContextsForProjectsAndIssueTypes';

export const contextMappings = [
  outcome(
    'getIssueTypeMappingsForContexts',
    200,
    'with the issue types by context, then by issue type',
    async (stage) => {
      const { field, path, forAll, ownId, issueTypeId } = await withOwnContext(stage);
      const other = String(stage.sandbox.otherIssueType.id);
      await stage.admin.ask('addIssueTypesToContext', 204, { path, body: { issueTypeIds: [other] } });
      const ids = [issueTypeId, other].sort((a, b) => Number(a) - Number(b));
      const { body } = await stage.admin.ask('getIssueTypeMappingsForContexts', 200, { path: { fieldId: field.key } });
      expect(body).toMatchObject({
        total: 3,
        startAt: 0,
        isLast: true,
        values: [forAll, ...ids.map((id) => ({ contextId: ownId, issueTypeId: id }))],
      });
      const only = await stage.admin.ask('getIssueTypeMappingsForContexts', 200, {
        path: { fieldId: field.key },
        query: { contextId: ownId },
      });
      expect(only.body.total).toBe(2);
    },
    { issueTypes: 2 },
  ),
  refusedStart(outcome, 'getIssueTypeMappingsForContexts'),
  refusedField(outcome, 'getIssueTypeMappingsForContexts'),

  outcome('getProjectContextMapping', 200, 'with the projects by context', async (stage) => {
    const { field, globally, ownId, projectId } = await withOwnContext(stage);
    const { body } = await stage.admin.ask('getProjectContextMapping', 200, { path: { fieldId: field.key } });
    expect(body).toMatchObject({ total: 2, isLast: true, values: [globally, { contextId: ownId, projectId }] });
    const only = await stage.admin.ask('getProjectContextMapping', 200, {
      path: { fieldId: field.key },
      query: { contextId: ownId },
    });
    expect(only.body.values).toEqual([{ contextId: ownId, projectId }]);
  }),
  refusedStart(outcome, 'getProjectContextMapping'),
  refusedField(outcome, 'getProjectContextMapping'),

  outcome(
    pairs,
    200,
    'with the context of each pair in the order asked, and null where none applies',
    async (stage) => {
      const { field, ownId, projectId, issueTypeId } = await withOwnContext(stage);
      const [otherProject, otherType] = [stage.sandbox.otherProject, stage.sandbox.otherIssueType].map(({ id }) =>
        String(id),
      ) as [string, string];
      const asked = [
        { projectId: otherProject, issueTypeId: otherType },
        { projectId, issueTypeId },
        { projectId, issueTypeId: otherType },
      ];
      const { body } = await stage.admin.ask(pairs, 200, { path: { fieldId: field.key }, body: { mappings: asked } });
      const contextIds = [String(field.contextId), ownId, null];
      expect(body).toMatchObject({ total: 3, isLast: true });
      expect(body.values).toEqual(asked.map((pair, at) => ({ ...pair, contextId: contextIds[at] })));
    },
    { projects: 2, issueTypes: 2 },
  ),
  outcome(pairs, 400, 'when a pair is given twice', async (stage) => {
    const { field, projectId, issueTypeId } = await withOwnContext(stage);
    const pair = { projectId, issueTypeId };
    const body = { mappings: [pair, pair] };
    const answer = await stage.admin.ask(pairs, 400, { path: { fieldId: field.key }, body });
    says(answer.body, 'Duplicate project and issue type mappings cannot be provided.');
  }),
  refusedField(outcome, pairs),
  outcome(pairs, 404, 'when there is no such project', async (stage) => {
    const { field, issueTypeId } = await withOwnContext(stage);
    const body = { mappings: [{ projectId: String(stage.unknownId), issueTypeId }] };
    const answer = await stage.admin.ask(pairs, 404, { path: { fieldId: field.key }, body });
    says(answer.body, `These projects were not found: ${stage.unknownId}.`);
  }),
  outcome(pairs, 404, 'when there is no such issue type', async (stage) => {
    const { field, projectId } = await withOwnContext(stage);
    const body = { mappings: [{ projectId, issueTypeId: String(stage.unknownId) }] };
    refuses((await stage.admin.ask(pairs, 404, { path: { fieldId: field.key }, body })).body);
  }),

  rule(
    'a page of pairs keeps to the order asked',
    {
      evidence: 'inferred',
      source: '003, Get Custom Field Contexts For Projects And Issue Types',
      deployment: 'cloud',
      projects: 2,
    },
    async (stage) => {
      const { field, ownId, projectId, issueTypeId } = await withOwnContext(stage);
      const asked = [
        { projectId: String(stage.sandbox.otherProject.id), issueTypeId },
        { projectId, issueTypeId },
      ];
      const { body } = await stage.admin.ask(pairs, 200, {
        path: { fieldId: field.key },
        query: { startAt: 1, maxResults: 1 },
        body: { mappings: asked },
      });
      expect(body).toMatchObject({ startAt: 1, maxResults: 1, total: 2, isLast: true });
      expect(body.values).toEqual([{ projectId, issueTypeId, contextId: ownId }]);
    },
  ),
];
