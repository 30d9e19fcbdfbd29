import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { AddressParts } from '@fake-jira/openapi';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { untilGlobalStays } from './mapping-steps.js';
import { refuses, says } from './errors.js';
import { refusedStart } from './refusals.js';

const { outcome, rule } = checksOf('jira-cloud', 'field-search');

const id = 'getFieldsPaginated';
const documented = { evidence: 'documented', source: '003, Get Fields Paginated', deployment: 'cloud' } as const;

type Query = NonNullable<AddressParts['query']>;

async function search({ admin }: Stage, query: Query) {
  return (await admin.ask(id, 200, { query: { type: 'custom', ...query } })).body;
}

const namesOf = (body: { values: { name: string }[] }) => body.values.map(({ name }) => name);

/** A scratch field under another name, in front of which nothing stands. */
async function named({ admin }: Stage, field: ScratchField, name: string): Promise<ScratchField> {
  await admin.ask('updateCustomField', 204, { path: { fieldId: field.key }, body: { name } });
  return { ...field, name };
}

/** Three fields whose names begin alike, and how they are found; they end in what is given. */
async function threeFields(stage: Stage, ends: readonly [string, string, string] = ['b', 'C', 'a']) {
  const mark = stage.name('three').replace(/\W+/g, '-');
  const made: ScratchField[] = [];
  for (const end of ends) made.push(await named(stage, await stage.field('select'), `${mark} ${end}`));
  return { fields: made, ids: made.map(({ key }) => key), mark };
}

const endsOf = (body: { values: { name: string }[] }) => namesOf(body).map((name) => name.at(-1));

export const fieldSearch = [
  outcome(id, 200, 'with id, name, description and schema, and no more unless asked', async (stage) => {
    const field = await stage.field('multiselect', { description: 'Words' });
    const body = await search(stage, { id: field.key });
    expect(body).toMatchObject({ startAt: 0, maxResults: 50, total: 1, isLast: true });
    expect(body.values).toEqual([
      {
        id: field.key,
        name: field.name,
        description: 'Words',
        schema: { type: 'array', items: 'option', custom: field.type, customId: field.id },
      },
    ]);
  }),
  outcome(id, 200, 'with what was asked to be expanded', async (stage) => {
    const field = await stage.field('select');
    await stage.context(field, { projectIds: [stage.sandbox.project.id] });
    const expand = 'key,isLocked,contextsCount,screensCount,lastUsed,searcherKey,projectsCount';
    const { values } = await search(stage, { id: field.key, expand });
    expect(values).toMatchObject([
      {
        key: field.key,
        isLocked: false,
        contextsCount: 2,
        screensCount: 0,
        projectsCount: expect.any(Number),
        lastUsed: { type: expect.any(String) },
      },
    ]);
  }),
  outcome(id, 200, 'with the fields whose name or description has a text, in any case', async (stage) => {
    const { ids, mark } = await threeFields(stage);
    const described = await stage.field('textfield', { description: `Says ${mark}!` });
    const found = await search(stage, { query: mark.toUpperCase() });
    expect(found.total).toBe(4);
    expect(found.values.map((field: { id: string }) => field.id).sort()).toEqual([...ids, described.key].sort());
    expect((await search(stage, { query: `${mark} no field says this` })).total).toBe(0);
    expect((await search(stage, { query: `${mark.slice(0, -1)}.*` })).total).toBe(0);
  }),
  outcome(id, 200, 'with those of the ids that are there, and that fit the query too', async (stage) => {
    const { fields, ids, mark } = await threeFields(stage);
    const some = [ids[0], ids[2], `customfield_${stage.unknownId}`] as string[];
    expect(namesOf(await search(stage, { id: some })).sort()).toEqual([fields[0]?.name, fields[2]?.name].sort());
    expect(endsOf(await search(stage, { id: some, query: `${mark} a` }))).toEqual(['a']);
  }),
  outcome(
    id,
    400,
    'when system fields are asked for',
    async (stage) => {
      says((await stage.admin.ask(id, 400, { query: { type: 'system' } })).body, 'Only custom fields can be queried.');
    },
    { readOnly: true },
  ),
  outcome(
    id,
    400,
    'when an id is that of a system field',
    async (stage) => {
      says(
        (await stage.admin.ask(id, 400, { query: { type: 'custom', id: 'summary' } })).body,
        'Only custom fields can be queried.',
      );
    },
    { readOnly: true },
  ),
  outcome(
    id,
    400,
    'when the order is not known',
    async (stage) => {
      refuses((await stage.admin.ask(id, 400, { query: { type: 'custom', orderBy: 'colour' } })).body);
    },
    { readOnly: true },
  ),
  refusedStart(outcome, id, false),

  rule('a search goes by name, in any case, forwards and backwards', documented, async (stage) => {
    const { mark } = await threeFields(stage);
    expect(endsOf(await search(stage, { query: mark, orderBy: 'name' }))).toEqual(['a', 'b', 'C']);
    expect(endsOf(await search(stage, { query: mark, orderBy: '+name' }))).toEqual(['a', 'b', 'C']);
    expect(endsOf(await search(stage, { query: mark, orderBy: '-name' }))).toEqual(['C', 'b', 'a']);
  }),
  rule('a search goes by the number of contexts', documented, async (stage) => {
    const { fields, mark } = await threeFields(stage);
    await stage.context(fields[0] as ScratchField, { projectIds: [stage.sandbox.project.id] });
    expect(endsOf(await search(stage, { query: mark, orderBy: 'contextsCount' })).at(-1)).toBe('b');
    expect(endsOf(await search(stage, { query: mark, orderBy: '-contextsCount' }))[0]).toBe('b');
  }),
  rule(
    'a search goes by the number of projects',
    { ...documented, ...untilGlobalStays, projects: 2 },
    async (stage) => {
      const { fields, mark } = await threeFields(stage);
      const { project, otherProject } = stage.sandbox;
      for (const [at, projects] of [
        [0, [project]],
        [1, [project, otherProject]],
      ] as const) {
        const { key, contextId } = fields[at] as ScratchField;
        await stage.admin.ask('assignProjectsToCustomFieldContext', 204, {
          path: { fieldId: key, contextId },
          body: { projectIds: projects.map((one) => String(one.id)) },
        });
      }
      const query = { query: mark, expand: 'projectsCount' };
      const forwards = await search(stage, { ...query, orderBy: 'projectsCount' });
      const counts = forwards.values.map((field: { projectsCount: number }) => field.projectsCount);
      expect(counts.slice(0, 2)).toEqual([1, 2]);
      expect(counts).toEqual(counts.toSorted((a: number, b: number) => a - b));
      const backwards = await search(stage, { ...query, orderBy: '-projectsCount' });
      expect(backwards.values.map((field: { projectsCount: number }) => field.projectsCount)).toEqual(
        counts.toReversed(),
      );
    },
  ),
  rule('a search goes by the number of screens', documented, async (stage) => {
    const { fields, mark } = await threeFields(stage);
    await stage.onScreen(fields[0] as ScratchField);
    const found = await search(stage, { query: mark, orderBy: '-screensCount', expand: 'screensCount' });
    expect(found.values[0]).toMatchObject({ id: fields[0]?.key, screensCount: 1 });
    expect(endsOf(await search(stage, { query: mark, orderBy: 'screensCount' })).at(-1)).toBe('b');
  }),
  rule('a search goes by when fields were last used', documented, async (stage) => {
    const { fields, mark } = await threeFields(stage);
    const used = fields[0] as ScratchField;
    await stage.admin.ask('createCustomFieldOption', 200, {
      path: { fieldId: used.key, contextId: used.contextId },
      body: { options: [{ value: 'red' }] },
    });
    await stage.onScreen(used);
    await stage.issue({ [used.key]: { value: 'red' } });
    const found = await search(stage, { query: mark, orderBy: '-lastUsed', expand: 'lastUsed' });
    expect(found.values[0]).toMatchObject({
      id: used.key,
      lastUsed: { type: 'TRACKED', value: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+0000$/) },
    });
    expect(endsOf(await search(stage, { query: mark, orderBy: 'lastUsed' })).at(-1)).toBe('b');
  }),
  rule('a page leads to the next one, until each entry was there once', documented, async (stage) => {
    const { mark } = await threeFields(stage);
    const query = { query: mark, orderBy: 'name', maxResults: 2 };
    const first = await search(stage, query);
    expect(first).toMatchObject({ startAt: 0, maxResults: 2, total: 3, isLast: false });
    expect(endsOf(first)).toEqual(['a', 'b']);
    const next = new URL(first.nextPage as string);
    expect(next.searchParams.get('startAt')).toBe('2');
    expect(next.searchParams.get('query')).toBe(mark);
    const second = await search(stage, Object.fromEntries(next.searchParams));
    expect(second).toMatchObject({ startAt: 2, maxResults: 2, total: 3, isLast: true });
    expect(endsOf(second)).toEqual(['C']);
    expect(second).not.toHaveProperty('nextPage');
  }),
  rule(
    'a page of the search does not tell its own address',
    { evidence: 'recorded', source: 'github-threads', deployment: 'cloud' },
    async (stage) => {
      const { mark } = await threeFields(stage);
      expect(Object.keys(await search(stage, { query: mark }))).toEqual([
        'maxResults',
        'startAt',
        'total',
        'isLast',
        'values',
      ]);
    },
  ),
  rule('a page behind the end is empty and the last', { ...documented, evidence: 'inferred' }, async (stage) => {
    const { mark } = await threeFields(stage);
    const body = await search(stage, { query: mark, startAt: 3 });
    expect(body).toMatchObject({ startAt: 3, total: 3, isLast: true, values: [] });
    expect(body).not.toHaveProperty('nextPage');
  }),
  rule('a renamed field is found by its new name', { ...documented, evidence: 'inferred' }, async (stage) => {
    const field = await stage.field('select');
    const name = stage.name('renamed');
    await stage.admin.ask('updateCustomField', 204, { path: { fieldId: field.key }, body: { name } });
    expect(namesOf(await search(stage, { query: name }))).toEqual([name]);
    expect((await search(stage, { query: field.name })).total).toBe(0);
  }),
];
