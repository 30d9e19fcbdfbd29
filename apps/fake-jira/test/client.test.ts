import { operations as documented } from '@fake-jira/openapi';
import { dataOf, operations, type Operations } from '../src/client/operations.js';
import { startFakeJira, type FakeJira } from '../src/index.js';

const admin = { user: 'admin', password: 'admin' };
const select = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
const apis = ['jira-cloud', 'customfield-editor', 'extender', 'protected-fields'] as const;

describe('operations of fake-jira/client', () => {
  let fake: FakeJira;
  let jira: Operations;
  beforeAll(async () => {
    fake = await startFakeJira({ validate: 'strict' });
    jira = operations({ baseUrl: fake.url, auth: admin });
  });
  beforeEach(() => fake.reset());
  afterAll(() => fake.close());

  it('has one function for each operation that the profile has', () => {
    const ids = apis.flatMap((api) => documented(api).map(({ operationId }) => operationId as string));
    const inAll = Object.keys(jira);
    expect(ids).toEqual(expect.arrayContaining(inAll));
    // The others are of one deployment or another version.
    expect(inAll.length).toBeGreaterThan(200);
    const there = Object.keys(operations({ baseUrl: fake.url, profile: 'data-center' }));
    expect(there).toContain('editorListCustomFields');
    expect(there).not.toContain('trashCustomField');
    expect(Object.keys(operations({ baseUrl: fake.url, profile: 'cloud' }))).not.toContain('editorListCustomFields');
  });

  it('calls the Field API of Jira', async () => {
    const created = await jira.createCustomField({ body: { name: 'Team', type: select } });
    expect(created.response.status).toBe(201);
    const fieldId = created.data?.id ?? '';
    const contexts = await jira.getContextsForField({ params: { path: { fieldId } } });
    const contextId = Number(contexts.data?.values?.[0]?.id);
    const { data } = await jira.createCustomFieldOption({
      params: { path: { fieldId, contextId } },
      body: { options: [{ value: 'Aurora' }] },
    });
    expect(data?.options?.map(({ value }) => value)).toEqual(['Aurora']);
    const found = await jira.getFieldsPaginated({ params: { query: { id: [fieldId], maxResults: 5 } } });
    expect(found.data?.values?.map(({ name }) => name)).toEqual(['Team']);
    const deleted = await jira.deleteCustomFieldOption({
      params: { path: { fieldId, contextId, optionId: Number(data?.options?.[0]?.id) } },
    });
    expect(deleted).toMatchObject({ data: undefined, response: { status: 204 } });
  });

  it('calls Customfield Editor, Extender and Protected Fields, which see the same world', async () => {
    fake.load({
      projects: [{ key: 'TEST', name: 'Test' }],
      issueTypes: [{ name: 'Task' }],
      fields: [
        { name: 'Team', type: 'select', id: 10100, contexts: [{ id: 10200, options: ['Aurora'] }] },
        { name: 'Card', type: 'protected-text', id: 10101 },
      ],
      issues: [{ key: 'TEST-1', project: 'TEST', type: 'Task', summary: 'First' }],
      protectedFieldTokens: [{ token: 'secret' }],
    });
    const fields = await jira.editorListCustomFields();
    expect(JSON.stringify(fields.data)).toContain('Team');
    const values = await jira.extenderGetValues({ params: { path: { configSchemeId: 10200 } } });
    expect(JSON.stringify(values.data)).toContain('Aurora');
    const written = await jira.protectedPutValues({
      params: { query: { token: 'secret', issueKey: 'TEST-1' } },
      body: [{ fieldId: 'customfield_10101', value: '4111' }],
    });
    expect(written.data).toBe('OK');
    const read = await jira.protectedReadValues({
      params: { query: { token: 'secret', issueKey: 'TEST-1', fieldId: ['customfield_10101'] } },
    });
    expect(JSON.stringify(read.data)).toContain('4111');
  });

  it('gives the error that Jira answers, with its type', async () => {
    const { data, error, response } = await jira.createCustomField({ body: { name: 'Team', type: 'none' } });
    expect([data, response.status]).toEqual([undefined, 400]);
    expect(error).toMatchObject({ errors: expect.anything() as object });
  });

  it('gives the data alone to whoever asks so, and throws what Jira says', async () => {
    const { id } = dataOf(await jira.createCustomField({ body: { name: 'Team', type: select } }));
    expect(id).toMatch(/^customfield_/);
    const refused = await jira.createCustomField({ body: { name: 'Team', type: 'none' } });
    expect(() => dataOf(refused)).toThrow(/^\/rest\/api\/3\/field: Jira answered 400: \{/);
    const nobody = await jira.protectedReadValues({
      params: { query: { token: 'wrong', issueKey: 'X-1', fieldId: [] } },
    });
    expect(() => dataOf(nobody)).toThrow(expect.objectContaining({ status: expect.any(Number) as number }));
    expect(() => dataOf(nobody)).not.toThrow('wrong');
  });

  it('asks a workspace, under the addresses of the profile, as whom it is told', async () => {
    const mine = fake.workspace('mine');
    mine.changeSettings({ profile: 'data-center' });
    const there = operations({
      baseUrl: `${mine.url}/jira/`,
      auth: { user: 'bob', password: 'bob' },
      profile: 'data-center',
    });
    const { data } = await there.getFields();
    expect(data?.length).toBeGreaterThan(10);
    expect(mine.journal()).toEqual([expect.objectContaining({ path: '/rest/api/2/field', user: 'bob', status: 200 })]);
    await operations({ baseUrl: mine.url, profile: 'data-center' }).getServerInfo();
    expect(mine.journal().at(-1)?.user).toBeNull();
  });

  it('sends a token, headers of one’s own, and asks through another fetch', async () => {
    const seen: Headers[] = [];
    const own = operations({
      baseUrl: 'https://jira.example.com',
      auth: { token: 'abc' },
      headers: { 'X-Trace': '7' },
      fetch: (request) => Promise.resolve(Response.json([], { status: seen.push(request.headers) && 200 })),
    });
    expect((await own.getFields()).data).toEqual([]);
    expect([seen[0]?.get('Authorization'), seen[0]?.get('X-Trace')]).toEqual(['Bearer abc', '7']);
  });

  it('says what is wrong with its options', () => {
    const wrong = (options: object) => () => operations(options as never);
    expect(wrong({})).toThrow('operations needs the address of a Jira as baseUrl');
    expect(wrong({ baseUrl: 'x' })).toThrow('operations needs the address of a Jira as baseUrl');
    expect(wrong({ baseURL: fake.url })).toThrow('did you mean "baseUrl"?');
    expect(wrong({ baseUrl: fake.url, auth: 'admin:admin' })).toThrow('it is { user, password } or { token }');
    expect(wrong({ baseUrl: fake.url, profile: 'server' })).toThrow('server');
  });

  it('has types that tell of mistakes', () => {
    const mistakes = async () => {
      // @ts-expect-error -- the body is missing
      await jira.createCustomField();
      // @ts-expect-error -- a field has a type
      await jira.createCustomField({ body: { name: 'Team' } });
      // @ts-expect-error -- there is no such parameter
      await jira.getFieldsPaginated({ params: { query: { identifier: ['x'] } } });
      // @ts-expect-error -- Data Center has no trash
      await operations({ baseUrl: fake.url, profile: 'data-center' }).trashCustomField({
        params: { path: { id: 'x' } },
      });
      // @ts-expect-error -- there is no such profile
      operations({ baseUrl: fake.url, profile: 'server' });
    };
    expect(mistakes).toBeInstanceOf(Function);
  });
});
