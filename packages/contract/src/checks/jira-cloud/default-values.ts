import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { checkOfKind, defaultValueKinds } from './default-value-kinds.js';
import { refuses, says } from './errors.js';
import { refusedField } from './refusals.js';

const { outcome, rule } = checksOf('jira-cloud', 'default-values');

/** A list with a second context for the first project of the sandbox. */
async function withTwoContexts(stage: Stage) {
  const field = await stage.field('select', { options: ['red', 'green'] });
  const own = await stage.context(field, { projectIds: [stage.sandbox.project.id], options: ['blue', 'grey'] });
  return { field, own, path: { fieldId: field.key } };
}

const single = (contextId: number, optionId: number | null) => ({
  type: 'option.single',
  contextId: String(contextId),
  optionId: optionId === null ? null : String(optionId),
});

/** What a GET has of {@link single}; whether with the type is an open question. */
const shown = (contextId: number, optionId: number) => ({ contextId: String(contextId), optionId: String(optionId) });

async function defaultsOf(stage: Stage, path: { fieldId: string }, query: Record<string, string> = {}) {
  return (await stage.admin.ask('getDefaultValues', 200, { path, query })).body;
}

const set = (stage: Stage, path: { fieldId: string }, status: number, ...defaultValues: readonly object[]) =>
  stage.admin.ask('setDefaultValues', status, { path, body: { defaultValues } });

export const defaultValues = [
  outcome('getDefaultValues', 200, 'with the default values of the contexts that have one', async (stage) => {
    const { field, own, path } = await withTwoContexts(stage);
    expect(await defaultsOf(stage, path)).toMatchObject({ total: 0, isLast: true, values: [] });
    await set(stage, path, 204, single(own.id, own.option('grey')));
    expect(await defaultsOf(stage, path)).toMatchObject({ total: 1, values: [shown(own.id, own.option('grey'))] });
    await set(stage, path, 204, single(field.contextId, field.option('red')));
    expect(await defaultsOf(stage, path)).toMatchObject({
      total: 2,
      values: [shown(field.contextId, field.option('red')), shown(own.id, own.option('grey'))],
    });
    const only = await defaultsOf(stage, path, { contextId: String(own.id) });
    expect(only).toMatchObject({ total: 1, values: [{ contextId: String(own.id) }] });
  }),
  outcome(
    'getDefaultValues',
    400,
    'when a contextId is no number',
    async (stage) => {
      const field = await stage.field('select');
      const asked = { path: { fieldId: field.key }, query: { contextId: 'TEST' } };
      refuses((await stage.admin.ask('getDefaultValues', 400, asked)).body);
    },
    { evidence: 'inferred', edge: false },
  ),
  refusedField(outcome, 'getDefaultValues'),

  outcome('getContextDefaultValues', 200, 'with the default value of each context', async (stage) => {
    const { field, own, path } = await withTwoContexts(stage);
    await set(stage, path, 204, single(field.contextId, field.option('red')), single(own.id, own.option('grey')));
    const ask = async (query: Record<string, string> = {}) =>
      (await stage.admin.ask('getContextDefaultValues', 200, { path, query })).body;
    const entry = (contextId: number, optionId: number) => ({
      contextId,
      defaultValues: [{ isAnyIssueType: true, value: shown(contextId, optionId) }],
    });
    expect(await ask()).toMatchObject({
      total: 2,
      isLast: true,
      values: [entry(field.contextId, field.option('red')), entry(own.id, own.option('grey'))],
    });
    // What is for all issue types, no filter takes away.
    const only = await ask({ contextId: String(own.id), issueTypeId: String(stage.sandbox.issueType.id) });
    expect(only).toMatchObject({ total: 1, values: [entry(own.id, own.option('grey'))] });
  }),
  outcome(
    'getContextDefaultValues',
    400,
    'when a contextId is no number',
    async (stage) => {
      const field = await stage.field('select');
      const asked = { path: { fieldId: field.key }, query: { contextId: 'TEST' } };
      refuses((await stage.admin.ask('getContextDefaultValues', 400, asked)).body);
    },
    { evidence: 'inferred', edge: false },
  ),
  refusedField(outcome, 'getContextDefaultValues'),

  outcome('setDefaultValues', 204, 'and each context has its own', async (stage) => {
    const { field, own, path } = await withTwoContexts(stage);
    const answer = await set(
      stage,
      path,
      204,
      single(field.contextId, field.option('green')),
      single(own.id, own.option('blue')),
    );
    expect(answer.text).toBe('');
    expect((await defaultsOf(stage, path)).values).toMatchObject([
      shown(field.contextId, field.option('green')),
      shown(own.id, own.option('blue')),
    ]);
  }),
  outcome('setDefaultValues', 204, 'and a context whose value is null has none', async (stage) => {
    const { field, own, path } = await withTwoContexts(stage);
    await set(stage, path, 204, single(field.contextId, field.option('green')), single(own.id, own.option('blue')));
    await set(stage, path, 204, single(field.contextId, null));
    expect(await defaultsOf(stage, path)).toMatchObject({ total: 1, values: [{ contextId: String(own.id) }] });
  }),
  outcome('setDefaultValues', 400, 'when the default values are of several types, and sets none', async (stage) => {
    const { field, own, path } = await withTwoContexts(stage);
    const { body } = await set(stage, path, 400, single(field.contextId, field.option('red')), {
      type: 'option.multiple',
      contextId: String(own.id),
      optionIds: [],
    });
    says(body, 'All default values in the request must have the same type.');
    expect((await defaultsOf(stage, path)).total).toBe(0);
  }),
  outcome('setDefaultValues', 400, 'when their type is not that of the field', async (stage) => {
    const { field, path } = await withTwoContexts(stage);
    const value = {
      type: 'option.multiple',
      contextId: String(field.contextId),
      optionIds: [String(field.option('red'))],
    };
    refuses((await set(stage, path, 400, value)).body);
    expect((await defaultsOf(stage, path)).total).toBe(0);
  }),
  outcome(
    'setDefaultValues',
    400,
    'when a context is named twice',
    async (stage) => {
      const { field, path } = await withTwoContexts(stage);
      const value = (option: string) => single(field.contextId, field.option(option));
      refuses((await set(stage, path, 400, value('red'), value('green'))).body);
      expect((await defaultsOf(stage, path)).total).toBe(0);
    },
    { evidence: 'inferred' },
  ),
  outcome('setDefaultValues', 404, 'when there is no such context, and sets none of them', async (stage) => {
    const { field, path } = await withTwoContexts(stage);
    const option = field.option('red');
    const { body } = await set(stage, path, 404, single(field.contextId, option), single(stage.unknownId, option));
    says(body, 'The context was not found.');
    expect((await defaultsOf(stage, path)).total).toBe(0);
  }),
  outcome('setDefaultValues', 404, 'when the option is one of another context', async (stage) => {
    const { field, own, path } = await withTwoContexts(stage);
    refuses((await set(stage, path, 404, single(own.id, field.option('red')))).body);
    expect((await defaultsOf(stage, path)).total).toBe(0);
  }),
  outcome('setDefaultValues', 404, 'when there is no such option', async (stage) => {
    const { field, path } = await withTwoContexts(stage);
    refuses((await set(stage, path, 404, single(field.contextId, stage.unknownId))).body);
  }),
  refusedField(outcome, 'setDefaultValues'),

  ...Object.entries(defaultValueKinds).map(([type, kind]) =>
    rule(
      `a default value of the kind ${type} is set, read and taken away by null`,
      {
        evidence: kind.evidence ?? 'documented',
        source: '003, Set Custom Field Contexts Default Values',
        deployment: 'cloud',
        ...(kind.needs ?? {}),
      },
      (stage) => checkOfKind(type, kind, stage),
    ),
  ),
  rule(
    'a deleted option is no default value any more',
    { evidence: 'inferred', source: '003, Delete Custom Field Options', deployment: 'cloud' },
    async (stage) => {
      const { field, path } = await withTwoContexts(stage);
      await set(stage, path, 204, single(field.contextId, field.option('red')));
      await stage.admin.ask('deleteCustomFieldOption', 204, {
        path: { ...path, contextId: field.contextId, optionId: field.option('red') },
      });
      expect((await defaultsOf(stage, path)).total).toBe(0);
    },
  ),
  rule(
    'a default value of several options loses the one that is deleted',
    { evidence: 'inferred', source: '003, Delete Custom Field Options', deployment: 'cloud' },
    async (stage) => {
      const field = await stage.field('multiselect', { options: ['red', 'green'] });
      const path = { fieldId: field.key };
      const optionIds = ['red', 'green'].map((value) => String(field.option(value)));
      await set(stage, path, 204, { type: 'option.multiple', contextId: String(field.contextId), optionIds });
      await stage.admin.ask('deleteCustomFieldOption', 204, {
        path: { ...path, contextId: field.contextId, optionId: field.option('red') },
      });
      expect((await defaultsOf(stage, path)).values).toMatchObject([{ optionIds: [optionIds[1]] }]);
    },
  ),
  rule(
    'a default value of a cascading list is an option and one below it, or the first level alone',
    { evidence: 'documented', source: '003, Set Custom Field Contexts Default Values', deployment: 'cloud' },
    async (stage) => {
      const field = await stage.field('cascadingselect', { options: [{ value: 'cats', children: ['leo'] }, 'dogs'] });
      const path = { fieldId: field.key };
      const value = (option: number, child?: number | null) => ({
        type: 'option.cascading',
        contextId: String(field.contextId),
        optionId: String(option),
        ...(child === undefined ? {} : { cascadingOptionId: child === null ? null : String(child) }),
      });
      await set(stage, path, 204, value(field.option('cats'), field.option('cats', 'leo')));
      expect((await defaultsOf(stage, path)).values).toMatchObject([
        { optionId: String(field.option('cats')), cascadingOptionId: String(field.option('cats', 'leo')) },
      ]);
      await set(stage, path, 204, value(field.option('dogs'), null));
      const [alone] = (await defaultsOf(stage, path)).values;
      expect(alone).toMatchObject({ optionId: String(field.option('dogs')) });
      expect(alone.cascadingOptionId ?? null).toBeNull();
      await set(stage, path, 404, value(field.option('dogs'), field.option('cats', 'leo')));
    },
  ),
];
