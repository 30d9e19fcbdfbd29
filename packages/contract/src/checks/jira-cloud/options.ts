import type { OperationId } from '@fake-jira/openapi';
import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import { refuses, says } from './errors.js';
import { animals, listOf, optionsAt, valuesOf } from './option-steps.js';
import { pageSize } from './pages.js';
import { refusedContext, refusedField } from './refusals.js';
import { requestOf, scratchSubject } from './requests.js';

const { outcome } = checksOf('jira-cloud', 'options');

const ofText = (id: OperationId): Check =>
  outcome(id, 400, 'when the field is one without options', async (stage) => {
    const field = await stage.field('textfield');
    const subject = { ...(await scratchSubject(stage)), fieldId: field.key, contextId: field.contextId };
    says((await stage.admin.ask(id, 400, requestOf(id, subject))).body, "The custom field doesn't support options.");
  });

const withoutNumber = (id: OperationId, status: 400 | 404): Check =>
  outcome(
    id,
    status,
    'when the contextId is no number',
    async (stage) => {
      const subject = await scratchSubject(stage);
      refuses((await stage.admin.ask(id, status, requestOf(id, { ...subject, contextId: 'default' }))).body);
    },
    { answers: { 'jira.non-numeric-id': String(status) }, evidence: 'assumed', source: 'open question' },
  );

/** What every operation on the options of a context refuses. */
const refusals = (id: OperationId): Check[] => [
  ofText(id),
  withoutNumber(id, 400),
  withoutNumber(id, 404),
  refusedField(outcome, id),
  ...refusedContext(outcome, id),
];

export const options = [
  outcome('getOptionsForContext', 200, 'with the options, those below another with its id', async (stage) => {
    const field = await animals(stage);
    const { body } = await stage.admin.ask('getOptionsForContext', 200, { path: optionsAt(field) });
    expect(body).toMatchObject({ startAt: 0, maxResults: pageSize(stage, 100), total: 6, isLast: true });
    const cats = { id: String(field.option('cats')), value: 'cats', disabled: false };
    expect(body.values).toContainEqual(cats);
    expect(body.values).toContainEqual({
      id: String(field.option('cats', 'tom')),
      value: 'tom',
      disabled: true,
      optionId: cats.id,
    });
  }),
  outcome('getOptionsForContext', 200, 'a page at a time', async (stage) => {
    const field = await animals(stage);
    const page = async (startAt: number) => {
      const query = { startAt, maxResults: 4 };
      return (await stage.admin.ask('getOptionsForContext', 200, { path: optionsAt(field), query })).body;
    };
    const first = await page(0);
    expect(first).toMatchObject({ startAt: 0, maxResults: 4, total: 6, isLast: false });
    const second = await page(4);
    expect(second).toMatchObject({ startAt: 4, maxResults: 4, total: 6, isLast: true });
    const values = (body: { values: { value: string }[] }) => body.values.map(({ value }) => value);
    expect(values(first)).toHaveLength(4);
    expect([...values(first), ...values(second)]).toEqual(await valuesOf(stage, field));
  }),
  outcome('getOptionsForContext', 200, 'with those of one level or of one option', async (stage) => {
    const field = await animals(stage);
    const cats = String(field.option('cats'));
    expect(await valuesOf(stage, field, { onlyOptions: true })).toEqual(['cats', 'dogs', 'fish']);
    expect(await valuesOf(stage, field, { optionId: cats })).toEqual(['cats', 'leo', 'tom']);
    expect(await valuesOf(stage, field, { optionId: cats, onlyOptions: true })).toEqual(['cats']);
    expect(await valuesOf(stage, field, { optionId: stage.unknownId })).toEqual([]);
  }),
  ...refusals('getOptionsForContext'),

  outcome(
    'createCustomFieldOption',
    200,
    'with the options, which stand behind those of their level',
    async (stage) => {
      const field = await animals(stage);
      const cats = String(field.option('cats'));
      const { body } = await stage.admin.ask('createCustomFieldOption', 200, {
        path: optionsAt(field),
        body: {
          options: [
            { value: 'birds', disabled: true },
            { value: 'felix', optionId: cats },
          ],
        },
      });
      expect(body).toEqual({
        options: [
          { id: expect.stringMatching(/^\d+$/), value: 'birds', disabled: true },
          { id: expect.stringMatching(/^\d+$/), value: 'felix', disabled: false, optionId: cats },
        ],
      });
      expect(await valuesOf(stage, field, { onlyOptions: true })).toEqual(['cats', 'dogs', 'fish', 'birds']);
      expect(await valuesOf(stage, field, { optionId: cats })).toEqual(['cats', 'leo', 'tom', 'felix']);
    },
  ),
  ...refusals('createCustomFieldOption'),
  ...(
    [
      ['when a value is there already', [{ value: 'new' }, { value: 'cats' }]],
      ['when a value is given twice', [{ value: 'new' }, { value: 'new' }]],
      ['when a value is empty', [{ value: 'new' }, { value: ' ' }]],
      ['when a value has 256 characters', [{ value: 'new' }, { value: 'x'.repeat(256) }]],
      ['when there are more than 1,000', Array.from({ length: 1001 }, (_, at) => ({ value: `new ${at}` }))],
    ] as const
  ).map(([when, given]) =>
    outcome('createCustomFieldOption', 400, `${when}, and makes none`, async (stage) => {
      const field = await animals(stage);
      const asked = { path: optionsAt(field), body: { options: given } };
      refuses((await stage.admin.ask('createCustomFieldOption', 400, asked)).body);
      expect(await valuesOf(stage, field, { onlyOptions: true })).toEqual(['cats', 'dogs', 'fish']);
    }),
  ),
  outcome('createCustomFieldOption', 400, 'when the field has no cascading options', async (stage) => {
    const field = await listOf(stage);
    const body = { options: [{ value: 'new', optionId: String(field.option('red')) }] };
    refuses((await stage.admin.ask('createCustomFieldOption', 400, { path: optionsAt(field), body })).body);
    expect(await valuesOf(stage, field)).toEqual(['red', 'green', 'blue']);
  }),
  outcome('createCustomFieldOption', 404, 'when there is no such option to stand below', async (stage) => {
    const field = await animals(stage);
    const body = { options: [{ value: 'new', optionId: String(stage.unknownId) }] };
    refuses((await stage.admin.ask('createCustomFieldOption', 404, { path: optionsAt(field), body })).body);
    expect(await valuesOf(stage, field)).toHaveLength(6);
  }),

  outcome(
    'updateCustomFieldOption',
    200,
    'with those that have changed, not those that stay as they are',
    async (stage) => {
      const field = await animals(stage);
      const [cats, dogs, leo] = [field.option('cats'), field.option('dogs'), field.option('cats', 'leo')].map(String);
      const asked = {
        path: optionsAt(field),
        body: {
          options: [
            { id: cats, value: 'big cats' },
            { id: dogs, disabled: false },
            { id: leo, disabled: true },
          ],
        },
      };
      const { body } = await stage.admin.ask('updateCustomFieldOption', 200, asked);
      expect(body.options).toMatchObject([
        { id: cats, value: 'big cats', disabled: false },
        { id: leo, value: 'leo', disabled: true },
      ]);
      expect(body.options).toHaveLength(2);
      const { values } = (await stage.admin.ask('getOptionsForContext', 200, { path: optionsAt(field) })).body;
      expect(values).toContainEqual({ id: cats, value: 'big cats', disabled: false });
      expect(values).toContainEqual({ id: dogs, value: 'dogs', disabled: false });
      expect(values).toContainEqual({ id: leo, value: 'leo', disabled: true, optionId: cats });
      expect((await stage.admin.ask('updateCustomFieldOption', 200, asked)).body).toEqual({ options: [] });
    },
  ),
  ...refusals('updateCustomFieldOption'),
  outcome('updateCustomFieldOption', 400, 'when a value is that of another option, and changes none', async (stage) => {
    const field = await listOf(stage);
    const [red, blue] = ['red', 'blue'].map((value) => String(field.option(value)));
    const body = {
      options: [
        { id: blue, value: 'black' },
        { id: red, value: 'green' },
      ],
    };
    refuses((await stage.admin.ask('updateCustomFieldOption', 400, { path: optionsAt(field), body })).body);
    expect(await valuesOf(stage, field)).toEqual(['red', 'green', 'blue']);
  }),
  outcome(
    'updateCustomFieldOption',
    400,
    'when an option is named twice, and changes none',
    async (stage) => {
      const field = await listOf(stage);
      const red = String(field.option('red'));
      const body = {
        options: [
          { id: red, value: 'black' },
          { id: red, disabled: true },
        ],
      };
      refuses((await stage.admin.ask('updateCustomFieldOption', 400, { path: optionsAt(field), body })).body);
      expect(await valuesOf(stage, field)).toEqual(['red', 'green', 'blue']);
    },
    { evidence: 'inferred' },
  ),
  outcome('updateCustomFieldOption', 404, 'when one of them is not there, and changes none', async (stage) => {
    const field = await listOf(stage);
    const body = {
      options: [
        { id: String(field.option('red')), value: 'black' },
        { id: String(stage.unknownId), value: 'white' },
      ],
    };
    refuses((await stage.admin.ask('updateCustomFieldOption', 404, { path: optionsAt(field), body })).body);
    expect(await valuesOf(stage, field)).toEqual(['red', 'green', 'blue']);
  }),

  outcome('deleteCustomFieldOption', 204, 'and the option is gone, its value free again', async (stage) => {
    const field = await animals(stage);
    const path = { ...optionsAt(field), optionId: field.option('cats', 'leo') };
    expect((await stage.admin.ask('deleteCustomFieldOption', 204, { path })).text).toBe('');
    expect(await valuesOf(stage, field, { optionId: field.option('cats') })).toEqual(['cats', 'tom']);
    await stage.admin.ask('deleteCustomFieldOption', 404, { path });
    const again = { options: [{ value: 'leo', optionId: String(field.option('cats')) }] };
    const { body } = await stage.admin.ask('createCustomFieldOption', 200, { path: optionsAt(field), body: again });
    expect(body.options[0].id).not.toBe(String(path.optionId));
  }),
  ...refusals('deleteCustomFieldOption'),
  outcome('deleteCustomFieldOption', 400, 'when there are options below it, and deletes none', async (stage) => {
    const field = await animals(stage);
    const path = { ...optionsAt(field), optionId: field.option('cats') };
    refuses((await stage.admin.ask('deleteCustomFieldOption', 400, { path })).body);
    expect(await valuesOf(stage, field)).toHaveLength(6);
  }),
  ...([400, 404] as const).map((status) =>
    outcome(
      'deleteCustomFieldOption',
      status,
      'when the optionId is no number',
      async (stage) => {
        const subject = await scratchSubject(stage);
        const asked = requestOf('deleteCustomFieldOption', { ...subject, optionId: 'red' });
        refuses((await stage.admin.ask('deleteCustomFieldOption', status, asked)).body);
      },
      { answers: { 'jira.non-numeric-id': String(status) }, evidence: 'assumed', source: 'open question' },
    ),
  ),
  outcome('deleteCustomFieldOption', 404, 'when the option is one of another context', async (stage) => {
    const [field, other] = [await listOf(stage), await listOf(stage)];
    const path = { ...optionsAt(field), optionId: other.option('red') };
    refuses((await stage.admin.ask('deleteCustomFieldOption', 404, { path })).body);
    expect(await valuesOf(stage, other)).toEqual(['red', 'green', 'blue']);
  }),
];
