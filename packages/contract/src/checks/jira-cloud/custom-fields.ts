import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { refuses } from './errors.js';

const { outcome } = checksOf('jira-cloud', 'custom-fields');

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
];
