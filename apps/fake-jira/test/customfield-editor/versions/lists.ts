import type { Change, Side } from './change.js';
import { expectRefusal } from './rights.js';

const bodyOf = async ({ send }: Side, query = ''): Promise<unknown> => (await send({ query })).body;
const page = { startAt: 0, maxResults: 20, values: expect.any(Array) as unknown };
const array = expect.any(Array) as unknown;

/** The members of the first of a list of objects, or of an object. */
async function membersOf(side: Side, query = ''): Promise<readonly string[]> {
  const body = await bodyOf(side, query);
  return Object.keys((Array.isArray(body) ? body[0] : body) as object);
}

/** Members that are asked for by `expand`, which is ignored before. */
const expanded = (version: string, names: readonly string[], lines: Change['lines']): Change => ({
  version,
  what: `${names.join(' and ')} can be expanded`,
  async before(side) {
    expect(await membersOf(side, `?expand=${names.join(',')}`)).toEqual(await membersOf(side));
  },
  async since(side) {
    const plain = await membersOf(side);
    const all = await membersOf(side, `?expand=${names.join(',')}`);
    expect([...all].sort()).toEqual([...plain, ...names].sort());
    for (const name of names) expect(await membersOf(side, `?expand=${name}`)).toEqual([...plain, name]);
  },
  lines,
});

const flags = ['isGlobal', 'isAllIssueTypes', 'isAllProjects'];

export const lists: readonly Change[] = [
  {
    version: '2.0.0',
    what: 'pages for those who ask for them; without parameters the array stays',
    async before(side) {
      for (const query of ['', '?startAt=0', '?filter=Tree']) expect(await bodyOf(side, query)).toEqual(array);
      expect(await membersOf(side)).toEqual(['fieldId', 'fieldName', 'fieldType', 'fieldDescription']);
    },
    async since(side) {
      expect(await bodyOf(side)).toEqual(array);
      for (const query of ['?startAt=0', '?filter=Tree']) expect(await bodyOf(side, query)).toMatchObject(page);
      const other = side.under({ 'editor.paging-trigger': 'start-at-or-max-results' });
      expect(await bodyOf(other, '?startAt=0')).toMatchObject(page);
      expect(await bodyOf(other, '?filter=Tree')).toEqual(array);
    },
    lines: { 103: 'editorListCustomFields', 1540: 'editorListMyCustomFields' },
  },
  {
    version: '3.0.0',
    what: 'always a page',
    before: async (side) => expect(await bodyOf(side)).toEqual(array),
    since: async (side) => expect(await bodyOf(side)).toMatchObject(page),
    lines: { 1538: 'editorListMyCustomFields' },
  },
  {
    version: '3.0.0',
    what: "always a page, and the refusal is that of Jira's own guard where this instance says so",
    async before(side) {
      expect(await bodyOf(side)).toEqual(array);
      await expectRefusal(side, ['message', 'statusCode', 'subCode']);
    },
    async since(side) {
      expect(await bodyOf(side)).toMatchObject(page);
      await expectRefusal(side, ['message', 'status-code']);
    },
    lines: { 101: 'editorListCustomFields' },
  },
  expanded('1.5.0', ['projects', 'issueTypes'], { 803: 'editorListContexts', 1793: 'editorListMyContexts' }),
  expanded('2.0.0', ['field', 'userlistWithFullnames'], { 363: 'editorGetGlobalPermissions' }),
  expanded('2.0.0', ['userlistWithFullnames'], { 1275: 'editorGetContextPermissions' }),
  {
    version: '2.10.0',
    what: 'contexts have three flags',
    before: async (side) => expect(await membersOf(side)).toEqual(expect.not.arrayContaining(flags)),
    since: async (side) => expect(await membersOf(side)).toEqual(expect.arrayContaining(flags)),
    lines: { 801: 'editorListContexts' },
  },
];
