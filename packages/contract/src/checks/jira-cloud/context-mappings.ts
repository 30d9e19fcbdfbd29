import type { OperationId } from '@fake-jira/openapi';
import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { refuses, says } from './errors.js';
import { refusedContext, refusedField, refusedStart } from './refusals.js';

const { outcome, rule } = checksOf('jira-cloud', 'context-mappings');

type MappingList = 'getProjectContextMapping' | 'getIssueTypeMappingsForContexts';

async function mappings(stage: Stage, id: MappingList, field: ScratchField) {
  return (await stage.admin.ask(id, 200, { path: { fieldId: field.key } })).body.values;
}

/** A scratch field with a second context for the first project and the first issue type of the sandbox. */
async function withOwnContext(stage: Stage) {
  const { project, issueType } = stage.sandbox;
  const field = await stage.field('select');
  const own = await stage.context(field, { projectIds: [project.id], issueTypeIds: [issueType.id] });
  return {
    field,
    path: { fieldId: field.key, contextId: own.id },
    globally: { contextId: String(field.contextId), isGlobalContext: true },
    forAll: { contextId: String(field.contextId), isAnyIssueType: true },
    ownId: String(own.id),
    projectId: String(project.id),
    issueTypeId: String(issueType.id),
  };
}

/** A write of one mapping that is refused because of an id that there is none of. */
function unknownIdOf(id: OperationId, property: 'projectIds' | 'issueTypeIds', what: string): Check {
  return outcome(id, 404, `when there is no such ${what}`, async (stage) => {
    const { path } = await withOwnContext(stage);
    const body = { [property]: [String(stage.unknownId)] };
    refuses((await stage.admin.ask(id, 404, { path, body })).body);
  });
}

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
  ...refusedContext(outcome, 'addIssueTypesToContext'),
  refusedField(outcome, 'addIssueTypesToContext'),
  unknownIdOf('addIssueTypesToContext', 'issueTypeIds', 'issue type'),
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
  unknownIdOf('removeIssueTypesFromContext', 'issueTypeIds', 'issue type'),

  outcome(
    'assignProjectsToCustomFieldContext',
    204,
    'and the context is that of both projects',
    async (stage) => {
      const { field, path, globally, ownId, projectId } = await withOwnContext(stage);
      const other = String(stage.sandbox.otherProject.id);
      const body = { projectIds: [other] };
      expect((await stage.admin.ask('assignProjectsToCustomFieldContext', 204, { path, body })).text).toBe('');
      const now = await mappings(stage, 'getProjectContextMapping', field);
      expect(now).toHaveLength(3);
      expect(now).toEqual(
        expect.arrayContaining([globally, { contextId: ownId, projectId }, { contextId: ownId, projectId: other }]),
      );
    },
    { projects: 2 },
  ),
  outcome(
    'assignProjectsToCustomFieldContext',
    400,
    'when a project is given twice',
    async (stage) => {
      const { field, path } = await withOwnContext(stage);
      const other = String(stage.sandbox.otherProject.id);
      const body = { projectIds: [other, other] };
      says(
        (await stage.admin.ask('assignProjectsToCustomFieldContext', 400, { path, body })).body,
        'The projectIds must not contain duplicates.',
      );
      expect(await mappings(stage, 'getProjectContextMapping', field)).toHaveLength(2);
    },
    { projects: 2 },
  ),
  ...([400, 409] as const).map((status) =>
    outcome(
      'assignProjectsToCustomFieldContext',
      status,
      'when a project has a context of the field already, and assigns none',
      async (stage) => {
        const { field, projectId } = await withOwnContext(stage);
        const { body } = await stage.admin.ask('assignProjectsToCustomFieldContext', status, {
          path: { fieldId: field.key, contextId: field.contextId },
          body: { projectIds: [String(stage.sandbox.otherProject.id), projectId] },
        });
        refuses(body);
        expect(await mappings(stage, 'getProjectContextMapping', field)).toHaveLength(2);
      },
      {
        answers: { 'jira.project-taken-status': String(status) },
        evidence: 'assumed',
        source: 'open question',
        projects: 2,
      },
    ),
  ),
  ...refusedContext(outcome, 'assignProjectsToCustomFieldContext'),
  refusedField(outcome, 'assignProjectsToCustomFieldContext'),
  unknownIdOf('assignProjectsToCustomFieldContext', 'projectIds', 'project'),

  outcome(
    'removeCustomFieldContextFromProjects',
    204,
    'and the last project removed makes it global',
    async (stage) => {
      const { project } = stage.sandbox;
      const field = await stage.field('select');
      const path = { fieldId: field.key, contextId: field.contextId };
      const body = { projectIds: [String(project.id)] };
      await stage.admin.ask('assignProjectsToCustomFieldContext', 204, { path, body });
      expect(await mappings(stage, 'getProjectContextMapping', field)).toEqual([
        { contextId: String(field.contextId), projectId: String(project.id) },
      ]);
      expect((await stage.admin.ask('removeCustomFieldContextFromProjects', 204, { path, body })).text).toBe('');
      expect(await mappings(stage, 'getProjectContextMapping', field)).toEqual([
        { contextId: String(field.contextId), isGlobalContext: true },
      ]);
    },
  ),
  outcome('removeCustomFieldContextFromProjects', 400, 'when a project is given twice', async (stage) => {
    const { field, path, projectId } = await withOwnContext(stage);
    const body = { projectIds: [projectId, projectId] };
    says(
      (await stage.admin.ask('removeCustomFieldContextFromProjects', 400, { path, body })).body,
      'The projectIds must not contain duplicates.',
    );
    expect(await mappings(stage, 'getProjectContextMapping', field)).toHaveLength(2);
  }),
  outcome(
    'removeCustomFieldContextFromProjects',
    400,
    'when the field would have two global contexts',
    async (stage) => {
      const { field, path, globally, ownId, projectId } = await withOwnContext(stage);
      const body = { projectIds: [projectId] };
      refuses((await stage.admin.ask('removeCustomFieldContextFromProjects', 400, { path, body })).body);
      expect(await mappings(stage, 'getProjectContextMapping', field)).toEqual([
        globally,
        { contextId: ownId, projectId },
      ]);
    },
  ),
  outcome(
    'removeCustomFieldContextFromProjects',
    400,
    'when a project is not one of the context',
    async (stage) => {
      const { field, path } = await withOwnContext(stage);
      const body = { projectIds: [String(stage.sandbox.otherProject.id)] };
      refuses((await stage.admin.ask('removeCustomFieldContextFromProjects', 400, { path, body })).body);
      expect(await mappings(stage, 'getProjectContextMapping', field)).toHaveLength(2);
    },
    { projects: 2, evidence: 'inferred' },
  ),
  ...refusedContext(outcome, 'removeCustomFieldContextFromProjects'),
  refusedField(outcome, 'removeCustomFieldContextFromProjects'),
  unknownIdOf('removeCustomFieldContextFromProjects', 'projectIds', 'project'),

  rule(
    'a context that is global can cover some issue types only',
    { evidence: 'documented', source: '003, Get Custom Field Contexts, example', deployment: 'cloud' },
    async (stage) => {
      const field = await stage.field('select');
      const path = { fieldId: field.key, contextId: field.contextId };
      const issueTypeIds = [String(stage.sandbox.issueType.id)];
      await stage.admin.ask('addIssueTypesToContext', 204, { path, body: { issueTypeIds } });
      const { body } = await stage.admin.ask('getContextsForField', 200, { path: { fieldId: field.key } });
      expect(body.values).toMatchObject([{ isGlobalContext: true, isAnyIssueType: false }]);
    },
  ),
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
