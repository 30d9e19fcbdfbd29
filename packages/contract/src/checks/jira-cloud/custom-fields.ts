import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { refuses } from './errors.js';

const { outcome } = checksOf('jira-cloud', 'custom-fields');

const listOptions = 'getCustomFieldOptionsDataCenter';

export const customFields = [
  outcome('getCustomFieldOption', 200, 'with the value of an option, also of a disabled one', async (stage) => {
    const field = await stage.field('select', { options: ['red', { value: 'green', disabled: true }] });
    for (const { id, value } of field.options) {
      const { body } = await stage.admin.ask('getCustomFieldOption', 200, { path: { id } });
      expect(body).toMatchObject({ self: expect.stringMatching(new RegExp(`/customFieldOption/${id}$`)), value });
    }
  }),
  outcome('getCustomFieldOption', 200, 'with the value of a cascading option', async (stage) => {
    const field = await stage.field('cascadingselect', { options: [{ value: 'cats', children: ['leo'] }] });
    const path = { id: field.option('cats', 'leo') };
    expect((await stage.admin.ask('getCustomFieldOption', 200, { path })).body).toMatchObject({ value: 'leo' });
  }),
  outcome(
    'getCustomFieldOption',
    404,
    'when there is no such option',
    async (stage) => {
      refuses((await stage.admin.ask('getCustomFieldOption', 404, { path: { id: stage.unknownId } })).body);
    },
    { readOnly: true },
  ),
  outcome(
    'getCustomFieldOption',
    404,
    'when the option was deleted',
    async (stage) => {
      const field = await stage.field('select', { options: ['red'] });
      const id = field.option('red');
      const path = { fieldId: field.key, contextId: field.contextId, optionId: id };
      await stage.admin.ask('deleteCustomFieldOption', 204, { path });
      await stage.admin.ask('getCustomFieldOption', 404, { path: { id } });
    },
    { deployment: 'cloud' },
  ),
  outcome(listOptions, 200, 'with the options of a field, and how many there are', async (stage) => {
    const field = await stage.field('select', { options: ['red', { value: 'green', disabled: true }, 'blue'] });
    const path = { customFieldId: field.id };
    const of = async (query: Record<string, string | number | boolean>) =>
      (await stage.admin.ask(listOptions, 200, { path, query })).body;
    const [red, green, blue] = field.options.map(({ id, value }) => ({ id, value, disabled: value === 'green' }));
    const everywhere = { useAllContexts: true };
    expect(await of(everywhere)).toEqual({ total: 3, options: [red, green, blue] });
    expect(await of({ ...everywhere, sortByOptionName: true })).toEqual({ total: 3, options: [blue, green, red] });
    expect(await of({ ...everywhere, query: 'RE' })).toEqual({ total: 2, options: [red, green] });
    expect(await of({ ...everywhere, maxResults: 1 })).toEqual({ total: 3, options: [red] });
    expect(await of({ projectIds: String(stage.sandbox.project.id) })).toMatchObject({ total: 3 });
  }),
  outcome(listOptions, 400, 'when the field has no options', async (stage) => {
    const field = await stage.field('float');
    refuses((await stage.admin.ask(listOptions, 400, { path: { customFieldId: field.id } })).body);
  }),
  outcome(listOptions, 404, 'when the field is named in the long form', async (stage) => {
    const field = await stage.field('select', { options: ['red'] });
    refuses((await stage.admin.ask(listOptions, 404, { path: { customFieldId: field.key } })).body);
  }),
];
