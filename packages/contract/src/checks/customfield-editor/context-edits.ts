import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { invalid } from './answers.js';
import { listed, ofProject } from './context-steps.js';
import { askBy } from './requests.js';

const { outcome, rule } = checksOf('customfield-editor', 'context-edits');
const needs = { roles: ['user'] } as const;
/** What a context cannot be, is Jira's to know; the document lists the status. */
const inferred = { ...needs, evidence: 'inferred' } as const;
const source = '001, admin-operations: contexts';

const created = [
  outcome(
    'editorCreateContext',
    200,
    'with the id of a context for a project and an issue type',
    async (stage) => {
      const field = await stage.field('select');
      const body = ofProject(stage);
      const path = { customFieldId: field.id };
      const { body: made } = await stage.admin.ask('editorCreateContext', 200, { path, body });
      expect(made).toEqual({ id: expect.any(Number) });
      const contexts = await listed(stage, field.id);
      expect(contexts).toHaveLength(2);
      expect(contexts[1]).toMatchObject({
        contextId: (made as { id: number }).id,
        contextName: body.contextName,
        contextDescription: 'foobar 123',
        isGlobal: false,
        isAllProjects: false,
        isAllIssueTypes: false,
        projects: [{ projectId: stage.sandbox.project.id }],
        issueTypes: [{ issueTypeId: String(stage.sandbox.issueType.id) }],
      });
    },
    needs,
  ),
  outcome(
    'editorCreateContext',
    200,
    'with the id of a global context for an issue type',
    async (stage) => {
      const field = await stage.field('select');
      const path = { customFieldId: field.id };
      await stage.admin.ask('editorDeleteContext', 200, { path: { ...path, contextId: field.contextId } });
      const body = ofProject(stage, { isGlobal: true, projectIds: [] });
      const { body: made } = await stage.admin.ask('editorCreateContext', 200, { path, body });
      expect(await listed(stage, field.id)).toMatchObject([
        {
          contextId: (made as { id: number }).id,
          isGlobal: true,
          isAllProjects: true,
          isAllIssueTypes: false,
          projects: [],
          issueTypes: [{ issueTypeId: String(stage.sandbox.issueType.id) }],
        },
      ]);
    },
    needs,
  ),
  rule(
    'a new context has no options, no default value and no grants',
    { ...needs, evidence: 'inferred', source, since: { customfieldEditor: '2.10' } },
    async (stage) => {
      const field = await stage.field('select', { options: ['a'] });
      await stage.grant(field);
      const path = { customFieldId: field.id };
      const { body } = await stage.admin.ask('editorCreateContext', 200, { path, body: ofProject(stage) });
      const own = { ...path, contextId: (body as { id: number }).id };
      expect((await stage.user.ask('editorListOptions', 200, { path: own })).body).toEqual([]);
      expect((await stage.user.ask('editorGetDefaultValue', 200, { path: own })).body).toEqual({});
      const { body: grants } = await stage.admin.ask('editorGetContextPermissions', 200, { path });
      expect(grants).toContainEqual({ contextId: own.contextId, userlist: [], grouplist: [] });
    },
  ),
];

/** A field with a second context, which is for one project and one issue type and is described. */
async function narrowContext(stage: Stage) {
  const { project, issueType } = stage.sandbox;
  const field = await stage.field('select');
  const plan = { description: 'bar', projectIds: [project.id], issueTypeIds: [issueType.id] };
  const context = await stage.context(field, plan);
  return { field, context, path: { customFieldId: field.id, contextId: context.id } };
}

const updated = [
  outcome(
    'editorUpdateContext',
    200,
    'with the id, and all of the context is as the request says',
    async (stage) => {
      const { sandbox } = stage;
      const { field, context, path } = await narrowContext(stage);
      const body = ofProject(stage, { projectIds: [sandbox.otherProject.id], issueTypeIds: [] });
      expect((await stage.admin.ask('editorUpdateContext', 200, { path, body })).body).toEqual({ id: context.id });
      const contexts = await listed(stage, field.id);
      expect(contexts).toHaveLength(2);
      expect(contexts).toContainEqual(
        expect.objectContaining({
          contextId: context.id,
          contextName: body.contextName,
          contextDescription: 'foobar 123',
          isAllIssueTypes: true,
          projects: [expect.objectContaining({ projectId: sandbox.otherProject.id })],
          issueTypes: [],
        }),
      );
    },
    { ...needs, projects: 2 },
  ),
  rule(
    'what an update of a context leaves out is emptied',
    {
      ...needs,
      evidence: 'documented',
      source: '001, "this endpoint overwrites existing context settings"',
      since: { customfieldEditor: '2.10' },
    },
    async (stage) => {
      const { sandbox } = stage;
      const { field, context, path } = await narrowContext(stage);
      const body = { contextName: context.name, isGlobal: false, projectIds: [sandbox.project.id] };
      await stage.admin.ask('editorUpdateContext', 200, { path, body });
      expect(await listed(stage, field.id)).toContainEqual(
        expect.objectContaining({
          contextId: context.id,
          contextDescription: '',
          isAllIssueTypes: true,
          issueTypes: [],
        }),
      );
    },
  ),
  rule(
    'an update of a context keeps its options',
    { ...needs, evidence: 'inferred', source, since: { customfieldEditor: '2.10' } },
    async (stage) => {
      const field = await stage.field('select', { options: ['a', 'b'] });
      await stage.grant(field);
      const path = { customFieldId: field.id, contextId: field.contextId };
      const body = ofProject(stage, { isGlobal: true, projectIds: [], issueTypeIds: [] });
      await stage.admin.ask('editorUpdateContext', 200, { path, body });
      const { body: options } = await stage.user.ask('editorListDefaultOptions', 200, { path });
      expect(options).toMatchObject([{ optionvalue: 'a' }, { optionvalue: 'b' }]);
    },
  ),
];

/** Requests for a context that cannot be, each with the property that is wrong. */
const wrongContexts: readonly (readonly [when: string, name: string, given: (stage: Stage) => object])[] = [
  ['when the name is empty', 'contextName', () => ({ contextName: '' })],
  ['when there is no name', 'contextName', () => ({ contextName: undefined })],
  ['when there is no such project', 'projectIds', ({ unknownId }) => ({ projectIds: [unknownId] })],
  ['when there is no such issue type', 'issueTypeIds', ({ unknownId }) => ({ issueTypeIds: [String(unknownId)] })],
  [
    'when a project is named twice',
    'projectIds',
    ({ sandbox: { project } }) => ({ projectIds: [project.id, project.id] }),
  ],
  ['when another context is global', 'isGlobal', () => ({ isGlobal: true, projectIds: [], issueTypeIds: [] })],
];

const refused = (['editorCreateContext', 'editorUpdateContext'] as const).flatMap((id) =>
  wrongContexts.map(([when, name, given]) =>
    outcome(
      id,
      400,
      when,
      async (stage) => {
        const field = await stage.field('select');
        const contextId =
          id === 'editorUpdateContext'
            ? (await stage.context(field, { projectIds: [stage.sandbox.project.id] })).id
            : field.contextId;
        const before = await listed(stage, field.id);
        const body = { ...ofProject(stage), ...given(stage) };
        invalid(await askBy(stage.admin, id, 400, { path: { customFieldId: field.id, contextId }, body }), name);
        expect(await listed(stage, field.id)).toEqual(before);
      },
      inferred,
    ),
  ),
);

const taken = rule(
  'a project is in one context of a field at most',
  { ...needs, evidence: 'inferred', source: '003, contexts', since: { customfieldEditor: '2.10' } },
  async (stage) => {
    const field = await stage.field('select');
    await stage.context(field, { projectIds: [stage.sandbox.project.id] });
    const path = { customFieldId: field.id };
    const before = await listed(stage, field.id);
    invalid(await stage.admin.ask('editorCreateContext', 400, { path, body: ofProject(stage) }));
    expect(await listed(stage, field.id)).toEqual(before);
  },
);

/** What makes and changes contexts. */
export const contextEdits = [...created, ...updated, ...refused, taken];
