import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { refuses, says } from './errors.js';
import { mappings, sinceGlobalStays, unknownIdOf, untilGlobalStays, withOwnContext } from './mapping-steps.js';
import { refusedContext, refusedField } from './refusals.js';

const { outcome } = checksOf('jira-cloud', 'context-projects');

export const contextProjects = [
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
  outcome(
    'assignProjectsToCustomFieldContext',
    400,
    'when the context is for all projects',
    async (stage) => {
      const field = await stage.field('select');
      const path = { fieldId: field.key, contextId: field.contextId };
      const body = { projectIds: [String(stage.sandbox.project.id)] };
      refuses((await stage.admin.ask('assignProjectsToCustomFieldContext', 400, { path, body })).body);
      expect(await mappings(stage, 'getProjectContextMapping', field)).toMatchObject([{ isGlobalContext: true }]);
    },
    sinceGlobalStays,
  ),
  ...refusedContext(outcome, 'assignProjectsToCustomFieldContext'),
  refusedField(outcome, 'assignProjectsToCustomFieldContext'),
  unknownIdOf(outcome, 'assignProjectsToCustomFieldContext', 'projectIds', 'project'),

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
    untilGlobalStays,
  ),
  outcome(
    'removeCustomFieldContextFromProjects',
    204,
    'and the context keeps the others',
    async (stage) => {
      const { field, path, globally, ownId, projectId } = await withOwnContext(stage);
      const body = { projectIds: [String(stage.sandbox.otherProject.id)] };
      await stage.admin.ask('assignProjectsToCustomFieldContext', 204, { path, body });
      expect((await stage.admin.ask('removeCustomFieldContextFromProjects', 204, { path, body })).text).toBe('');
      expect(await mappings(stage, 'getProjectContextMapping', field)).toEqual([
        globally,
        { contextId: ownId, projectId },
      ]);
    },
    { projects: 2 },
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
  unknownIdOf(outcome, 'removeCustomFieldContextFromProjects', 'projectIds', 'project'),
];
