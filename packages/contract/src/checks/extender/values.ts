import { below } from '@fake-jira/target';
import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { idForm, namesOf, refuses, valuesOf } from './steps.js';

const { outcome, rule } = checksOf('extender', 'values');
const cascading = { options: [{ value: 'cats', children: ['leo', 'micki'] }, 'dogs'] };

export const values = [
  outcome('extenderGetValues', 200, 'with the values in their order, positions from 1', async (stage) => {
    const field = await stage.field('select', { options: ['red', { value: 'green', disabled: true }] });
    const { body } = await stage.admin.ask('extenderGetValues', 200, { path: { configSchemeId: field.contextId } });
    const position = stage.answer('extender.position-key');
    const has = stage.versions.extender;
    const one = (value: string, at: number, disabled: boolean) => ({
      id: idForm(stage, field.option(value)),
      name: value,
      ...(has.atLeast('2.20') ? { [position]: at } : {}),
      ...(has.atLeast('1.1.1') ? { disabled: has.atLeast('2.20') ? disabled : String(disabled) } : {}),
    });
    expect(body.schemeOptions).toEqual([one('red', 1, false), one('green', 2, true)]);
    const envelope = has.atLeast('4.17') ? { startAt: 0, total: 2, maxResults: expect.any(Number) } : {};
    expect(body).toEqual({ schemeOptions: expect.any(Array), ...envelope });
  }),
  outcome('extenderGetValues', 200, 'with the values below a value, which say where they belong', async (stage) => {
    const field = await stage.field('cascadingselect', cascading);
    const [cats, dogs] = await valuesOf(stage, field.contextId);
    expect([namesOf(cats?.children ?? []), dogs?.children]).toEqual([['leo', 'micki'], []]);
    const { body } = await stage.admin.ask('extenderGetValues', 200, { path: { configSchemeId: field.contextId } });
    const [leo] = body.schemeOptions[0].childOptions as Record<string, unknown>[];
    expect(Object.values(leo ?? {})).toContain(idForm(stage, field.option('cats')));
  }),
  outcome(
    'extenderGetValues',
    200,
    'with the page that is asked for',
    async (stage) => {
      const field = await stage.field('select', { options: ['a', 'b', 'c', 'd'] });
      const { body } = await stage.admin.ask('extenderGetValues', 200, {
        path: { configSchemeId: field.contextId },
        query: { startAt: 1, maxResults: 2 },
      });
      expect(body).toMatchObject({ startAt: 1, maxResults: 2, total: 4 });
      expect((body.schemeOptions as { name: string }[]).map(({ name }) => name)).toEqual(['b', 'c']);
    },
    { since: { extender: '4.17' } },
  ),

  outcome('extenderAddValues', 200, 'with the names of the values, which stand behind the others', async (stage) => {
    const field = await stage.field('select', { options: ['red'] });
    const { body } = await stage.admin.ask('extenderAddValues', 200, {
      path: { configSchemeId: field.contextId },
      body: { optionName: ['New value 1', 'New value 2'] },
    });
    expect(body).toEqual({
      message: `values 'New value 1', 'New value 2' added to ${field.contextId} config scheme id`,
      status: 'done',
    });
    expect(namesOf(await valuesOf(stage, field.contextId))).toEqual(['red', 'New value 1', 'New value 2']);
  }),
  outcome('extenderAddValues', 200, 'and the values stand below the one that is named', async (stage) => {
    const field = await stage.field('cascadingselect', cascading);
    await stage.admin.ask('extenderAddValues', 200, {
      path: { configSchemeId: field.contextId },
      body: { ...below(stage.profile, field.option('dogs')), optionName: ['rex'] },
    });
    const [cats, dogs] = await valuesOf(stage, field.contextId);
    expect([namesOf(cats?.children ?? []), namesOf(dogs?.children ?? [])]).toEqual([['leo', 'micki'], ['rex']]);
  }),
  outcome(
    'extenderAddValues',
    200,
    'with the documented words where there is no such scheme',
    async (stage) => {
      const { body } = await stage.admin.ask('extenderAddValues', 200, {
        path: { configSchemeId: stage.unknownId },
        body: { optionName: ['New value 1'] },
      });
      expect(body).toEqual({ message: 'scheme config does not exist', status: 'done' });
    },
    { evidence: 'documented', answers: { 'extender.unknown-scheme-status': '200' } },
  ),
  rule(
    'a value that is there is not added again, and none of the others is',
    { evidence: 'assumed', source: 'extender.duplicate-value', answers: { 'extender.duplicate-value': 'refused' } },
    async (stage) => {
      const field = await stage.field('select', { options: ['red'] });
      refuses(
        stage,
        await stage.admin.send('extenderAddValues', {
          path: { configSchemeId: field.contextId },
          body: { optionName: ['green', 'red'] },
        }),
      );
      expect(namesOf(await valuesOf(stage, field.contextId))).toEqual(['red']);
    },
  ),
  rule(
    'nothing is added below a value of another scheme, to a field without values, or without a name',
    { evidence: 'assumed', source: 'extender.error-form' },
    async (stage) => {
      const field = await stage.field('cascadingselect', cascading);
      const other = await stage.field('cascadingselect', { options: ['fish'] });
      const flat = await stage.field('textfield');
      const add = (configSchemeId: number, body: object) =>
        stage.admin.send('extenderAddValues', { path: { configSchemeId }, body });
      refuses(
        stage,
        await add(field.contextId, { ...below(stage.profile, other.option('fish')), optionName: ['rex'] }),
      );
      refuses(stage, await add(flat.contextId, { optionName: ['rex'] }));
      refuses(stage, await add(field.contextId, { optionName: ['rex', ' '] }));
      refuses(stage, await add(field.contextId, { optionName: 'rex' }));
      expect(namesOf(await valuesOf(stage, field.contextId))).toEqual(['cats', 'dogs']);
    },
  ),

  outcome('extenderRemoveValues', 200, 'with what was deleted, as texts', async (stage) => {
    const field = await stage.field('select', { options: ['red', 'green', 'blue'] });
    const ids = [field.option('red'), field.option('blue')];
    const { body } = await stage.admin.ask('extenderRemoveValues', 200, { body: { optionId: ids } });
    expect(body).toEqual({ message: 'all options deleted', skipped: [], deleted: ids.map(String) });
    expect(namesOf(await valuesOf(stage, field.contextId))).toEqual(['green']);
  }),
  outcome('extenderRemoveValues', 200, 'with what is not there, which is skipped', async (stage) => {
    const field = await stage.field('select', { options: ['red', 'green'] });
    const message = 'options deleted, some options skipped';
    const unknown = String(stage.unknownId);
    const remove = async (...optionId: number[]) =>
      (await stage.admin.ask('extenderRemoveValues', 200, { body: { optionId } })).body as unknown;
    expect(await remove(stage.unknownId)).toEqual({ message, skipped: [unknown], deleted: [] });
    const red = field.option('red');
    expect(await remove(stage.unknownId, red)).toEqual({ message, skipped: [unknown], deleted: [String(red)] });
    expect(namesOf(await valuesOf(stage, field.contextId))).toEqual(['green']);
  }),
  rule(
    'a default goes with its value',
    { evidence: 'inferred', source: 'a default value is one of the options (003)', deployment: 'cloud' },
    async (stage) => {
      const field = await stage.field('select', { options: ['red', 'green'] });
      const path = { fieldId: field.key };
      const contextId = String(field.contextId);
      const optionId = String(field.option('red'));
      await stage.admin.ask('setDefaultValues', 204, {
        path,
        body: { defaultValues: [{ type: 'option.single', contextId, optionId }] },
      });
      await stage.admin.ask('extenderRemoveValues', 200, { body: { optionId: [field.option('red')] } });
      const { body } = await stage.admin.ask('getDefaultValues', 200, { path });
      expect(JSON.stringify(body.values)).not.toContain(optionId);
    },
  ),

  outcome('extenderSortValues', 200, 'and the first level is in alphabetical order', async (stage) => {
    const field = await stage.field('cascadingselect', {
      options: ['pears', { value: 'apples', children: ['z', 'a'] }, 'Bananas'],
    });
    const { body } = await stage.admin.ask('extenderSortValues', 200, { path: { configSchemeId: field.contextId } });
    expect(body).toEqual({ message: 'done' });
    const sorted = await valuesOf(stage, field.contextId);
    expect(namesOf(sorted)).toEqual(['apples', 'Bananas', 'pears']);
    expect(namesOf(sorted[0]?.children ?? [])).toEqual(['z', 'a']);
  }),
  outcome('extenderSortChildValues', 200, 'and the values below that one are in alphabetical order', async (stage) => {
    const field = await stage.field('cascadingselect', {
      options: ['pears', { value: 'apples', children: ['z', 'a', 'm'] }],
    });
    const { body } = await stage.admin.ask('extenderSortChildValues', 200, {
      path: { configSchemeId: field.contextId, parentOptionId: field.option('apples') },
    });
    expect(body).toEqual({ message: 'done' });
    const sorted = await valuesOf(stage, field.contextId);
    expect([namesOf(sorted), namesOf(sorted[1]?.children ?? [])]).toEqual([
      ['pears', 'apples'],
      ['a', 'm', 'z'],
    ]);
  }),
];
