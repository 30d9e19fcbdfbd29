import type { OperationId } from '@fake-jira/openapi';
import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import type { AddressParts } from '@fake-jira/openapi';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { refuses, says } from './errors.js';
import { refusedField } from './refusals.js';
import { finished, taskOf } from './task-steps.js';

const { outcome, rule } = checksOf('jira-cloud', 'trash');

const inferred = { evidence: 'inferred', source: '003, Move Custom Field To Trash', deployment: 'cloud' } as const;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/;

type OfField = 'trashCustomField' | 'restoreCustomField' | 'deleteCustomField';

async function inTrash({ admin }: Stage, query: NonNullable<AddressParts['query']>) {
  return (await admin.ask('getTrashedFieldsPaginated', 200, { query })).body;
}

const inUse = async ({ admin }: Stage, { key }: ScratchField): Promise<boolean> =>
  (await admin.ask('getFieldsPaginated', 200, { query: { type: 'custom', id: key } })).body.total === 1;

async function trashed(stage: Stage, plan: Parameters<Stage['field']>[1] = {}): Promise<ScratchField> {
  const field = await stage.field('select', plan);
  await stage.admin.ask('trashCustomField', 200, { path: { fieldId: field.key } });
  return field;
}

/** Ids that are none of a custom field. */
const noCustomField = (id: OfField): Check[] => [
  outcome(id, 400, 'when the field is a system field', async (stage) => {
    refuses((await stage.admin.ask(id, 400, { path: { fieldId: 'summary' } })).body);
  }),
  ...(id === 'restoreCustomField'
    ? []
    : [
        outcome(
          id,
          400,
          'when the field is named by a bare number',
          async (stage) => {
            const field = await stage.field('select');
            refuses((await stage.admin.ask(id, 400, { path: { fieldId: field.id } })).body);
            expect(await inUse(stage, field)).toBe(true);
          },
          id === 'deleteCustomField' ? {} : { answers: { 'jira.bare-field-id': '400' } },
        ),
      ]),
];

const beingDeleted = (id: OperationId & OfField): Check =>
  outcome(id, 409, 'while a task deletes the field', async (stage) => {
    const field = await stage.field('select');
    const path = { fieldId: field.key };
    await stage.admin.ask('deleteCustomField', 303, { path });
    refuses((await stage.admin.ask(id, 409, { path })).body);
  });

export const trash = [
  outcome(
    'getTrashedFieldsPaginated',
    200,
    'with the fields, who put them there and when they will go',
    async (stage) => {
      const field = await trashed(stage, { description: 'Words' });
      const body = await inTrash(stage, { id: field.key });
      expect(body).toMatchObject({ startAt: 0, maxResults: 50, total: 1, isLast: true });
      expect(body.values).toMatchObject([
        {
          id: field.key,
          key: field.key,
          name: field.name,
          description: 'Words',
          schema: { type: 'option', customId: field.id },
          trashedDate: expect.stringMatching(instant),
          plannedDeletionDate: expect.stringMatching(instant),
          trashedBy: { displayName: stage.adminIdentity.displayName },
        },
      ]);
      const [{ trashedDate, plannedDeletionDate }] = body.values;
      expect(plannedDeletionDate > trashedDate).toBe(true);
    },
  ),
  outcome('getTrashedFieldsPaginated', 200, 'with those whose name or description has a text', async (stage) => {
    const field = await trashed(stage, { description: 'Words to be found by' });
    const found = await inTrash(stage, { query: field.name.toUpperCase() });
    expect(found.values).toMatchObject([{ id: field.key }]);
    const described = await inTrash(stage, { id: field.key, query: 'to be FOUND' });
    expect(described.total).toBe(1);
    expect((await inTrash(stage, { id: field.key, query: 'nothing of this' })).total).toBe(0);
  }),
  outcome(
    'getTrashedFieldsPaginated',
    400,
    'when an id is that of a system field',
    async (stage) => {
      says(
        (await stage.admin.ask('getTrashedFieldsPaginated', 400, { query: { id: 'summary' } })).body,
        'Only custom fields can be queried.',
      );
    },
    { readOnly: true },
  ),
  outcome(
    'getTrashedFieldsPaginated',
    400,
    'when the order is not known',
    async (stage) => {
      refuses((await stage.admin.ask('getTrashedFieldsPaginated', 400, { query: { orderBy: 'colour' } })).body);
    },
    { readOnly: true },
  ),

  outcome('trashCustomField', 200, 'and the field stands in the trash, not among the fields', async (stage) => {
    const field = await stage.field('select');
    const { body } = await stage.admin.ask('trashCustomField', 200, { path: { fieldId: field.key } });
    expect(body).toEqual({});
    expect(await inUse(stage, field)).toBe(false);
    expect((await inTrash(stage, { id: field.key })).total).toBe(1);
    const fields = (await stage.admin.ask('getFields', 200)).body as { id: string }[];
    expect(fields.map(({ id }) => id)).not.toContain(field.key);
  }),
  ...noCustomField('trashCustomField'),
  outcome('trashCustomField', 400, 'when the field is in the trash already', async (stage) => {
    const field = await trashed(stage);
    refuses((await stage.admin.ask('trashCustomField', 400, { path: { fieldId: field.key } })).body);
    expect((await inTrash(stage, { id: field.key })).total).toBe(1);
  }),
  refusedField(outcome, 'trashCustomField'),
  beingDeleted('trashCustomField'),

  outcome('restoreCustomField', 200, 'and the field is as it was', async (stage) => {
    const field = await trashed(stage, { description: 'Words', options: ['red', { value: 'green', disabled: true }] });
    const path = { fieldId: field.key };
    expect((await stage.admin.ask('restoreCustomField', 200, { path })).body).toEqual({});
    expect((await inTrash(stage, { id: field.key })).total).toBe(0);
    const { body } = await stage.admin.ask('getFieldsPaginated', 200, { query: { type: 'custom', id: field.key } });
    expect(body.values).toMatchObject([{ name: field.name, description: 'Words' }]);
    const { values } = (
      await stage.admin.ask('getOptionsForContext', 200, { path: { ...path, contextId: field.contextId } })
    ).body;
    expect(values).toEqual([
      { id: String(field.option('red')), value: 'red', disabled: false },
      { id: String(field.option('green')), value: 'green', disabled: true },
    ]);
  }),
  ...noCustomField('restoreCustomField'),
  outcome('restoreCustomField', 400, 'when the field is not in the trash', async (stage) => {
    const field = await stage.field('select');
    refuses((await stage.admin.ask('restoreCustomField', 400, { path: { fieldId: field.key } })).body);
    expect(await inUse(stage, field)).toBe(true);
  }),
  refusedField(outcome, 'restoreCustomField'),
  beingDeleted('restoreCustomField'),

  outcome('deleteCustomField', 303, 'with the address of the task, at whose end the field is gone', async (stage) => {
    const field = await stage.field('select', { options: ['red'] });
    const path = { fieldId: field.key };
    const answer = await stage.admin.ask('deleteCustomField', 303, { path });
    expect(answer.text).toBe('');
    expect(await finished(stage, taskOf(answer))).toMatchObject({ status: 'COMPLETE', progress: 100 });
    expect(await inUse(stage, field)).toBe(false);
    expect((await inTrash(stage, { id: field.key })).total).toBe(0);
    await stage.admin.ask('deleteCustomField', 404, { path });
    await stage.admin.ask('getCustomFieldOption', 404, { path: { id: field.option('red') } });
  }),
  outcome('deleteCustomField', 303, 'also for a field in the trash', async (stage) => {
    const field = await trashed(stage);
    const answer = await stage.admin.ask('deleteCustomField', 303, { path: { fieldId: field.key } });
    await finished(stage, taskOf(answer));
    expect((await inTrash(stage, { id: field.key })).total).toBe(0);
  }),
  ...noCustomField('deleteCustomField'),
  refusedField(outcome, 'deleteCustomField'),
  beingDeleted('deleteCustomField'),

  rule('a field in the trash cannot be read or changed', inferred, async (stage) => {
    const field = await trashed(stage);
    const path = { fieldId: field.key };
    await stage.admin.ask('getContextsForField', 404, { path });
    await stage.admin.ask('getOptionsForContext', 404, { path: { ...path, contextId: field.contextId } });
  }),
  rule('a field in the trash keeps the values of issues', inferred, async (stage) => {
    const field = await stage.field('float');
    await stage.onScreen(field);
    const issue = await stage.issue({ [field.key]: 4 });
    const valueNow = async () =>
      (await stage.admin.ask('getIssue', 200, { path: { issueIdOrKey: issue.key } })).body.fields[field.key];
    expect(await valueNow()).toBe(4);
    await stage.admin.ask('trashCustomField', 200, { path: { fieldId: field.key } });
    expect(await valueNow()).toBeUndefined();
    await stage.admin.ask('restoreCustomField', 200, { path: { fieldId: field.key } });
    expect(await valueNow()).toBe(4);
  }),
  rule(
    'the trash goes by name, forwards and backwards',
    { ...inferred, evidence: 'documented', source: '003, Get Fields In Trash Paginated' },
    async (stage) => {
      const mark = stage.name('trash').replace(/\W+/g, '-');
      const ids: string[] = [];
      for (const end of ['b', 'c', 'a']) {
        const path = { fieldId: (await stage.field('select')).key };
        // Without the number that names of a run have in front.
        await stage.admin.ask('updateCustomField', 204, { path, body: { name: `${mark} ${end}` } });
        await stage.admin.ask('trashCustomField', 200, { path });
        ids.push(path.fieldId);
      }
      const ends = async (orderBy: string) =>
        (await inTrash(stage, { id: ids, orderBy })).values.map(({ name }: { name: string }) => name.at(-1));
      expect(await ends('name')).toEqual(['a', 'b', 'c']);
      expect(await ends('-name')).toEqual(['c', 'b', 'a']);
      expect(await ends('trashDate')).toEqual(['b', 'c', 'a']);
      expect(await ends('-plannedDeletionDate')).toEqual(['a', 'c', 'b']);
    },
  ),
];
