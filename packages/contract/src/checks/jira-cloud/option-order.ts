import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { refuses, says } from './errors.js';
import { animals, listOf, optionsAt, valuesOf } from './option-steps.js';
import { refusedContext, refusedField } from './refusals.js';

const { outcome, rule } = checksOf('jira-cloud', 'option-order');

const id = 'reorderCustomFieldOptions';
const documented = {
  evidence: 'documented',
  source: '003, Reorder Custom Field Options',
  deployment: 'cloud',
} as const;

const move = (
  stage: Stage,
  field: ScratchField,
  status: number,
  values: readonly string[],
  where: Record<string, string>,
) =>
  stage.admin.ask(id, status, {
    path: optionsAt(field),
    body: { customFieldOptionIds: values.map((value) => String(field.option(value))), ...where },
  });

export const optionOrder = [
  outcome(id, 204, 'and the options stand first in the order given', async (stage) => {
    const field = await listOf(stage);
    expect((await move(stage, field, 204, ['blue', 'green'], { position: 'First' })).text).toBe('');
    expect(await valuesOf(stage, field)).toEqual(['blue', 'green', 'red']);
  }),
  outcome(id, 204, 'and the options stand last in the order given', async (stage) => {
    const field = await listOf(stage);
    await move(stage, field, 204, ['green', 'red'], { position: 'Last' });
    expect(await valuesOf(stage, field)).toEqual(['blue', 'green', 'red']);
  }),
  outcome(id, 204, 'and the options stand behind another', async (stage) => {
    const field = await listOf(stage);
    await move(stage, field, 204, ['red'], { after: String(field.option('green')) });
    expect(await valuesOf(stage, field)).toEqual(['green', 'red', 'blue']);
  }),
  outcome(id, 204, 'and cascading options stand elsewhere below their option', async (stage) => {
    const field = await animals(stage);
    await stage.admin.ask(id, 204, {
      path: optionsAt(field),
      body: { customFieldOptionIds: [String(field.option('cats', 'tom'))], position: 'First' },
    });
    expect(await valuesOf(stage, field, { optionId: field.option('cats') })).toEqual(['cats', 'tom', 'leo']);
  }),
  outcome(id, 400, 'when both after and position are given', async (stage) => {
    const field = await listOf(stage);
    const where = { after: String(field.option('red')), position: 'First' };
    says(
      (await move(stage, field, 400, ['blue'], where)).body,
      "'after' and 'position' were provided. Only 'after' or 'position' can be specified.",
    );
    expect(await valuesOf(stage, field)).toEqual(['red', 'green', 'blue']);
  }),
  outcome(
    id,
    400,
    'when neither after nor position is given',
    async (stage) => {
      const field = await listOf(stage);
      refuses((await move(stage, field, 400, ['blue'], {})).body);
      expect(await valuesOf(stage, field)).toEqual(['red', 'green', 'blue']);
    },
    { evidence: 'inferred' },
  ),
  outcome(
    id,
    400,
    'when they are not on one level',
    async (stage) => {
      const field = await animals(stage);
      const ids = [field.option('fish'), field.option('cats', 'tom')].map(String);
      const body = { customFieldOptionIds: ids, position: 'Last' };
      refuses((await stage.admin.ask(id, 400, { path: optionsAt(field), body })).body);
      expect(await valuesOf(stage, field)).toEqual(['cats', 'dogs', 'fish', 'leo', 'tom', 'rex']);
    },
    { evidence: 'inferred' },
  ),
  outcome(id, 400, 'when the field is one without options', async (stage) => {
    const field = await stage.field('textfield');
    const body = { customFieldOptionIds: [String(stage.unknownId)], position: 'First' };
    says(
      (await stage.admin.ask(id, 400, { path: optionsAt(field), body })).body,
      "The custom field doesn't support options.",
    );
  }),
  refusedField(outcome, id),
  ...refusedContext(outcome, id),
  outcome(id, 404, 'when one of them is not there, and moves none', async (stage) => {
    const field = await listOf(stage);
    const body = { customFieldOptionIds: [field.option('blue'), stage.unknownId].map(String), position: 'First' };
    refuses((await stage.admin.ask(id, 404, { path: optionsAt(field), body })).body);
    expect(await valuesOf(stage, field)).toEqual(['red', 'green', 'blue']);
  }),

  rule(
    'cascading options are listed behind those of the first level, in the order of these',
    { ...documented, evidence: 'inferred', source: '003, Get Custom Field Options Context' },
    async (stage) => {
      const field = await animals(stage);
      expect(await valuesOf(stage, field)).toEqual(['cats', 'dogs', 'fish', 'leo', 'tom', 'rex']);
      await move(stage, field, 204, ['dogs'], { position: 'First' });
      expect(await valuesOf(stage, field)).toEqual(['dogs', 'cats', 'fish', 'rex', 'leo', 'tom']);
    },
  ),
  rule(
    'the options of one context do not change those of another',
    { ...documented, evidence: 'inferred', source: '003, Custom Field Options' },
    async (stage) => {
      const field = await listOf(stage);
      const own = await stage.context(field, { projectIds: [stage.sandbox.project.id], options: ['red', 'grey'] });
      await move(stage, field, 204, ['blue'], { position: 'First' });
      const { body } = await stage.admin.ask('getOptionsForContext', 200, { path: optionsAt(field, own) });
      expect(body.values).toMatchObject([{ value: 'red' }, { value: 'grey' }]);
      expect(body.total).toBe(2);
    },
  ),
  rule(
    'a value can stand below another option too',
    { ...documented, evidence: 'inferred', source: '003, Create Custom Field Options: unique per level' },
    async (stage) => {
      const field = await animals(stage);
      const body = { options: [{ value: 'leo', optionId: String(field.option('dogs')) }, { value: 'rex' }] };
      await stage.admin.ask('createCustomFieldOption', 200, { path: optionsAt(field), body });
      expect(await valuesOf(stage, field, { optionId: field.option('dogs') })).toEqual(['dogs', 'rex', 'leo']);
    },
  ),
  rule(
    'two options can exchange their values in one request',
    { ...documented, evidence: 'inferred', source: '003, Update Custom Field Options' },
    async (stage) => {
      const field = await listOf(stage);
      const options = [
        { id: String(field.option('red')), value: 'blue' },
        { id: String(field.option('blue')), value: 'red' },
      ];
      await stage.admin.ask('updateCustomFieldOption', 200, { path: optionsAt(field), body: { options } });
      expect(await valuesOf(stage, field)).toEqual(['blue', 'green', 'red']);
    },
  ),
  rule(
    'a request can make 1,000 options',
    { ...documented, source: '003, Create Custom Field Options: 1000 options per request' },
    async (stage) => {
      const field = await stage.field('select');
      const options = Array.from({ length: 1000 }, (_, at) => ({ value: `option ${at}` }));
      const { body } = await stage.admin.ask('createCustomFieldOption', 200, {
        path: optionsAt(field),
        body: { options },
      });
      expect(body.options).toHaveLength(1000);
      expect(body.options.at(-1)).toMatchObject({ value: 'option 999' });
    },
  ),
  rule(
    'a field can have 10,000 options, in all of its contexts together',
    { ...documented, source: '003, Create Custom Field Options: 10000 options per custom field' },
    async (stage) => {
      const field = await stage.field('select');
      const own = await stage.context(field, { projectIds: [stage.sandbox.project.id] });
      for (let part = 0; part < 10; part += 1) {
        const options = Array.from({ length: 1000 }, (_, at) => ({ value: `option ${part * 1000 + at}` }));
        const path = optionsAt(field, part < 5 ? undefined : own);
        await stage.admin.ask('createCustomFieldOption', 200, { path, body: { options } });
      }
      const one = { path: optionsAt(field), body: { options: [{ value: 'one more' }] } };
      refuses((await stage.admin.ask('createCustomFieldOption', 400, one)).body);
    },
  ),
];
