import type { Answers } from '@fake-jira/profile';
import { bodyOf } from '../../support/field-steps.js';
import type { TestJira } from '../../support/jira.js';
import { forAll, requests, scheme, to, value, type ExtenderOperationId } from '../requests.js';

type Json = Readonly<Record<string, unknown>>;

/** One side of a version: the app as it was before, or as it is since. */
export interface Side {
  readonly jira: TestJira;
  /** Another fake on the same side, with answers to open questions. */
  readonly under: (answers: Partial<Answers>) => TestJira;
}

/** What a line of the history says that a version changed in an operation, and how both sides of it look. */
export interface Change {
  /** Of the mirrored document. */
  readonly line: number;
  readonly version: string;
  readonly operationId: ExtenderOperationId;
  readonly what: string;
  readonly before: (side: Side) => Promise<void>;
  readonly since: (side: Side) => Promise<void>;
}

type Given = Parameters<typeof to>[2];

async function read(jira: TestJira, id: ExtenderOperationId, given?: Given): Promise<Json> {
  return bodyOf<Json>(await to(jira, id, given), 200);
}

const listKeys: { readonly [Id in ExtenderOperationId]?: string } = {
  extenderGetFields: 'customFields',
  extenderGetConfigSchemes: 'customFieldSchemes',
  extenderGetValues: 'schemeOptions',
  extenderGetFieldTypes: 'customFieldTypes',
  extenderGetScreens: 'screens',
};

async function entriesOf(jira: TestJira, id: ExtenderOperationId): Promise<Json[]> {
  return (await read(jira, id))[listKeys[id] ?? ''] as Json[];
}

/** The version brought the operation. */
function operation(line: number, version: string, operationId: ExtenderOperationId): Change {
  return {
    line,
    version,
    operationId,
    what: 'the operation',
    before: async ({ jira }) => expect((await to(jira, operationId)).status).toBe(404),
    since: async ({ jira }) => expect((await to(jira, operationId)).status).toBe(200),
  };
}

/** The version brought properties of the entries of a list, and left the others. */
function properties(line: number, version: string, operationId: ExtenderOperationId, ...added: string[]): Change {
  return {
    line,
    version,
    operationId,
    what: `entries have ${added.join(' and ')}`,
    async before({ jira }) {
      for (const entry of await entriesOf(jira, operationId))
        expect(Object.keys(entry)).toEqual(expect.not.arrayContaining(added));
    },
    async since({ jira }) {
      for (const entry of await entriesOf(jira, operationId))
        expect(Object.keys(entry)).toEqual(expect.arrayContaining(added));
    },
  };
}

/** The version changed the type of something in an answer. */
function retyped(
  line: number,
  operationId: ExtenderOperationId,
  what: string,
  find: (body: Json) => unknown,
  before: unknown,
  since: unknown,
): Change {
  return {
    line,
    version: '2.20',
    operationId,
    what,
    before: async ({ jira }) => expect(find(await read(jira, operationId))).toEqual(before),
    since: async ({ jira }) => expect(find(await read(jira, operationId))).toEqual(since),
  };
}

/** The version made pages of a list. */
function paged(operationId: ExtenderOperationId): Change {
  const key = listKeys[operationId] ?? '';
  const whole = async (jira: TestJira, query: string) => {
    const body = await read(jira, operationId, { query });
    expect(Object.keys(body)).toEqual([key]);
    return (body[key] as unknown[]).length;
  };
  return {
    line: 666,
    version: '4.17',
    operationId,
    what: 'pages',
    async before({ jira }) {
      expect(await whole(jira, 'startAt=1&maxResults=1')).toBe(await whole(jira, ''));
    },
    async since({ under }) {
      const jira = under({ 'extender.types-paged': 'yes' });
      const body = await read(jira, operationId, { query: 'startAt=1&maxResults=1' });
      expect(body).toMatchObject({ startAt: 1, maxResults: 1, total: expect.any(Number) as number });
      expect(body[key]).toHaveLength(1);
      expect(body['total']).toBe((await entriesOf(jira, operationId)).length);
    },
  };
}

const first = (key: string) => (body: Json) => (body[key] as Json[])[0] ?? {};
const firstValue = first('schemeOptions');
const firstChild = (body: Json) => (firstValue(body)['childOptions'] as Json[])[0] ?? {};
const ownScheme = (body: Json) => (body['customFieldSchemes'] as Json[])[1] ?? {};

const below = (property: string, parent: unknown): Given => ({
  path: { configSchemeId: scheme.animals },
  body: { [property]: parent, optionName: ['bello II'] },
});

async function childrenOfDogs(jira: TestJira): Promise<unknown[]> {
  const [, dogs] = await entriesOf(jira, 'extenderGetValues');
  return (dogs?.['childOptions'] as Json[]).map(({ name }) => name);
}

const withOptions = (id: 'extenderAddField' | 'extenderAddConfigScheme'): Given => ({
  body: { ...requests[id].body, optionNames: ['opera'] },
});

function optionNames(operationId: 'extenderAddField' | 'extenderAddConfigScheme'): Change {
  return {
    line: 664,
    version: '4.8',
    operationId,
    what: 'takes optionNames',
    async before({ jira }) {
      expect((await to(jira, operationId, withOptions(operationId))).status).toBe(400);
    },
    async since({ jira }) {
      const { configSchemeId } = await read(jira, operationId, withOptions(operationId));
      const values = await read(jira, 'extenderGetValues', { path: { configSchemeId: String(configSchemeId) } });
      expect(values['schemeOptions']).toMatchObject([{ name: 'opera' }]);
    },
  };
}

/** A field without optionNames, which older versions do not take. */
const plainField: Given = {
  body: { fieldName: 'Plain', fieldDescription: '', fieldTypeKey: requests.extenderAddField.body.fieldTypeKey },
};

export const changes: readonly Change[] = [
  properties(625, '1.1.1', 'extenderGetValues', 'disabled'),
  operation(627, '1.5', 'extenderDeleteFields'),
  {
    ...operation(629, '1.6', 'extenderAddField'),
    since: async ({ jira }) => expect((await to(jira, 'extenderAddField', plainField)).status).toBe(200),
  },
  operation(629, '1.6', 'extenderAddConfigScheme'),
  operation(629, '1.6', 'extenderUpdateConfigScheme'),
  operation(629, '1.6', 'extenderGetFieldTypes'),
  properties(631, '1.65', 'extenderGetFields', 'lastValueUpdate', 'issuesWithValue'),
  properties(633, '1.7.2', 'extenderGetConfigSchemes', 'associatedProjects', 'issueTypes'),
  operation(635, '1.7.3', 'extenderRemoveConfigScheme'),
  operation(637, '2.20', 'extenderEditValue'),
  properties(638, '2.20', 'extenderGetValues', 'position'),
  properties(639, '2.20', 'extenderGetFields', 'description'),
  properties(640, '2.20', 'extenderGetConfigSchemes', 'description'),
  properties(641, '2.20', 'extenderGetFieldTypes', 'descriptorKey'),
  retyped(643, 'extenderGetFields', 'id is a number', (body) => first('customFields')(body)['id'], '10017', 10017),
  retyped(
    643,
    'extenderGetConfigSchemes',
    'ids of schemes and projects are numbers, those of issue types stay texts',
    (body) => [ownScheme(body)['id'], ownScheme(body)['associatedProjects'], ownScheme(body)['issueTypes']],
    ['10101', [{ name: 'Test', id: '10000', key: 'TEST' }], [{ name: 'Bug', id: '10001' }]],
    [10101, [{ name: 'Test', id: 10000, key: 'TEST' }], [{ name: 'Bug', id: '10001' }]],
  ),
  retyped(
    643,
    'extenderGetValues',
    'ids are numbers on both levels',
    (body) => [firstValue(body)['id'], firstChild(body)['id']],
    ['10006', '10007'],
    [10006, 10007],
  ),
  retyped(
    646,
    'extenderGetConfigSchemes',
    'the id of all issue types is global',
    (body) => first('customFieldSchemes')(body)['issueTypes'],
    [{ name: forAll, id: forAll }],
    [{ name: forAll, id: 'global' }],
  ),
  retyped(
    648,
    'extenderGetValues',
    'parent_id is parentId, a number',
    (body) => Object.entries(firstChild(body)).filter(([key]) => key.startsWith('parent')),
    [['parent_id', '10006']],
    [['parentId', 10006]],
  ),
  retyped(
    650,
    'extenderGetValues',
    'disabled is a boolean on both levels',
    (body) => [firstValue(body)['disabled'], firstChild(body)['disabled']],
    ['false', 'false'],
    [false, false],
  ),
  {
    line: 652,
    version: '2.20',
    operationId: 'extenderAddValues',
    what: 'parentOptionId is parentId, a number',
    async before({ jira }) {
      for (const given of [below('parentId', value.dogs), below('parentOptionId', value.dogs)])
        expect((await to(jira, 'extenderAddValues', given)).status).toBe(400);
      await read(jira, 'extenderAddValues', below('parentOptionId', String(value.dogs)));
      expect(await childrenOfDogs(jira)).toContain('bello II');
    },
    async since({ jira }) {
      for (const given of [below('parentOptionId', String(value.dogs)), below('parentId', String(value.dogs))])
        expect((await to(jira, 'extenderAddValues', given)).status).toBe(400);
      await read(jira, 'extenderAddValues', below('parentId', value.dogs));
      expect(await childrenOfDogs(jira)).toContain('bello II');
    },
  },
  {
    line: 654,
    version: '2.20',
    operationId: 'extenderAddField',
    what: 'configSchemeId is a number',
    before: async ({ jira }) =>
      expect(await read(jira, 'extenderAddField', plainField)).toMatchObject({ configSchemeId: '10122' }),
    since: async ({ jira }) =>
      expect(await read(jira, 'extenderAddField', plainField)).toMatchObject({ configSchemeId: 10122 }),
  },
  {
    line: 654,
    version: '2.20',
    operationId: 'extenderAddConfigScheme',
    what: 'configSchemeId is a number',
    before: async ({ jira }) =>
      expect(await read(jira, 'extenderAddConfigScheme')).toMatchObject({ configSchemeId: '10122' }),
    since: async ({ jira }) =>
      expect(await read(jira, 'extenderAddConfigScheme')).toMatchObject({ configSchemeId: 10122 }),
  },
  {
    line: 658,
    version: '4.2',
    operationId: 'extenderUpdateConfigScheme',
    what: 'keepExistingConfigurations',
    before: async (side) => {
      expect(await projectsAfterKeeping(side.jira)).toEqual([10001]);
      expect(await projectsAfterKeeping(side.under({ 'extender.update-before-4.2': 'add' }))).toEqual([10000, 10001]);
    },
    since: async (side) => {
      expect(await projectsAfterKeeping(side.jira)).toEqual([10000, 10001]);
      const jira = side.under({ 'extender.update-before-4.2': 'add' });
      await read(jira, 'extenderUpdateConfigScheme');
      expect(jira.root.contexts.get(10101)?.projectIds).toEqual([10001]);
    },
  },
  operation(660, '4.4', 'extenderUpdateAllConfigSchemes'),
  operation(662, '4.8', 'extenderClearConfigSchemes'),
  operation(663, '4.8', 'extenderAddConfigSchemes'),
  optionNames('extenderAddConfigScheme'),
  optionNames('extenderAddField'),
  paged('extenderGetFields'),
  paged('extenderGetConfigSchemes'),
  paged('extenderGetValues'),
  paged('extenderGetFieldTypes'),
  operation(668, '5.4', 'extenderGetScreens'),
  operation(670, '5.6', 'extenderSortValues'),
  operation(670, '5.6', 'extenderSortChildValues'),
];

async function projectsAfterKeeping(jira: TestJira) {
  await read(jira, 'extenderUpdateConfigScheme', { query: 'keepExistingConfigurations=true' });
  return jira.root.contexts.get(10101)?.projectIds;
}
