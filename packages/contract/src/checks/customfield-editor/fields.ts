import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { invalid } from './answers.js';
import { adminName, userName } from './people.js';
import { askBy, whoMay } from './requests.js';

const { outcome, rule } = checksOf('customfield-editor', 'fields');
const needs = { roles: ['user'] } as const;
const source = '001, admin-operations, user-operations: pagination, ordering, filtering';
const paged = { ...needs, since: { customfieldEditor: '2.0' } } as const;

const lists = ['editorListCustomFields', 'editorListMyCustomFields'] as const;
type ListId = (typeof lists)[number];

interface FieldBody {
  readonly fieldId: number;
  readonly fieldName: string;
}

/** Fields with one text in all their names, on which the plain user has grants, and the text to filter by. */
async function several(stage: Stage, names: readonly string[]): Promise<{ filter: string; ids: readonly number[] }> {
  const filter = stage.name('list');
  const ids: number[] = [];
  for (const name of names) {
    const field = await stage.field('select', { wholeName: `${filter} ${name}` });
    await stage.grant(field);
    ids.push(field.id);
  }
  return { filter, ids };
}

async function pageOf(stage: Stage, id: ListId, query: Readonly<Record<string, string | number>>) {
  const { body } = await askBy(whoMay(id, stage), id, 200, { query });
  return body as { readonly total: number; readonly values: readonly FieldBody[] };
}

async function idsOf(stage: Stage, id: ListId, query: Readonly<Record<string, string | number>>): Promise<number[]> {
  return (await pageOf(stage, id, query)).values.map(({ fieldId }) => fieldId);
}

const flags = { isGlobal: true, isAllIssueTypes: true, isAllProjects: true };

/** The fields of an answer, whether it is a page or, before 3.0, an array. */
function fieldsIn(body: unknown): readonly FieldBody[] {
  return Array.isArray(body) ? (body as FieldBody[]) : (body as { values: FieldBody[] }).values;
}

const forms = lists.flatMap((id) => [
  rule(
    `${id} answers with the whole list as an array before 2.0, whatever is asked for`,
    {
      ...needs,
      evidence: 'documented',
      source,
      since: { customfieldEditor: '1.2' },
      until: { customfieldEditor: '2.0' },
    },
    async (stage) => {
      const field = await stage.field('select', { description: 'awesome' });
      await stage.grant(field);
      const { body } = await askBy(whoMay(id, stage), id, 200, { query: { maxResults: 0, filter: 'nothing' } });
      expect(body).toContainEqual({
        fieldId: field.id,
        fieldName: field.name,
        fieldType: 'singleselect',
        fieldDescription: 'awesome',
      });
    },
  ),
  rule(
    `${id} answers with the whole list as an array until 3.0 where no parameter is sent`,
    {
      ...needs,
      evidence: id === 'editorListCustomFields' ? 'documented' : 'inferred',
      source,
      since: { customfieldEditor: '2.0' },
      until: { customfieldEditor: '3.0' },
    },
    async (stage) => {
      const { ids } = await several(stage, ['a']);
      const { body } = await askBy(whoMay(id, stage), id, 200);
      expect(body).toBeInstanceOf(Array);
      expect((body as FieldBody[]).map(({ fieldId }) => fieldId)).toEqual(expect.arrayContaining([...ids]));
    },
  ),
  rule(
    `${id} always answers with a page, of 20 where nothing else is asked for`,
    { ...needs, evidence: 'documented', source, since: { customfieldEditor: '3.0' } },
    async (stage) => {
      const { filter } = await several(
        stage,
        Array.from({ length: 21 }, (_, at) => String(at)),
      );
      const queries: readonly Readonly<Record<string, string>>[] = [{}, { filter }];
      for (const query of queries) {
        const { body } = await askBy(whoMay(id, stage), id, 200, { query });
        expect(body).toMatchObject({ maxResults: 20, startAt: 0, processingTimeInMs: expect.any(Number) });
        expect(fieldsIn(body)).toHaveLength(20);
      }
      expect(await pageOf(stage, id, { filter })).toMatchObject({ total: 21 });
    },
  ),
]);

const pages = lists.flatMap((id) => [
  rule(
    `${id} begins at startAt and ends after maxResults`,
    { ...paged, evidence: 'documented', source },
    async (stage) => {
      const { filter, ids } = await several(stage, ['a', 'b', 'c']);
      const page = await pageOf(stage, id, { filter, startAt: 1, maxResults: 1 });
      expect(page).toMatchObject({ startAt: 1, maxResults: 1, total: 3, values: [{ fieldId: ids[1] }] });
      expect(page.values).toHaveLength(1);
      const behind = await pageOf(stage, id, { filter, startAt: 100 });
      expect(behind).toMatchObject({ startAt: 100, total: 3, values: [] });
    },
  ),
  rule(
    `${id} is in the order that orderBy names, up or down, by default that of the names`,
    { ...paged, evidence: 'documented', source },
    async (stage) => {
      const { filter, ids } = await several(stage, ['b', 'c', 'a']);
      const [b, c, a] = ids;
      const startAt = 0;
      expect(await idsOf(stage, id, { filter, startAt })).toEqual([a, b, c]);
      for (const orderBy of ['name', '+name', 'fieldName', '+fieldName'])
        expect(await idsOf(stage, id, { filter, startAt, orderBy })).toEqual([a, b, c]);
      for (const orderBy of ['-name', '-fieldName'])
        expect(await idsOf(stage, id, { filter, startAt, orderBy })).toEqual([c, b, a]);
      // A plus that is not encoded reaches the server as a space.
      expect(await idsOf(stage, id, { filter, startAt, orderBy: ' name' })).toEqual([a, b, c]);
    },
  ),
  rule(
    `${id} has only what the filter fits, whatever its case`,
    { ...paged, evidence: 'assumed', source },
    async (stage) => {
      const { filter, ids } = await several(stage, ['Red', 'Green']);
      const found = (text: string) => idsOf(stage, id, { filter: `${filter} ${text}`, startAt: 0 });
      expect(await found('Red')).toEqual([ids[0]]);
      expect(await found('green')).toEqual([ids[1]]);
      expect(await found('Blue')).toEqual([]);
    },
  ),
  outcome(
    id,
    400,
    'when startAt or maxResults are negative or no numbers',
    async (stage) => {
      for (const name of ['startAt', 'maxResults'])
        for (const value of ['-1', 'x']) invalid(await askBy(whoMay(id, stage), id, 400, { query: { [name]: value } }));
    },
    { ...paged, readOnly: true, evidence: 'inferred', answers: { 'editor.invalid-paging': '400' } },
  ),
  outcome(
    id,
    400,
    'when orderBy names no property',
    async (stage) => invalid(await askBy(whoMay(id, stage), id, 400, { query: { startAt: 0, orderBy: '-colour' } })),
    { ...paged, readOnly: true, answers: { 'editor.unknown-order-key': '400' } },
  ),
]);

export const fields = [
  outcome(
    'editorListCustomFields',
    200,
    'with the field, its contexts and who has grants',
    async (stage) => {
      const { sandbox } = stage;
      const field = await stage.field('cascadingselect', { description: 'awesome' });
      const other = await stage.context(field, { projectIds: [sandbox.project.id] });
      await stage.grant(field, { users: [userName(stage)] });
      if (stage.versions.customfieldEditor.atLeast('1.2.1'))
        await stage.grant(field, { users: [adminName(stage)], contextId: other.id });
      const query = { filter: field.name, startAt: 0 };
      const { body } = await stage.admin.ask('editorListCustomFields', 200, { query });
      const found = fieldsIn(body).filter(({ fieldId }) => fieldId === field.id);
      const known = {
        fieldId: field.id,
        fieldName: field.name,
        fieldType: 'cascadingselect',
        fieldDescription: 'awesome',
      };
      expect(found).toMatchObject([known]);
      if (!stage.versions.customfieldEditor.atLeast('2.0')) return;
      const since210 = stage.versions.customfieldEditor.atLeast('2.10');
      expect(found).toMatchObject([
        {
          globalPermission: { userlist: [userName(stage)], grouplist: [] },
          contextPermissions: [
            { context: { contextId: field.contextId, ...(since210 ? flags : {}) }, userlist: [], grouplist: [] },
            {
              context: { contextId: other.id, contextName: other.name, ...(since210 ? { isGlobal: false } : {}) },
              userlist: [adminName(stage)],
              grouplist: [],
            },
          ],
        },
      ]);
    },
    needs,
  ),
  outcome(
    'editorListMyCustomFields',
    200,
    'with the fields on which the caller has a grant, and no others',
    async (stage) => {
      const [granted, other] = [await stage.field('radiobuttons'), await stage.field('select')];
      await stage.grant(granted);
      const { body } = await stage.user.ask('editorListMyCustomFields', 200, {
        query: { startAt: 0, maxResults: 1000, filter: '' },
      });
      const mine = fieldsIn(body);
      expect(mine.map(({ fieldId }) => fieldId)).not.toContain(other.id);
      const found = mine.filter(({ fieldId }) => fieldId === granted.id);
      expect(found).toMatchObject([{ fieldName: granted.name, fieldType: 'radiobuttons', fieldDescription: '' }]);
      if (!stage.versions.customfieldEditor.atLeast('2.0')) return;
      expect(found).toMatchObject([{ fieldGlobalPermission: true, contexts: [{ contextId: granted.contextId }] }]);
    },
    needs,
  ),
  rule(
    'even an administrator sees only fields on which they have a grant',
    { ...needs, evidence: 'documented', source: '001:1522', since: { customfieldEditor: '1.2' } },
    async (stage) => {
      const field = await stage.field('select');
      await stage.grant(field);
      const mine = async () => {
        const query = { filter: field.name, startAt: 0 };
        const { body } = await stage.admin.ask('editorListMyCustomFields', 200, { query });
        return fieldsIn(body).filter(({ fieldId }) => fieldId === field.id);
      };
      expect(await mine()).toEqual([]);
      await stage.grant(field, { users: [adminName(stage)] });
      expect(await mine()).toMatchObject([{ fieldId: field.id }]);
    },
  ),
  rule(
    'a field with grants on a context only has that context in the list, and no global permission',
    { ...paged, evidence: 'inferred', source: '001:1525, 001:1776' },
    async (stage) => {
      const field = await stage.field('select');
      const context = await stage.context(field, { projectIds: [stage.sandbox.project.id] });
      await stage.grant(field, { contextId: context.id });
      const { values } = await pageOf(stage, 'editorListMyCustomFields', { filter: field.name, startAt: 0 });
      expect(values).toMatchObject([{ fieldId: field.id, fieldGlobalPermission: false }]);
      const [{ contexts }] = values as unknown as [{ contexts: { contextId: number }[] }];
      expect(contexts.map(({ contextId }) => contextId)).toEqual([context.id]);
    },
  ),
  rule(
    'a field that Jira renames has its new name in the lists',
    { ...paged, evidence: 'inferred', source: '001, 003: one instance', apis: ['jira-cloud'], deployment: 'cloud' },
    async (stage) => {
      const field = await stage.field('select');
      await stage.grant(field);
      const name = stage.name('renamed');
      await stage.admin.ask('updateCustomField', 204, { path: { fieldId: field.key }, body: { name } });
      for (const id of lists)
        expect((await pageOf(stage, id, { filter: name, startAt: 0 })).values).toMatchObject([{ fieldName: name }]);
    },
  ),
  ...forms,
  ...pages,
];
