import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { refuses, says } from './errors.js';
import { mappings, sinceGlobalStays, unknownIdOf, untilGlobalStays, withOwnContext } from './mapping-steps.js';
import { refusedContext, refusedField } from './refusals.js';

const { outcome, rule } = checksOf('jira-cloud', 'context-issue-types');

export const contextIssueTypes = [
  outcome(
    'addIssueTypesToContext',
    204,
    'and the context covers them too',
    async (stage) => {
      const { field, path, forAll, ownId, issueTypeId } = await withOwnContext(stage);
      const other = String(stage.sandbox.otherIssueType.id);
      const answer = await stage.admin.ask('addIssueTypesToContext', 204, { path, body: { issueTypeIds: [other] } });
      expect(answer.text).toBe('');
      const now = await mappings(stage, 'getIssueTypeMappingsForContexts', field);
      expect(now).toHaveLength(3);
      expect(now).toEqual(
        expect.arrayContaining([forAll, { contextId: ownId, issueTypeId }, { contextId: ownId, issueTypeId: other }]),
      );
    },
    { issueTypes: 2 },
  ),
  outcome(
    'addIssueTypesToContext',
    400,
    'when the context has one of them already, and adds none',
    async (stage) => {
      const { field, path, issueTypeId } = await withOwnContext(stage);
      const issueTypeIds = [String(stage.sandbox.otherIssueType.id), issueTypeId];
      const { body } = await stage.admin.ask('addIssueTypesToContext', 400, { path, body: { issueTypeIds } });
      says(body, `These issue types are already associated with the context: ${issueTypeId}.`);
      expect(await mappings(stage, 'getIssueTypeMappingsForContexts', field)).toHaveLength(2);
    },
    { issueTypes: 2 },
  ),
  outcome(
    'addIssueTypesToContext',
    400,
    'when the context is for all projects and issue types',
    async (stage) => {
      const { field, globally, forAll, issueTypeId } = await withOwnContext(stage);
      const path = { fieldId: field.key, contextId: globally.contextId };
      refuses(
        (await stage.admin.ask('addIssueTypesToContext', 400, { path, body: { issueTypeIds: [issueTypeId] } })).body,
      );
      expect(await mappings(stage, 'getIssueTypeMappingsForContexts', field)).toContainEqual(forAll);
    },
    sinceGlobalStays,
  ),
  ...refusedContext(outcome, 'addIssueTypesToContext'),
  refusedField(outcome, 'addIssueTypesToContext'),
  unknownIdOf(outcome, 'addIssueTypesToContext', 'issueTypeIds', 'issue type'),
  outcome(
    'addIssueTypesToContext',
    409,
    'when one is of sub-tasks while these are switched off',
    async (stage) => {
      const { field, path } = await withOwnContext(stage);
      await stage.control.settings({ subtasks: false });
      const body = { issueTypeIds: [String(stage.sandbox.subtaskType?.id)] };
      says(
        (await stage.admin.ask('addIssueTypesToContext', 409, { path, body })).body,
        'Sub-tasks are disabled in Jira. At least one of the issue types is a sub-task.',
      );
      expect(await mappings(stage, 'getIssueTypeMappingsForContexts', field)).toHaveLength(2);
    },
    { control: true },
  ),

  outcome('removeIssueTypesFromContext', 204, 'and a context without any covers every issue type', async (stage) => {
    const { field, path, forAll, ownId, issueTypeId } = await withOwnContext(stage);
    const body = { issueTypeIds: [issueTypeId] };
    expect((await stage.admin.ask('removeIssueTypesFromContext', 204, { path, body })).text).toBe('');
    expect(await mappings(stage, 'getIssueTypeMappingsForContexts', field)).toEqual([
      forAll,
      { contextId: ownId, isAnyIssueType: true },
    ]);
  }),
  outcome(
    'removeIssueTypesFromContext',
    400,
    'when the context does not have one of them, and removes none',
    async (stage) => {
      const { field, path, forAll, ownId, issueTypeId } = await withOwnContext(stage);
      const other = String(stage.sandbox.otherIssueType.id);
      const body = { issueTypeIds: [issueTypeId, other] };
      const answer = await stage.admin.ask('removeIssueTypesFromContext', 400, { path, body });
      says(answer.body, `These issue types are not associated with the context: ${other}.`);
      expect(await mappings(stage, 'getIssueTypeMappingsForContexts', field)).toEqual([
        forAll,
        { contextId: ownId, issueTypeId },
      ]);
    },
    { issueTypes: 2 },
  ),
  ...refusedContext(outcome, 'removeIssueTypesFromContext'),
  refusedField(outcome, 'removeIssueTypesFromContext'),
  unknownIdOf(outcome, 'removeIssueTypesFromContext', 'issueTypeIds', 'issue type'),

  rule(
    'a context that is global can cover some issue types only',
    {
      evidence: 'documented',
      source: '003, Get Custom Field Contexts, example',
      deployment: 'cloud',
      ...untilGlobalStays,
    },
    async (stage) => {
      const field = await stage.field('select');
      const path = { fieldId: field.key, contextId: field.contextId };
      const issueTypeIds = [String(stage.sandbox.issueType.id)];
      await stage.admin.ask('addIssueTypesToContext', 204, { path, body: { issueTypeIds } });
      const { body } = await stage.admin.ask('getContextsForField', 200, { path: { fieldId: field.key } });
      expect(body.values).toMatchObject([{ isGlobalContext: true, isAnyIssueType: false }]);
    },
  ),
];
