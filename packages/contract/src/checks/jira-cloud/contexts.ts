import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { refuses, says } from './errors.js';
import { refusedContext, refusedField, refusedStart } from './refusals.js';
import { untilGlobalStays, sinceGlobalStays } from './mapping-steps.js';

const { outcome, rule } = checksOf('jira-cloud', 'contexts');

const inferred = { evidence: 'inferred', source: '003, Create Custom Field Context', deployment: 'cloud' } as const;

const contextsOf = async ({ admin }: Stage, field: ScratchField) =>
  (await admin.ask('getContextsForField', 200, { path: { fieldId: field.key } })).body.values;

/** A scratch field with a second context for the first project of the sandbox. */
async function withOwnContext(stage: Stage) {
  const field = await stage.field('select', { options: ['red'] });
  const own = await stage.context(field, { projectIds: [stage.sandbox.project.id], options: ['green', 'blue'] });
  return { field, own, path: { fieldId: field.key, contextId: own.id } };
}

export const contexts = [
  outcome('getContextsForField', 200, 'with the contexts and how far each reaches', async (stage) => {
    const { sandbox } = stage;
    const field = await stage.field('select');
    const bugs = await stage.context(field, {
      description: 'Of one project',
      projectIds: [sandbox.project.id],
      issueTypeIds: [sandbox.issueType.id],
    });
    const { body } = await stage.admin.ask('getContextsForField', 200, { path: { fieldId: field.key } });
    expect(body).toMatchObject({
      total: 2,
      startAt: 0,
      isLast: true,
      values: [
        { id: String(field.contextId), isGlobalContext: true, isAnyIssueType: true },
        {
          id: String(bugs.id),
          name: bugs.name,
          description: 'Of one project',
          isGlobalContext: false,
          isAnyIssueType: false,
        },
      ],
    });
  }),
  outcome('getContextsForField', 200, 'with those that the filters let through', async (stage) => {
    const { field, own } = await withOwnContext(stage);
    const [globalId, ownId] = [String(field.contextId), String(own.id)];
    const found = async (query: Record<string, string | boolean | string[]>) => {
      const { body } = await stage.admin.ask('getContextsForField', 200, { path: { fieldId: field.key }, query });
      return (body.values as { id: string }[]).map(({ id }) => id);
    };
    expect(await found({ isGlobalContext: true })).toEqual([globalId]);
    expect(await found({ isGlobalContext: false })).toEqual([ownId]);
    expect(await found({ isAnyIssueType: true })).toEqual([globalId, ownId]);
    expect(await found({ isAnyIssueType: false })).toEqual([]);
    expect(await found({ contextId: ownId })).toEqual([ownId]);
    expect(await found({ contextId: [globalId, ownId] })).toEqual([globalId, ownId]);
    expect(await found({ contextId: ownId, isGlobalContext: true })).toEqual([]);
  }),
  outcome('getContextsForField', 200, 'a page at a time', async (stage) => {
    const { field, own } = await withOwnContext(stage);
    const page = async (startAt: number) => {
      const query = { startAt, maxResults: 1 };
      return (await stage.admin.ask('getContextsForField', 200, { path: { fieldId: field.key }, query })).body;
    };
    const first = await page(0);
    expect(first).toMatchObject({ startAt: 0, maxResults: 1, total: 2, isLast: false });
    expect(first.values).toEqual([expect.objectContaining({ id: String(field.contextId) })]);
    const second = await page(1);
    expect(second).toMatchObject({ startAt: 1, maxResults: 1, total: 2, isLast: true });
    expect(second.values).toEqual([expect.objectContaining({ id: String(own.id) })]);
  }),
  refusedStart(outcome, 'getContextsForField'),
  refusedField(outcome, 'getContextsForField'),

  outcome('createCustomFieldContext', 201, 'with the context, which is there for the next request', async (stage) => {
    const { sandbox } = stage;
    const field = await stage.field('select');
    const body = {
      name: stage.name('context'),
      description: 'Of one project and one issue type',
      projectIds: [String(sandbox.project.id)],
      issueTypeIds: [String(sandbox.issueType.id)],
    };
    const made = await stage.admin.ask('createCustomFieldContext', 201, { path: { fieldId: field.key }, body });
    expect(made.body).toEqual({ id: expect.stringMatching(/^\d+$/), ...body });
    expect(await contextsOf(stage, field)).toMatchObject([
      { id: String(field.contextId) },
      {
        id: made.body.id,
        name: body.name,
        description: body.description,
        isGlobalContext: false,
        isAnyIssueType: false,
      },
    ]);
  }),
  outcome('createCustomFieldContext', 400, 'when the name is blank', async (stage) => {
    const field = await stage.field('select');
    const { body } = await stage.admin.ask('createCustomFieldContext', 400, {
      path: { fieldId: field.key },
      body: { name: ' ', projectIds: [String(stage.sandbox.project.id)] },
    });
    refuses(body);
    expect(await contextsOf(stage, field)).toHaveLength(1);
  }),
  outcome('createCustomFieldContext', 400, 'when another context applies to all projects already', async (stage) => {
    const field = await stage.field('select');
    for (const projectIds of [undefined, []]) {
      const { body } = await stage.admin.ask('createCustomFieldContext', 400, {
        path: { fieldId: field.key },
        body: { name: stage.name('second'), ...(projectIds && { projectIds }) },
      });
      refuses(body);
    }
    expect(await contextsOf(stage, field)).toHaveLength(1);
  }),
  ...([400, 409] as const).map((status) =>
    outcome(
      'createCustomFieldContext',
      status,
      'when a project has a context of the field already',
      async (stage) => {
        const { field } = await withOwnContext(stage);
        const { body } = await stage.admin.ask('createCustomFieldContext', status, {
          path: { fieldId: field.key },
          body: { name: stage.name('third'), projectIds: [String(stage.sandbox.project.id)] },
        });
        refuses(body);
        expect(await contextsOf(stage, field)).toHaveLength(2);
      },
      { answers: { 'jira.project-taken-status': String(status) }, evidence: 'assumed', source: 'open question' },
    ),
  ),
  refusedField(outcome, 'createCustomFieldContext'),
  outcome('createCustomFieldContext', 404, 'when there is no such project', async (stage) => {
    const field = await stage.field('select');
    const { body } = await stage.admin.ask('createCustomFieldContext', 404, {
      path: { fieldId: field.key },
      body: { name: stage.name('nowhere'), projectIds: [String(stage.unknownId)] },
    });
    refuses(body);
    expect(await contextsOf(stage, field)).toHaveLength(1);
  }),
  outcome('createCustomFieldContext', 404, 'when there is no such issue type', async (stage) => {
    const field = await stage.field('select');
    const { body } = await stage.admin.ask('createCustomFieldContext', 404, {
      path: { fieldId: field.key },
      body: {
        name: stage.name('nothing'),
        projectIds: [String(stage.sandbox.project.id)],
        issueTypeIds: [String(stage.unknownId)],
      },
    });
    refuses(body);
  }),
  outcome(
    'createCustomFieldContext',
    409,
    'when an issue type is one of sub-tasks while these are switched off',
    async (stage) => {
      const field = await stage.field('select');
      await stage.control.settings({ subtasks: false });
      const { body } = await stage.admin.ask('createCustomFieldContext', 409, {
        path: { fieldId: field.key },
        body: {
          name: stage.name('sub-tasks'),
          projectIds: [String(stage.sandbox.project.id)],
          issueTypeIds: [String(stage.sandbox.issueType.id), String(stage.sandbox.subtaskType?.id)],
        },
      });
      says(body, 'Sub-tasks are disabled in Jira. At least one of the issue types is a sub-task.');
      expect(await contextsOf(stage, field)).toHaveLength(1);
    },
    { control: true },
  ),

  outcome('updateCustomFieldContext', 204, 'and the context has what was given, and keeps the rest', async (stage) => {
    const { field, own, path } = await withOwnContext(stage);
    const now = async () => (await contextsOf(stage, field))[1];
    const answer = await stage.admin.ask('updateCustomFieldContext', 204, { path, body: { description: 'Words' } });
    expect(answer.text).toBe('');
    expect(await now()).toMatchObject({ name: own.name, description: 'Words' });
    const name = stage.name('renamed');
    await stage.admin.ask('updateCustomFieldContext', 204, { path, body: { name } });
    expect(await now()).toMatchObject({ name, description: 'Words', isGlobalContext: false });
  }),
  outcome('updateCustomFieldContext', 400, 'when the contextId is no number', async (stage) => {
    const field = await stage.field('select');
    const path = { fieldId: field.key, contextId: 'default' };
    says(
      (await stage.admin.ask('updateCustomFieldContext', 400, { path, body: { name: 'Words' } })).body,
      'The contextId has to be provided.',
    );
  }),
  ...refusedContext(outcome, 'updateCustomFieldContext'),
  refusedField(outcome, 'updateCustomFieldContext'),

  outcome('deleteCustomFieldContext', 204, 'and the context is gone', async (stage) => {
    const { field, path } = await withOwnContext(stage);
    expect((await stage.admin.ask('deleteCustomFieldContext', 204, { path })).text).toBe('');
    expect(await contextsOf(stage, field)).toMatchObject([{ id: String(field.contextId) }]);
    await stage.admin.ask('deleteCustomFieldContext', 404, { path });
  }),
  outcome('deleteCustomFieldContext', 400, 'when the contextId is no number', async (stage) => {
    const field = await stage.field('select');
    const path = { fieldId: field.key, contextId: 'default' };
    says((await stage.admin.ask('deleteCustomFieldContext', 400, { path })).body, 'The contextId has to be provided.');
    expect(await contextsOf(stage, field)).toHaveLength(1);
  }),
  ...refusedContext(outcome, 'deleteCustomFieldContext'),
  refusedField(outcome, 'deleteCustomFieldContext'),

  outcome('getContextsForFieldDeprecated', 200, 'with the contexts, whose ids are numbers here', async (stage) => {
    const { field, own } = await withOwnContext(stage);
    const { body } = await stage.admin.ask('getContextsForFieldDeprecated', 200, { path: { fieldId: field.key } });
    expect(body).toMatchObject({
      total: 2,
      maxResults: 20,
      isLast: true,
      values: [{ id: field.contextId }, { id: own.id, name: own.name }],
    });
  }),
  refusedStart(outcome, 'getContextsForFieldDeprecated'),
  refusedField(outcome, 'getContextsForFieldDeprecated'),

  outcome(
    'deleteCustomFieldContext',
    400,
    'when it is the context for all projects',
    async (stage) => {
      const field = await stage.field('select');
      const path = { fieldId: field.key, contextId: field.contextId };
      refuses((await stage.admin.ask('deleteCustomFieldContext', 400, { path })).body);
      expect(await contextsOf(stage, field)).toMatchObject([{ isGlobalContext: true }]);
    },
    sinceGlobalStays,
  ),

  rule('all that is wrong with a new context is told', { ...inferred, evidence: 'assumed' }, async (stage) => {
    const { key: fieldId } = await stage.field('select');
    const issueType = String(stage.sandbox.issueType.id);
    const body = { name: '', issueTypeIds: [issueType, issueType] };
    const refused = (await stage.admin.ask('createCustomFieldContext', 400, { path: { fieldId }, body })).body;
    expect(refused.errorMessages.length + Object.keys(refused.errors as object).length).toBe(2);
  }),
  rule('a deleted context takes its options and its default value along', inferred, async (stage) => {
    const { field, own, path } = await withOwnContext(stage);
    const fieldId = field.key;
    const defaultValues = [
      { type: 'option.single', contextId: String(field.contextId), optionId: String(field.option('red')) },
      { type: 'option.single', contextId: String(own.id), optionId: String(own.option('blue')) },
    ];
    await stage.admin.ask('setDefaultValues', 204, { path: { fieldId }, body: { defaultValues } });
    await stage.admin.ask('deleteCustomFieldContext', 204, { path });
    await stage.admin.ask('getCustomFieldOption', 404, { path: { id: own.option('blue') } });
    const { body } = await stage.admin.ask('getDefaultValues', 200, { path: { fieldId } });
    expect(body.values).toMatchObject([{ contextId: String(field.contextId) }]);
    expect(body.total).toBe(1);
  }),
  rule('a deleted context leaves its projects to the global one', inferred, async (stage) => {
    const { field, path } = await withOwnContext(stage);
    await stage.admin.ask('deleteCustomFieldContext', 204, { path });
    const again = await stage.context(field, { projectIds: [stage.sandbox.project.id] });
    expect(await contextsOf(stage, field)).toMatchObject([{}, { id: String(again.id) }]);
  }),
  rule(
    'another context can be global once the global one is deleted',
    { ...inferred, ...untilGlobalStays },
    async (stage) => {
      const { field, own, path } = await withOwnContext(stage);
      await stage.admin.ask('deleteCustomFieldContext', 204, {
        path: { fieldId: field.key, contextId: field.contextId },
      });
      await stage.admin.ask('removeCustomFieldContextFromProjects', 204, {
        path,
        body: { projectIds: [String(stage.sandbox.project.id)] },
      });
      expect(await contextsOf(stage, field)).toMatchObject([{ id: String(own.id), isGlobalContext: true }]);
    },
  ),
  rule(
    'a project can be in contexts of as many fields as there are',
    { ...inferred, source: '003, Create Custom Field Context: at most one context of a field' },
    async (stage) => {
      await withOwnContext(stage);
      await withOwnContext(stage);
    },
  ),
];
