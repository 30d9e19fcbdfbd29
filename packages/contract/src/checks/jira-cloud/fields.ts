import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { builtInType } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { refuses, says } from './errors.js';
import { builtInFieldTypes, checkOfType } from './field-types.js';
import { refusedField } from './refusals.js';

const { outcome, rule } = checksOf('jira-cloud', 'fields');

/** One field of all that there are; `undefined` where it is none of them. */
async function listed({ admin }: Stage, id: string) {
  const fields = (await admin.ask('getFields', 200)).body as { id: string }[];
  return fields.find((field) => field.id === id);
}

/** A custom field as a search has it. */
async function found({ admin }: Stage, id: string, expand = '') {
  const query = { type: 'custom', id, ...(expand === '' ? {} : { expand }) };
  return (await admin.ask('getFieldsPaginated', 200, { query })).body.values[0];
}

/** Asks for a field and has it removed behind the check. */
async function create(stage: Stage, name: string, body: Record<string, unknown>) {
  const entry = stage.makes('field', name);
  const made = (await stage.admin.ask('createCustomField', 201, { body: { name, ...body } })).body;
  entry.made(String(made.id).replace('customfield_', ''));
  return made;
}

/** Only Cloud has keys. */
const keyOf = ({ versions }: Stage, key: string) => (versions.jira.has('cloud') ? { key } : {});

/** How a select list is called in JQL: on Cloud also with the name of its type, in the order of the alphabet. */
function clauseNames({ versions }: Stage, { id, name }: { readonly id: number; readonly name: string }): string[] {
  const names = [`cf[${id}]`, name];
  if (!versions.jira.has('cloud')) return names;
  return [...names, `${name}[Dropdown]`].toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

const longest = 255;

export const fields = [
  outcome(
    'getFields',
    200,
    'with the system fields',
    async (stage) => {
      expect(await listed(stage, 'summary')).toMatchObject({
        id: 'summary',
        ...keyOf(stage, 'summary'),
        name: 'Summary',
        custom: false,
        orderable: true,
        navigable: true,
        searchable: true,
        clauseNames: ['summary'],
        schema: { type: 'string', system: 'summary' },
      });
      expect(await listed(stage, 'description')).toMatchObject({
        name: 'Description',
        custom: false,
        clauseNames: ['description'],
        schema: { type: 'string', system: 'description' },
      });
    },
    { readOnly: true },
  ),
  outcome('getFields', 200, 'with the custom fields', async (stage) => {
    const field = await stage.field('select', { searcherKey: builtInType('multiselectsearcher') });
    expect(await listed(stage, field.key)).toMatchObject({
      id: field.key,
      ...keyOf(stage, field.key),
      name: field.name,
      custom: true,
      orderable: true,
      navigable: true,
      searchable: true,
      clauseNames: clauseNames(stage, field),
      schema: { type: 'option', custom: field.type, customId: field.id },
    });
  }),
  outcome(
    'getFields',
    200,
    'to somebody who has not signed in',
    async (stage) => {
      const { body } = await stage.anonymous.ask('getFields', 200);
      expect(body).toContainEqual(expect.objectContaining({ id: 'summary', custom: false }));
    },
    { readOnly: true },
  ),

  outcome('createCustomField', 201, 'with the field, which is there for the next request', async (stage) => {
    const name = stage.name('colour');
    const type = builtInType('select');
    const searcherKey = builtInType('multiselectsearcher');
    const made = await create(stage, name, { description: 'Its main colour', type, searcherKey });
    const id = Number(/^customfield_(\d+)$/.exec(made.id as string)?.[1]);
    expect(made).toMatchObject({
      ...keyOf(stage, `customfield_${id}`),
      name,
      custom: true,
      orderable: true,
      navigable: true,
      searchable: true,
      clauseNames: clauseNames(stage, { id, name }),
      schema: { type: 'option', custom: type, customId: id },
    });
    expect(await listed(stage, made.id as string)).toMatchObject({ name, custom: true });
  }),
  outcome('createCustomField', 400, 'when the type is missing', async (stage) => {
    refuses((await stage.admin.ask('createCustomField', 400, { body: { name: stage.name('colour') } })).body);
  }),
  outcome('createCustomField', 400, 'when the name is missing', async (stage) => {
    refuses((await stage.admin.ask('createCustomField', 400, { body: { type: builtInType('select') } })).body);
  }),
  outcome('createCustomField', 400, 'when the type is not known', async (stage) => {
    const body = { name: stage.name('colour'), type: 'com.example:colourpicker' };
    refuses((await stage.admin.ask('createCustomField', 400, { body })).body);
  }),
  outcome('createCustomField', 400, 'when the name is blank', async (stage) => {
    const body = { name: ' ', type: builtInType('select') };
    refuses((await stage.admin.ask('createCustomField', 400, { body })).body);
  }),
  outcome('createCustomField', 400, 'when the searcher is not one for the type', async (stage) => {
    const body = { name: stage.name('colour'), type: builtInType('select'), searcherKey: builtInType('textsearcher') };
    refuses((await stage.admin.ask('createCustomField', 400, { body })).body);
  }),
  outcome(
    'createCustomField',
    400,
    'when the body is no JSON',
    async (stage) => {
      refuses((await stage.admin.ask('createCustomField', 400, { text: '{"name": "colour"' })).body);
    },
    { edge: false },
  ),

  outcome('updateCustomField', 204, 'and the field has what was given, and keeps the rest', async (stage) => {
    const field = await stage.field('float', { description: 'Words' });
    const path = { fieldId: field.key };
    const searcherKey = builtInType('numberrange');
    const name = stage.name('renamed');
    expect((await stage.admin.ask('updateCustomField', 204, { path, body: { name } })).text).toBe('');
    expect(await found(stage, field.key)).toMatchObject({ name, description: 'Words' });
    await stage.admin.ask('updateCustomField', 204, { path, body: { description: 'Others', searcherKey } });
    expect(await found(stage, field.key, 'searcherKey')).toMatchObject({ name, description: 'Others', searcherKey });
  }),
  outcome('updateCustomField', 400, 'when the searcher is not one for the type of the field', async (stage) => {
    const field = await stage.field('select');
    const asked = { path: { fieldId: field.key }, body: { name: 'Other', searcherKey: builtInType('textsearcher') } };
    says((await stage.admin.ask('updateCustomField', 400, asked)).body, 'searcherKey is invalid for the field type.');
    expect(await found(stage, field.key)).toMatchObject({ name: field.name });
  }),
  outcome('updateCustomField', 400, `when the name has more than ${longest} characters`, async (stage) => {
    const field = await stage.field('select');
    const asked = { path: { fieldId: field.key }, body: { name: 'n'.repeat(longest + 1) } };
    refuses((await stage.admin.ask('updateCustomField', 400, asked)).body);
    expect(await found(stage, field.key)).toMatchObject({ name: field.name });
  }),
  refusedField(outcome, 'updateCustomField'),
  outcome(
    'updateCustomField',
    404,
    'when the field is in the trash',
    async (stage) => {
      const field = await stage.field('select');
      const path = { fieldId: field.key };
      await stage.admin.ask('trashCustomField', 200, { path });
      const { body } = await stage.admin.ask('updateCustomField', 404, { path, body: { name: 'Other' } });
      says(body, 'The custom field was not found.');
    },
    { evidence: 'inferred' },
  ),

  rule(
    'the parent is a field that can be searched, and tells no schema',
    { evidence: 'recorded', source: 'atlascode-wiremock', deployment: 'cloud', readOnly: true },
    async (stage) => {
      const parent = await listed(stage, 'parent');
      expect(parent).toMatchObject({ orderable: true, navigable: true, searchable: true });
      expect(parent).not.toHaveProperty('schema');
    },
  ),
  rule(
    'a custom field can be searched on Cloud, though it has no searcher',
    { evidence: 'recorded', source: 'atlascode-wiremock', deployment: 'cloud' },
    async (stage) => {
      const field = await stage.field('select', {});
      expect(await listed(stage, field.key)).toMatchObject({ searchable: true });
    },
  ),

  ...builtInFieldTypes.map((type) =>
    rule(
      `a field of the type ${type.name} has its schema, and its searchers and no other`,
      { evidence: 'corroborated', source: '003, Create Custom Field' },
      (stage) => checkOfType(type, stage),
    ),
  ),
];
