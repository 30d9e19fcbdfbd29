import { findGroup, issueCountOfField } from '@fake-jira/world';
import {
  address,
  addressOf,
  answerOf,
  idOf,
  kinds,
  ordinary,
  protectedJira,
  single,
  tokens,
  type Kind,
} from './protected-world.js';

const ada = '5b10a2844c20165700ede210';
const bob = '5b10ac8d82e05b22cc7d4ef5';

/** A value of each kind as the app has it, and as Jira's issue has it where it is not encrypted. */
const samples: { readonly [K in Kind]: { readonly value: unknown; readonly inJira: unknown } } = {
  text: { value: 'DE75 5121 0800', inJira: 'DE75 5121 0800' },
  number: { value: 4711.5, inJira: 4711.5 },
  // Corroborated form.
  date: { value: '2024-02-29', inJira: { date: '2024-02-29' } },
  user: { value: bob, inJira: expect.objectContaining({ accountId: bob }) },
  'multi-user': {
    value: [bob, ada],
    inJira: [expect.objectContaining({ accountId: bob }), expect.objectContaining({ accountId: ada })],
  },
  group: { value: 'developers', inJira: expect.objectContaining({ name: 'developers' }) },
  collection: { value: ['dog', 'cat'], inJira: ['dog', 'cat'] },
};

interface JiraIssue {
  readonly fields: Readonly<Record<string, unknown>>;
}

describe.each(kinds)('a protected field of the kind %s', (kind) => {
  const { value, inJira } = samples[kind];

  it.each(['put', 'post'] as const)(
    'encrypted, is written by %s, read back, and empty in the issue of Jira',
    async (method) => {
      const { jira, write, valueOf } = protectedJira();
      expect(answerOf(await write([{ fieldId: idOf(kind), value }], { method }))).toEqual([200, 'OK']);
      expect(await valueOf(idOf(kind))).toEqual(value);
      const { body } = await jira.admin.get('/rest/api/3/issue/TEST-1');
      expect((body as JiraIssue).fields[idOf(kind)]).toBeNull();
    },
  );

  it('unencrypted, is written, read back, and shown in the issue of Jira', async () => {
    const { jira, write, valueOf } = protectedJira();
    const fieldId = idOf(kind, 'unencrypted');
    expect(answerOf(await write([{ fieldId, value }]))).toEqual([200, 'OK']);
    expect(await valueOf(fieldId)).toEqual(value);
    const { body } = await jira.admin.get('/rest/api/3/issue/TEST-1');
    expect((body as JiraIssue).fields[fieldId]).toEqual(inJira);
  });

  it('is made through the API of Jira, by the key of its type', async () => {
    const { jira, write, valueOf } = protectedJira();
    const type = `protected-fields:protected-${kind}`;
    const { status, body } = await jira.admin.post('/rest/api/3/field', { name: 'New', type });
    expect(status).toBe(201);
    const { id } = body as { id: string };
    expect(await valueOf(id)).toBeNull();
    // A collection that nobody has configured has nothing to choose from.
    expect((await write([{ fieldId: id, value }])).status).toBe(kind === 'collection' ? 400 : 200);
  });
});

describe('the values of protected fields', () => {
  it('are answered in the order asked for, null where there is none', async () => {
    const { read, write } = protectedJira();
    await write([{ fieldId: idOf('text'), value: 'x' }]);
    const { headers, body } = await read([idOf('number'), idOf('text'), single]);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body).toEqual([
      { fieldId: idOf('number'), value: null },
      { fieldId: idOf('text'), value: 'x' },
      { fieldId: single, value: null },
    ]);
  });

  it('change the issue, the last use of the field and the number of its issues; the same value again does not', async () => {
    const { jira, write } = protectedJira();
    const id = Number(idOf('text').slice('customfield_'.length));
    const seen = () => [jira.root.fields.get(id)?.lastUsed, issueCountOfField(jira.root, id)];
    expect(seen()).toEqual([undefined, 0]);
    jira.clock.advance(1000);
    const then = jira.clock.now();
    await write([{ fieldId: idOf('text'), value: 'x' }]);
    expect(seen()).toEqual([then, 1]);
    expect(jira.root.issues.get(10000)?.updated).toBe(then);
    jira.clock.advance(1000);
    await write([{ fieldId: idOf('text'), value: 'x' }]);
    expect(seen()).toEqual([then, 1]);
    await write([{ fieldId: idOf('text'), value: null }]);
    expect(seen()).toEqual([jira.clock.now(), 0]);
  });

  it.each(['', null])('are cleared by %j', async (value) => {
    const { write, valueOf } = protectedJira();
    await write([{ fieldId: idOf('text'), value: 'x' }]);
    expect((await write([{ fieldId: idOf('text'), value }])).status).toBe(200);
    expect(await valueOf(idOf('text'))).toBeNull();
  });

  it('are one option of a collection whose render mode is single', async () => {
    const { write, valueOf } = protectedJira();
    expect((await write([{ fieldId: single, value: ['cat', 'dog'] }])).status).toBe(400);
    expect((await write([{ fieldId: single, value: ['cat'] }])).status).toBe(200);
    expect(await valueOf(single)).toEqual(['cat']);
  });

  it('go with a field and an issue that are deleted', async () => {
    const { jira, write, read } = protectedJira();
    await write([{ fieldId: idOf('text'), value: 'x' }]);
    await jira.admin.delete('/rest/api/3/issue/TEST-1');
    expect((await read([idOf('text')])).status).toBe(400);
    await write([{ fieldId: idOf('text'), value: 'x' }], { issueKey: 'TEST-2' });
    await jira.admin.delete(`/rest/api/3/field/${idOf('text')}`);
    jira.clock.advance(1000);
    expect((await read([idOf('text')], { issueKey: 'TEST-2' })).status).toBe(400);
    expect(jira.root.issuesWithField.size).toBe(0);
  });

  it("are not written through Jira's issue resource, and stand in no metadata", async () => {
    const { jira, write, valueOf } = protectedJira();
    await write([{ fieldId: idOf('date', 'unencrypted'), value: '2024-02-29' }]);
    for (const fieldId of [idOf('text'), idOf('date', 'unencrypted')]) {
      const { status, body } = await jira.admin.put('/rest/api/3/issue/TEST-1', { fields: { [fieldId]: 'x' } });
      expect([status, Object.keys((body as { errors: object }).errors)]).toEqual([400, [fieldId]]);
    }
    const metas = await jira.as('my-app').get('/rest/api/3/issue/TEST-1/editmeta?overrideScreenSecurity=true');
    const { fields } = metas.body as JiraIssue;
    expect(Object.keys(fields)).toContain(ordinary);
    expect(Object.keys(fields)).not.toContain(idOf('date', 'unencrypted'));
    expect(await valueOf(idOf('date', 'unencrypted'))).toBe('2024-02-29');
  });

  it('name groups that exist', async () => {
    const { jira, write } = protectedJira();
    const groupId = findGroup(jira.root, 'developers')?.groupId;
    expect((await write([{ fieldId: idOf('group'), value: groupId }])).status).toBe(400);
  });
});

describe('where Protected Fields stands', () => {
  const own = '/rest/secure/2.0/field-values';

  it('is what the profile says, and nowhere else', async () => {
    const { read, write, jira } = protectedJira({ protectedFields: { address: own } });
    expect((await write([{ fieldId: idOf('text'), value: 'x' }], { at: own })).status).toBe(200);
    expect((await read([idOf('text')], { at: own })).body).toEqual([{ fieldId: idOf('text'), value: 'x' }]);
    expect((await read([idOf('text')])).status).toBe(404);
    // Its own form of refusals follows it.
    const broken = await jira.anonymous.put(addressOf({ at: own }), '{', { 'Content-Type': 'application/json' });
    expect(answerOf(broken)).toEqual([400, 'Bad Request']);
  });

  it('is nowhere where the app is not installed, and its types are unknown', async () => {
    const { read, jira } = protectedJira({ protectedFields: false });
    expect((await read([idOf('text')])).status).toBe(404);
    const type = 'protected-fields:protected-text';
    expect((await jira.admin.post('/rest/api/3/field', { name: 'New', type })).status).toBe(400);
  });

  it('is in a workspace and below the context path too', async () => {
    const { jira } = protectedJira();
    for (const before of ['/jira', '/w/mine', '/w/mine/jira']) {
      const asked = addressOf({ token: tokens.read, at: before + address }, [idOf('text')]);
      expect((await jira.anonymous.get(asked)).body).toEqual([{ fieldId: idOf('text'), value: null }]);
    }
  });
});
