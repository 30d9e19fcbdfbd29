import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import { listed } from './context-steps.js';
import { askBy, whoMay } from './requests.js';

const { outcome } = checksOf('customfield-editor', 'contexts');
const needs = { roles: ['user'] } as const;

const none = { projects: [], issueTypes: [] };

/** Both lists of the contexts of a field look alike. */
const lists = (['editorListContexts', 'editorListMyContexts'] as const).flatMap((id): Check[] => [
  outcome(
    id,
    200,
    'with the contexts, and with projects and issue types only where they are asked for',
    async (stage) => {
      const { sandbox } = stage;
      const field = await stage.field('select');
      await stage.grant(field);
      const other = await stage.context(field, {
        description: 'bar',
        projectIds: [sandbox.project.id],
        issueTypeIds: [sandbox.issueType.id],
      });
      const ask = async (expand?: string) => {
        const query = expand === undefined ? {} : { query: { expand } };
        return (await askBy(whoMay(id, stage), id, 200, { path: { customFieldId: field.id }, ...query }))
          .body as unknown;
      };
      const flags = (all: boolean) =>
        stage.versions.customfieldEditor.atLeast('2.10')
          ? { isGlobal: all, isAllIssueTypes: all, isAllProjects: all }
          : {};
      const first = {
        contextId: field.contextId,
        contextName: expect.any(String),
        contextDescription: expect.any(String),
        ...flags(true),
      };
      const second = { contextId: other.id, contextName: other.name, contextDescription: 'bar', ...flags(false) };
      expect(await ask()).toEqual([first, second]);
      if (!stage.versions.customfieldEditor.atLeast('1.5')) return;
      const projects = [
        {
          projectId: sandbox.project.id,
          projectKey: sandbox.project.key,
          projectName: expect.any(String),
          projectDescription: expect.any(String),
        },
      ];
      const issueTypes = [
        {
          issueTypeId: String(sandbox.issueType.id),
          issueTypeName: sandbox.issueType.name,
          issueTypeDescription: expect.any(String),
          issueTypeIsSubTask: false,
        },
      ];
      expect(await ask('projects')).toEqual([
        { ...first, projects: [] },
        { ...second, projects },
      ]);
      expect(await ask('issueTypes')).toEqual([
        { ...first, issueTypes: [] },
        { ...second, issueTypes },
      ]);
      expect(await ask('projects,issueTypes')).toEqual([
        { ...first, ...none },
        { ...second, projects, issueTypes },
      ]);
    },
    needs,
  ),
]);

const deleted = [
  outcome(
    'editorDeleteContext',
    200,
    'with the id, and the context is gone with its options',
    async (stage) => {
      const field = await stage.field('select', { options: ['everywhere'] });
      await stage.grant(field);
      const context = await stage.context(field, { projectIds: [stage.sandbox.project.id], options: ['here'] });
      const path = { customFieldId: field.id, contextId: context.id };
      expect((await stage.admin.ask('editorDeleteContext', 200, { path })).body).toEqual({ id: context.id });
      expect(await listed(stage, field.id)).toMatchObject([{ contextId: field.contextId }]);
      const { status } = await stage.user.send('editorListOptions', { path });
      expect(status).toBe(Number(stage.answer('editor.unknown-entity')));
      const { body: options } = await stage.user.ask('editorListDefaultOptions', 200, { path });
      expect(options).toMatchObject([{ optionvalue: 'everywhere' }]);
    },
    needs,
  ),
];

export const contexts = [...lists, ...deleted];
