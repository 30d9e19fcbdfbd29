import { checkWorld } from '@fake-jira/world';
import { bodyLimit } from '../../src/http/transport.js';
import {
  address,
  addressOf,
  answerOf,
  idOf,
  kinds,
  ofShop,
  ordinary,
  protectedJira,
  single,
  tokens,
  type Asked,
} from './protected-world.js';

const value = (fieldId: string, value: unknown) => ({ fieldId, value });
const fine = value(idOf('text', 'unencrypted'), 'fine');

/** A request that is refused: nothing has changed, and the plain text says what the document has. */
async function refused(entries: unknown, asked: Asked = {}): Promise<void> {
  const { jira, write } = protectedJira();
  for (const method of ['put', 'post'] as const) {
    const before = jira.root;
    const response = await write(entries, { ...asked, method });
    expect(answerOf(response)).toEqual([400, 'Bad Request']);
    expect(response.headers['content-type']).toMatch(/^text\/plain/);
    expect(jira.root).toBe(before);
  }
  expect(checkWorld(jira.root)).toEqual([]);
}

/** What is no value of a kind. */
const wrong: Record<(typeof kinds)[number], readonly unknown[]> = {
  text: [1, true, ['x'], { text: 'x' }],
  number: ['1', true, [1], {}, '1e999'],
  date: [
    '2025-02-29',
    '2025-13-01',
    '2025-1-1',
    '01.02.2025',
    '2025-01-31T08:00:00Z',
    20250131,
    { date: '2025-01-31' },
  ],
  user: ['nobody', 'bob', 1, { accountId: '5b10ac8d82e05b22cc7d4ef5' }],
  'multi-user': ['5b10ac8d82e05b22cc7d4ef5', [1], ['nobody'], [['5b10ac8d82e05b22cc7d4ef5']], {}],
  group: ['no group', 1, ['developers'], { name: 'developers' }],
  collection: ['cat', ['bird'], ['cat', 'bird'], ['cat', 'cat'], [1], { value: 'cat' }],
};

describe.each(kinds)('a write to a field of the kind %s', (kind) => {
  it.each(wrong[kind].map((json) => [JSON.stringify(json), json] as const))(
    'refuses %s, and writes nothing of the rest',
    async (_, json) => {
      for (const protection of ['encrypted', 'unencrypted'] as const) {
        await refused([fine, value(idOf(kind, protection), json)]);
      }
    },
  );
});

describe('a write', () => {
  it.each([
    ['a field that does not exist', [fine, value('customfield_99999', 'x')]],
    ['a field that is not protected', [fine, value(ordinary, 'x')]],
    ['a field of the system', [fine, value('summary', 'x')]],
    ['a field that does not apply to the issue', [fine, value(ofShop, 'x')]],
    ['no id of a field', [fine, value('', 'x')]],
    ['a bare number', [fine, value('10121', 'x')]],
    ['an entry without a field', [fine, { value: 'x' }]],
    ['an entry without a value', [fine, { fieldId: single }]],
    ['an entry with more', [fine, { ...value(idOf('text'), 'x'), note: 'x' }]],
    ['an entry that is none', [fine, 'x']],
    ['a field id that is a number', [{ fieldId: 10121, value: 'x' }]],
    ['two entries for one field', [fine, fine]],
    ['no entry', []],
    ['an object', fine],
  ])('refuses %s', async (_, entries) => refused(entries));

  it.each([
    ['no issue', { issueKey: null }],
    ['an issue that does not exist', { issueKey: 'TEST-99' }],
    ['the number of an issue', { issueKey: '10000' }],
    ['an empty key', { issueKey: '' }],
  ])('refuses %s', async (_, asked) => refused([fine], asked));

  it.each(['{', '[{"fieldId": "customfield_10121", "value": "hush hush"', 'hush hush', '[1,]', '"hush"', 'null', '42'])(
    'refuses the body %j, which is no JSON or no list, and does not quote it',
    async (body) => {
      const { jira } = protectedJira();
      const response = await jira.anonymous.put(addressOf({}), body, { 'Content-Type': 'application/json' });
      expect(answerOf(response)).toEqual([400, 'Bad Request']);
    },
  );

  it('refuses no body, one of another type, and one that is too large', async () => {
    const { jira } = protectedJira();
    expect((await jira.anonymous.put(addressOf({}))).status).toBe(400);
    const plain = await jira.anonymous.put(addressOf({}), '[]', { 'Content-Type': 'text/plain' });
    expect([plain.status, plain.type]).toEqual([415, 'text/plain']);
    const large = [value(idOf('text'), 'x'.repeat(bodyLimit))];
    expect((await jira.anonymous.put(addressOf({}), large)).status).toBe(413);
  });

  it('with DELETE or PATCH is not there', async () => {
    const { jira } = protectedJira();
    const { status, headers } = await jira.anonymous.delete(addressOf({}));
    expect([status, headers['allow']]).toEqual([405, 'GET, PUT, POST']);
    expect((await jira.anonymous.patch(addressOf({}), [])).status).toBe(405);
  });
});

describe('a read', () => {
  it.each([
    ['no field', [], 'fieldId is required.'],
    ['a field that does not exist', [idOf('text'), 'customfield_99999'], 'There is no field customfield_99999.'],
    ['a field that is not protected', [ordinary], `${ordinary} is no protected field.`],
    ['a field of the system', ['summary'], 'summary is no protected field.'],
    ['a bare number', ['10121'], '10121 is no ID of a field: it looks like customfield_10121.'],
    ['an empty id', [''], 'There is no field .'],
    ['a field that does not apply', [ofShop], `The field ${ofShop} does not apply to the issue TEST-1.`],
  ])('refuses %s, and says so', async (_, fieldIds, message) => {
    expect(answerOf(await protectedJira().read(fieldIds))).toEqual([400, message]);
  });

  it('refuses an issue that does not exist, and none', async () => {
    const { read } = protectedJira();
    expect(answerOf(await read([idOf('text')], { issueKey: 'TEST-99' }))).toEqual([400, 'There is no issue TEST-99.']);
    expect(answerOf(await read([idOf('text')], { issueKey: null }))).toEqual([400, 'issueKey is required.']);
  });

  it('does not find a field in the trash', async () => {
    const { jira, read } = protectedJira();
    await jira.admin.post(`/rest/api/3/field/${idOf('text')}/trash`);
    expect((await read([idOf('text')])).status).toBe(400);
  });
});

describe('a token', () => {
  const cases: readonly (readonly [string, Asked, string])[] = [
    ['that is missing', { token: null }, 'The parameter token is required.'],
    ['that is empty', { token: '' }, 'The parameter token is required.'],
    ['that is wrong', { token: 'wrong' }, 'The access token is not known.'],
    ['in other letters', { token: tokens.all.toUpperCase() }, 'The access token is not known.'],
    ['of which the end is missing', { token: tokens.all.slice(0, -1) }, 'The access token is not known.'],
    ['of another project', { token: tokens.shop }, 'The access token is not for the project TEST.'],
  ];

  it.each([
    ...cases,
    ['for writing', { token: tokens.write }, 'The access token does not have the scope READ.'] as const,
  ])('%s reads nothing', async (_, asked, message) => {
    expect(answerOf(await protectedJira().read([idOf('text')], asked))).toEqual([401, message]);
  });

  it.each([...cases, ['for reading', { token: tokens.read }, ''] as const])('%s writes nothing', async (_, asked) => {
    const { jira, write } = protectedJira();
    const before = jira.root;
    expect(answerOf(await write([fine], asked))).toEqual([401, 'Unauthorized']);
    expect(jira.root).toBe(before);
  });

  it('is asked for before the rest is looked at', async () => {
    const { jira, read } = protectedJira();
    expect((await read([], { token: 'wrong', issueKey: null })).status).toBe(401);
    expect((await jira.anonymous.put(addressOf({ token: 'wrong' }), { no: 'list' })).status).toBe(401);
  });

  it('given twice is none', async () => {
    const { jira } = protectedJira();
    const twice = `${addressOf({}, [idOf('text')])}&token=${tokens.all}`;
    expect((await jira.anonymous.get(twice)).status).toBe(401);
  });

  it('of a project works in it', async () => {
    const { write, valueOf } = protectedJira();
    const asked = { token: tokens.shop, issueKey: 'SHOP-1' };
    expect((await write([value(ofShop, 'x')], asked)).status).toBe(200);
    expect(await valueOf(ofShop, asked)).toBe('x');
  });

  it('is needed by administrators too, and is no sign-in elsewhere', async () => {
    const { jira } = protectedJira();
    expect((await jira.admin.get(addressOf({ token: null }, [idOf('text')]))).status).toBe(401);
    const elsewhere = await jira.anonymous.get(`/rest/api/3/myself?token=${tokens.all}`);
    expect(elsewhere.status).toBe(401);
  });

  it('does not help who signs in wrongly', async () => {
    const { jira } = protectedJira();
    const asked = addressOf({}, [idOf('text')]);
    expect((await jira.as('admin', 'wrong').get(asked)).status).toBe(401);
    expect((await jira.as('bob').get(asked)).status).toBe(200);
  });

  it('is not part of the address, but of the query', async () => {
    const { jira } = protectedJira();
    expect((await jira.anonymous.get(`${address}/${tokens.all}`)).status).toBe(404);
  });
});
