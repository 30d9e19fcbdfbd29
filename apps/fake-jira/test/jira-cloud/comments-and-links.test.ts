import { testJira } from '../support/jira.js';

const world = {
  users: [{ name: 'bob', displayName: 'Bob Builder', groups: ['jira-users'] }],
  issueTypes: [{ name: 'Bug' }],
  projects: [{ key: 'TST' }],
  issues: [
    {
      key: 'TST-1',
      type: 'Bug',
      summary: 'First',
      links: [{ type: 'Blocks', to: 'TST-2' }],
      comments: [{ author: 'bob', body: 'Seen it', created: '2025-03-31T09:30:00Z', id: 400 }],
    },
    { key: 'TST-2', type: 'Bug', summary: 'Second' },
    { key: 'TST-3', type: 'Bug', summary: 'Third' },
  ],
};

const document = (text: string) => ({
  type: 'doc',
  version: 1,
  content: text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe.each([['cloud', '3', document] as const, ['data-center', '2', (text: string) => text] as const])(
  'a comment on %s',
  (profile, version, inForm) => {
    const base = `/rest/api/${version}/issue/TST-1`;

    it('is written, read, changed and deleted', async () => {
      const { bob, admin, clock } = testJira({ world, profile });
      const made = await bob.post(`${base}/comment`, { body: inForm('Me too') });
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({
        id: '10000',
        self: expect.stringMatching(/\/issue\/\d+\/comment\/10000$/),
        author: { displayName: 'Bob Builder' },
        body: inForm('Me too'),
      });
      clock.advance(60_000);
      const { body: changed } = await admin.put(`${base}/comment/10000`, { body: inForm('Nobody') });
      expect(changed).toMatchObject({
        body: inForm('Nobody'),
        author: { displayName: 'Bob Builder' },
        updateAuthor: { displayName: 'Ada Admin' },
        created: made.body.created as string,
      });
      expect(changed.updated).not.toBe(changed.created);
      expect((await admin.get(`${base}/comment/10000`)).body).toEqual(changed);
      expect((await admin.delete(`${base}/comment/10000`)).status).toBe(204);
      expect((await admin.get(`${base}/comment/10000`)).status).toBe(404);
    });

    it('is listed, the oldest first, and stands in the issue', async () => {
      const { admin } = testJira({ world, profile });
      await admin.post(`${base}/comment`, { body: inForm('And I') });
      const texts = ({ body }: { body: { comments: { body: unknown }[] } }) => body.comments.map((one) => one.body);
      expect(texts(await admin.get(`${base}/comment`))).toEqual([inForm('Seen it'), inForm('And I')]);
      expect(texts(await admin.get(`${base}/comment?orderBy=-created`))).toEqual([inForm('And I'), inForm('Seen it')]);
      const { body: page } = await admin.get(`${base}/comment?startAt=1&maxResults=1`);
      expect(page).toMatchObject({ startAt: 1, maxResults: 1, total: 2, comments: [{ body: inForm('And I') }] });
      const { comment } = (await admin.get(base)).body.fields;
      expect(comment).toMatchObject({ total: 2, comments: [{ id: '400' }, { id: '10000' }] });
    });

    it('is on a page that begins at the first where a number is below 0', async () => {
      const { admin } = testJira({ world, profile });
      const { status, body } = await admin.get(`${base}/comment?startAt=-1&maxResults=1`);
      expect([status, body.startAt, body.comments.length]).toEqual([200, 0, 1]);
    });

    it('comes, changes and goes with an edit of the issue', async () => {
      const { admin } = testJira({ world, profile });
      const comment = [{ add: { body: inForm('New') } }, { edit: { id: '400', body: inForm('Old') } }];
      expect((await admin.put(base, { update: { comment } })).status).toBe(204);
      const { comments } = (await admin.get(`${base}/comment`)).body;
      expect(comments).toMatchObject([{ body: inForm('Old') }, { body: inForm('New') }]);
      await admin.put(base, { update: { comment: [{ remove: { id: '400' } }] } });
      expect((await admin.get(`${base}/comment`)).body.total).toBe(1);
    });

    it('comes with a transition', async () => {
      const { admin } = testJira({ world, profile });
      const body = { transition: { id: '31' }, update: { comment: [{ add: { body: inForm('Done') } }] } };
      expect((await admin.post(`${base}/transitions`, body)).status).toBe(204);
      const { comment, status } = (await admin.get(base)).body.fields;
      expect([status.name, comment.total]).toEqual(['Done', 2]);
    });

    it('changes nothing where another part of the edit is refused', async () => {
      const { admin } = testJira({ world, profile });
      const body = { fields: { summary: '' }, update: { comment: [{ add: { body: inForm('New') } }] } };
      expect((await admin.put(base, body)).status).toBe(400);
      expect((await admin.get(`${base}/comment`)).body.total).toBe(1);
    });

    it('has a text', async () => {
      const { admin } = testJira({ world, profile });
      const empty = await admin.post(`${base}/comment`, { body: inForm('') });
      expect([empty.status, empty.body.errors]).toEqual([400, { comment: 'Comment body can not be empty!' }]);
      const number = await admin.post(`${base}/comment`, { body: 7 });
      expect([number.status, number.body.errors]).toEqual([400, { comment: 'Comment body is not valid!' }]);
      const long = await admin.post(`${base}/comment`, { body: inForm('x'.repeat(40_000)) });
      expect(long.body.errors.comment).toContain('32767 characters');
    });

    it('belongs to its issue alone', async () => {
      const { admin } = testJira({ world, profile });
      const { status, body } = await admin.get(`/rest/api/${version}/issue/TST-2/comment/400`);
      expect([status, body.errorMessages]).toEqual([404, ['Can not find a comment for the id: 400.']]);
    });

    it('is found by a query', async () => {
      const { admin } = testJira({ world, profile });
      const jql = encodeURIComponent('comment ~ seen');
      const path = version === '3' ? '/rest/api/3/search/jql?fields=key&jql=' : '/rest/api/2/search?jql=';
      expect((await admin.get(`${path}${jql}`)).body.issues).toMatchObject([{ key: 'TST-1' }]);
    });
  },
);

it('has the form of its API version', async () => {
  const { admin } = testJira({ world, profile: 'cloud' });
  expect((await admin.get('/rest/api/2/issue/TST-1/comment/400')).body).toMatchObject({
    body: 'Seen it',
    jsdPublic: true,
  });
});

describe('a link between two issues', () => {
  const links = async ({ admin }: ReturnType<typeof testJira>, key: string) =>
    (await admin.get(`/rest/api/2/issue/${key}`)).body.fields.issuelinks as { id: string }[];

  it('is told by each of them from its side', async () => {
    const jira = testJira({ world });
    expect(await links(jira, 'TST-1')).toMatchObject([
      { type: { name: 'Blocks', outward: 'blocks' }, outwardIssue: { key: 'TST-2', fields: { summary: 'Second' } } },
    ]);
    expect(await links(jira, 'TST-2')).toMatchObject([{ inwardIssue: { key: 'TST-1' } }]);
  });

  it('is made with a comment, and once', async () => {
    const jira = testJira({ world });
    const { admin } = jira;
    const body = {
      type: { name: 'Duplicate' },
      inwardIssue: { key: 'TST-3' },
      outwardIssue: { key: 'TST-1' },
      comment: { body: 'The same' },
    };
    for (const _ of 'ab') expect((await admin.post('/rest/api/2/issueLink', body)).status).toBe(201);
    expect(await links(jira, 'TST-3')).toMatchObject([{ type: { name: 'Duplicate' }, outwardIssue: { key: 'TST-1' } }]);
    expect((await admin.get('/rest/api/2/issue/TST-3/comment')).body.comments).toMatchObject([
      { body: 'The same' },
      { body: 'The same' },
    ]);
  });

  it('is read and deleted', async () => {
    const jira = testJira({ world });
    const { admin } = jira;
    const [link] = await links(jira, 'TST-1');
    const path = `/rest/api/2/issueLink/${link!.id}`;
    expect((await admin.get(path)).body).toMatchObject({
      type: { id: '10000' },
      inwardIssue: { key: 'TST-1' },
      outwardIssue: { key: 'TST-2' },
    });
    expect((await admin.delete(path)).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
    expect(await links(jira, 'TST-2')).toEqual([]);
  });

  it.each([
    [{ name: 'Hates' }, 'TST-1', 'TST-2', 404, "No issue link type with name 'Hates' found."],
    [{ id: '7' }, 'TST-1', 'TST-2', 404, "No issue link type with id '7' found."],
    [{ name: 'Blocks' }, 'TST-1', 'TST-1', 400, 'You cannot link an issue to itself.'],
  ])('is refused: %j from %s to %s', async (type, from, to, status, sentence) => {
    const { admin } = testJira({ world });
    const body = { type, inwardIssue: { key: from }, outwardIssue: { key: to } };
    const answer = await admin.post('/rest/api/2/issueLink', body);
    expect([answer.status, answer.body.errorMessages]).toEqual([status, [sentence]]);
  });

  it('goes with its issue', async () => {
    const jira = testJira({ world });
    await jira.admin.delete('/rest/api/2/issue/TST-1');
    expect(await links(jira, 'TST-2')).toEqual([]);
    expect(jira.world.root.issueLinks.size).toBe(0);
    expect(jira.world.root.comments.size).toBe(0);
  });

  it('is found by a query', async () => {
    const { admin } = testJira({ world, profile: 'data-center' });
    const found = async (jql: string) => {
      const { body } = await admin.get(`/rest/api/2/search?jql=${encodeURIComponent(jql)}`);
      return (body.issues as { key: string }[]).map(({ key }) => key);
    };
    expect(await found('issue in linkedIssues(TST-1)')).toEqual(['TST-2']);
    expect(await found('issue in linkedIssues(TST-2, "is blocked by")')).toEqual(['TST-1']);
    expect(await found('issue in linkedIssues(TST-2, "blocks")')).toEqual([]);
  });
});
