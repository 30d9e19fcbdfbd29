import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { namesOf, refuses, valuesOf } from './steps.js';

const { outcome, rule } = checksOf('extender', 'value-edits');
const since = { since: { extender: '2.20' } };

const edit = (stage: Stage, configSchemeId: number, optionId: number, body: object) =>
  stage.admin.send('extenderEditValue', { path: { configSchemeId, optionId }, body });

export const valueEdits = [
  outcome('extenderEditValue', 200, 'with what the value is like now', async (stage) => {
    const field = await stage.field('select', { options: ['red', 'green', 'blue'] });
    const optionId = field.option('blue');
    const path = { configSchemeId: field.contextId, optionId };
    const { body } = await stage.admin.ask('extenderEditValue', 200, { path, body: { name: 'New name', position: 1 } });
    expect(body).toEqual({
      message: `option '${optionId}' changed (state: enabled, name: New name, position: 1)`,
      status: 'done',
    });
    expect(namesOf(await valuesOf(stage, field.contextId))).toEqual(['New name', 'red', 'green']);
  }),
  outcome('extenderEditValue', 200, 'and the value is disabled, and enabled again', async (stage) => {
    const field = await stage.field('select', { options: ['red', 'green'] });
    const optionId = field.option('red');
    const states = [];
    for (const disabled of [true, false]) {
      const { body } = await edit(stage, field.contextId, optionId, { disabled });
      states.push([body.message, (await valuesOf(stage, field.contextId)).map((value) => value.disabled)]);
    }
    const message = (state: string) => `option '${optionId}' changed (state: ${state}, name: red, position: 1)`;
    expect(states).toEqual([
      [message('disabled'), [true, false]],
      [message('enabled'), [false, false]],
    ]);
  }),
  outcome('extenderEditValue', 200, 'and a value below another has another name', async (stage) => {
    const field = await stage.field('cascadingselect', { options: [{ value: 'cats', children: ['leo', 'micki'] }] });
    const body = { parentId: field.option('cats'), name: 'New name - child' };
    const path = { configSchemeId: field.contextId, optionId: field.option('cats', 'leo') };
    await stage.admin.ask('extenderEditValue', 200, { path, body });
    const [cats] = await valuesOf(stage, field.contextId);
    expect(namesOf(cats?.children ?? [])).toEqual(['New name - child', 'micki']);
  }),
  rule(
    'a value moves to each position, counted from 1, and what is not named stays as it is',
    { evidence: 'documented', source: 'Extender for Jira, Change values (002:263)', ...since },
    async (stage) => {
      const field = await stage.field('select', { options: ['a', 'b', { value: 'c', disabled: true }, 'd'] });
      const orders = [];
      for (const position of [1, 2, 4]) {
        await edit(stage, field.contextId, field.option('c'), { position });
        const now = await valuesOf(stage, field.contextId);
        orders.push([namesOf(now).join(''), now[position - 1]?.disabled]);
      }
      expect(orders).toEqual([
        ['cabd', true],
        ['acbd', true],
        ['abdc', true],
      ]);
    },
  ),
  rule(
    'a position below 1, a name that is taken or empty, and a value of another scheme are refused, and nothing changes',
    { evidence: 'assumed', source: 'extender.error-form', ...since },
    async (stage) => {
      const field = await stage.field('select', { options: ['red', 'green'] });
      const other = await stage.field('select', { options: ['blue'] });
      const red = field.option('red');
      refuses(stage, await edit(stage, field.contextId, red, { position: 0 }));
      // Where a value can be there twice, none is taken.
      if (stage.answer('extender.duplicate-value') !== 'added') {
        refuses(stage, await edit(stage, field.contextId, red, { name: 'green', disabled: true }));
      }
      refuses(stage, await edit(stage, field.contextId, red, { name: ' ' }));
      refuses(stage, await edit(stage, field.contextId, other.option('blue'), { name: 'black' }));
      refuses(stage, await edit(stage, field.contextId, stage.unknownId, { name: 'black' }));
      refuses(stage, await edit(stage, stage.unknownId, red, { name: 'black' }));
      const now = (await valuesOf(stage, field.contextId)).map(({ name, disabled }) => [name, disabled]);
      expect(now).toEqual([
        ['red', false],
        ['green', false],
      ]);
    },
  ),
];
