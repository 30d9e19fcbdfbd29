import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { AddressParts } from '@fake-jira/openapi';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';

const { outcome } = checksOf('jira-cloud', 'data-center-fields');

async function search({ admin }: Stage, query: NonNullable<AddressParts['query']>) {
  return (await admin.ask('getCustomFieldsDataCenter', 200, { query })).body;
}

const idsOf = (body: { values: { id: string }[] }) => body.values.map(({ id }) => id);

export const dataCenterFields = [
  outcome('getCustomFieldsDataCenter', 200, 'with the custom fields and how far they reach', async (stage) => {
    const field = await stage.field('select', { description: 'Words' });
    const body = await search(stage, { search: field.name });
    expect(body).toMatchObject({ startAt: 0, total: 1, isLast: true });
    expect(body.values).toMatchObject([
      {
        id: field.key,
        numericId: field.id,
        name: field.name,
        description: 'Words',
        isLocked: false,
        isAllProjects: true,
        projectIds: [],
        screensCount: 0,
        issuesWithValue: 0,
      },
    ]);
    expect((await search(stage, { search: `${field.name} and no other` })).total).toBe(0);
  }),
  outcome('getCustomFieldsDataCenter', 200, 'in the order asked, a page at a time', async (stage) => {
    // Not by a part of their names: other fields of the run may still be going.
    const description = stage.name('two');
    const fields = [await stage.field('float', { description }), await stage.field('float', { description })];
    const sorted = { search: description, sortColumn: 'name' };
    const all = idsOf(await search(stage, sorted));
    const byName = fields.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
    expect(all).toEqual(byName.map(({ key }) => key));
    expect(idsOf(await search(stage, { ...sorted, sortOrder: 'desc' }))).toEqual(all.toReversed());
    const page = await search(stage, { ...sorted, startAt: 1, maxResults: 1 });
    expect(page).toMatchObject({ startAt: 1, maxResults: 1, total: all.length });
    expect(idsOf(page)).toEqual([all[1]]);
  }),
  outcome(
    'getCustomFieldsDataCenter',
    400,
    'when maxResults is no number',
    async (stage) => {
      refuses((await stage.admin.ask('getCustomFieldsDataCenter', 400, { query: { maxResults: 'all' } })).body);
    },
    { readOnly: true, answers: { 'jira.invalid-start-at': '400' } },
  ),
  outcome(
    'deleteCustomFieldsDataCenter',
    200,
    'and the fields are gone, except those that are not there',
    async (stage) => {
      const field = await stage.field('select', { options: ['red'] });
      const absent = `customfield_${stage.unknownId}`;
      const { body } = await stage.admin.ask('deleteCustomFieldsDataCenter', 200, {
        query: { ids: `${field.key},${absent}` },
      });
      expect(body.deletedCustomFields).toEqual([field.key]);
      expect(Object.keys(body.notDeletedCustomFields as object)).toEqual([absent]);
      expect((await search(stage, { search: field.name })).total).toBe(0);
      await stage.admin.ask('getCustomFieldOption', 404, { path: { id: field.option('red') } });
    },
  ),
  outcome('deleteCustomFieldsDataCenter', 400, 'when no ids are given', async (stage) => {
    refuses((await stage.admin.ask('deleteCustomFieldsDataCenter', 400, { query: { ids: '' } })).body);
  }),
];
