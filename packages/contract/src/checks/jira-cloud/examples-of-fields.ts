import { expect } from 'expect';
import { builtInType } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { isLike } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';

interface SystemField {
  readonly id: string;
  readonly key?: string;
}
interface NewField {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly searcherKey: string;
}
interface ListedField {
  readonly name: string;
  readonly description: string;
  readonly schema: { readonly custom: string };
  readonly searcherKey: string;
}
interface Page {
  readonly values: readonly ListedField[];
}

/** Data Center has no keys of fields. */
const onBoth = { absent: ['key', 'untranslatedName'] } as const;

/** Its expansions, as the example shows all of them. */
const expand = 'key,isLocked,searcherKey,screensCount,contextsCount,lastUsed,projectsCount';

/** Makes the field that a request asks for, under a name of this run; how it was answered. */
async function created(stage: Stage, example: NewField) {
  const body = { ...example, name: stage.name(example.name) };
  const entry = stage.makes('field', body.name);
  const made = (await stage.admin.ask('createCustomField', 201, { body })).body;
  entry.made(String(made.id).replace('customfield_', ''));
  return { body, made };
}

/** What the request asks of which the document prints the answer. */
const asked: NewField = {
  name: 'New custom field',
  description: '',
  type: builtInType('grouppicker'),
  searcherKey: builtInType('grouppickersearcher'),
};

/** A scratch field like one of the list. */
const like = (stage: Stage, { name, description, schema, searcherKey }: ListedField) =>
  stage.field(schema.custom, { name, description, searcherKey });

/** Examples about fields and the trash. */
export const fieldReplays: Replays = {
  'getFields 200': replay<SystemField[]>(
    async ({ admin }, example) => {
      const fields = (await admin.ask('getFields', 200)).body as SystemField[];
      for (const one of example) {
        const { key: _, ...own } = one;
        expect(fields.find(({ id }) => id === one.id)).toMatchObject(own);
      }
    },
    { readOnly: true },
  ),
  'createCustomField request': replay<NewField>(async (stage, example) => {
    const { made } = await created(stage, example);
    expect(made.schema).toMatchObject({ custom: example.type });
    if (!stage.versions.jira.has('cloud')) return;
    const query = { type: 'custom', id: made.id as string, expand: 'searcherKey' };
    const [found] = (await stage.admin.ask('getFieldsPaginated', 200, { query })).body.values;
    expect(found).toMatchObject({ description: example.description, searcherKey: example.searcherKey });
  }),
  'createCustomField 201': replay<{ readonly schema: object }>(async (stage, example) => {
    // The published document answers with a field of another type than its request asks for; ours is of that type.
    const { body, made } = await created(stage, asked);
    isLike(example, made, { ...onBoth, same: ['type', 'custom', 'orderable', 'navigable', 'searchable'] });
    const number = Number(String(made.id).replace('customfield_', ''));
    expect(made).toMatchObject({ name: body.name, custom: true });
    // Cloud has more of them by now.
    expect(made.clauseNames).toEqual(expect.arrayContaining([`cf[${number}]`, body.name]));
    expect(made.schema).toMatchObject({ ...example.schema, customId: number });
  }),
  'getFieldsPaginated 200': replay<Page>(async (stage, example) => {
    const fields = [];
    for (const one of example.values) fields.push(await like(stage, one));
    const query = { type: 'custom', id: fields.map(({ key }) => key), expand };
    const { body } = await stage.admin.ask('getFieldsPaginated', 200, { query });
    // A list of users is the only one with items, and when a field was used, only one that was.
    isLike(example, body, {
      absent: ['items', 'value', 'self'],
      additional: ['self', 'projectsCount'],
      same: ['total', 'startAt'],
    });
    for (const [at, { description, schema, searcherKey }] of example.values.entries()) {
      const { key, name, id } = fields[at] ?? {};
      expect(body.values).toContainEqual(
        expect.objectContaining({
          id: key,
          key,
          name,
          description,
          searcherKey,
          schema: { ...schema, customId: id },
          isLocked: false,
        }),
      );
    }
  }),
  'getTrashedFieldsPaginated 200': replay<Page>(async (stage, example) => {
    const [one] = example.values as [ListedField];
    const field = await like(stage, one);
    await stage.admin.ask('trashCustomField', 200, { path: { fieldId: field.key } });
    const { body } = await stage.admin.ask('getTrashedFieldsPaginated', 200, { query: { id: field.key } });
    // The document shows a part of who put it there.
    isLike(example, body, { additional: 'any', absent: ['emailAddress'], same: ['total', 'description', 'isLast'] });
    expect(body.values).toMatchObject([{ key: field.key, name: field.name, schema: { customId: field.id } }]);
  }),
  'updateCustomField request': replay<NewField>(async (stage, example) => {
    const { key } = await stage.field('cascadingselect');
    await stage.admin.ask('updateCustomField', 204, {
      path: { fieldId: key },
      // Its name is one of this run, so that it is found again.
      body: { ...example, name: stage.name(example.name) },
    });
    const query = { type: 'custom', id: key, expand: 'searcherKey' };
    expect((await stage.admin.ask('getFieldsPaginated', 200, { query })).body.values).toMatchObject([
      { ...example, name: expect.stringContaining(example.name) },
    ]);
  }),
  // The published document has an example of neither; it says that there is JSON.
  'trashCustomField 200': replay<object>(
    async (stage, example) => {
      const { key } = await stage.field('select');
      expect((await stage.admin.ask('trashCustomField', 200, { path: { fieldId: key } })).body).toEqual(example);
    },
    { evidence: 'assumed' },
  ),
  'restoreCustomField 200': replay<object>(
    async (stage, example) => {
      const { key } = await stage.field('select');
      await stage.admin.ask('trashCustomField', 200, { path: { fieldId: key } });
      expect((await stage.admin.ask('restoreCustomField', 200, { path: { fieldId: key } })).body).toEqual(example);
    },
    { evidence: 'assumed' },
  ),
  'getCustomFieldsDataCenter 200': replay<{ readonly values: readonly { description: string; searcherKey: string }[] }>(
    async (stage, example) => {
      const [{ description, searcherKey }] = example.values as [{ description: string; searcherKey: string }];
      const field = await stage.field('select', { name: 'Browsers', description, searcherKey });
      const query = { search: field.name, maxResults: 50 };
      const { body } = await stage.admin.ask('getCustomFieldsDataCenter', 200, { query });
      isLike(example, body, {
        additional: 'any',
        same: ['total', 'isLast', 'description', 'isLocked', 'isAllProjects', 'issuesWithValue'],
      });
      expect(body.values).toMatchObject([{ id: field.key, numericId: field.id, name: field.name }]);
    },
    { evidence: 'corroborated' },
  ),
  'deleteCustomFieldsDataCenter 200': replay<object>(
    async (stage, example) => {
      const field = await stage.field('select');
      const absent = `customfield_${stage.unknownId}`;
      const asked = { query: { ids: `${field.key},${absent}` } };
      const { body } = await stage.admin.ask('deleteCustomFieldsDataCenter', 200, asked);
      // Its sentences, and the field that is named in it, are those of its Jira.
      isLike({ ...example, notDeletedCustomFields: {} }, { ...(body as object), notDeletedCustomFields: {} });
      expect(body).toMatchObject({
        deletedCustomFields: [field.key],
        notDeletedCustomFields: { [absent]: expect.any(String) },
      });
    },
    { evidence: 'corroborated' },
  ),
};
