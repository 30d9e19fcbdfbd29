import { testJira } from '../support/jira.js';

const world = {
  users: [
    { name: 'admin', displayName: 'Ada Admin', groups: ['jira-administrators'] },
    { name: 'bob', displayName: 'Bob Builder', groups: ['jira-users'] },
  ],
  issueTypes: [{ name: 'Bug' }],
  projects: [
    {
      key: 'TST',
      id: 10_000,
      lead: 'admin',
      components: [
        { name: 'Web', id: 2 },
        { name: 'api', id: 1, description: 'Answers' },
      ],
    },
    { key: 'OTH', components: [{ name: 'Web', id: 9 }] },
  ],
  issues: [
    { key: 'TST-1', type: 'Bug', summary: 'One', components: ['Web'] },
    { key: 'TST-2', type: 'Bug', summary: 'Two', components: ['Web', 'api'] },
  ],
};

const named = (list: unknown) => (list as { name: string }[]).map(({ name }) => name);

describe.each(['cloud', 'data-center'])('a component on %s', (profile) => {
  const base = '/rest/api/2';
  const setUp = () => testJira({ world, profile });
  const lead = (jira: ReturnType<typeof setUp>) =>
    profile === 'cloud' ? { leadAccountId: jira.world.root.accountIdsByName.get('bob') } : { leadUserName: 'bob' };
  const componentsOf = async ({ admin }: ReturnType<typeof setUp>, key: string) =>
    named((await admin.get(`${base}/issue/${key}`)).body.fields.components);

  it('is added, and stands among the others by its name', async () => {
    const jira = setUp();
    const given = { name: 'Docs', description: 'Words', project: 'TST', assigneeType: 'COMPONENT_LEAD', ...lead(jira) };
    const { status, body } = await jira.admin.post(`${base}/component`, given);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Docs',
      description: 'Words',
      lead: { displayName: 'Bob Builder' },
      assignee: { displayName: 'Bob Builder' },
      realAssigneeType: 'COMPONENT_LEAD',
      isAssigneeTypeValid: true,
      project: 'TST',
      projectId: 10_000,
    });
    expect((await jira.admin.get(`${base}/component/${body.id as string}`)).body).toEqual(body);
    expect(named((await jira.admin.get(`${base}/project/TST/components`)).body)).toEqual(['api', 'Docs', 'Web']);
    expect((await jira.admin.get(`${base}/project/TST`)).body.components).toContainEqual({
      self: body.self as string,
      id: body.id as string,
      name: 'Docs',
      description: 'Words',
      isAssigneeTypeValid: false,
    });
  });

  it.each([
    [{ project: 'TST' }, 400, 'name'],
    [{ project: 'TST', name: ' ' }, 400, 'name'],
    [{ project: 'TST', name: 'WEB' }, 400, 'name'],
    [{ project: 'TST', name: 'x', leadUserName: 'nobody' }, 400, 'leadUserName'],
    [{ name: 'x' }, 400, 'project'],
    [{ project: 'NOPE', name: 'x' }, 404, undefined],
  ])('is not added as %j', async (given, expected, property) => {
    const jira = setUp();
    const { status, body } = await jira.admin.post(`${base}/component`, given);
    expect([status, Object.keys(body.errors as object)]).toEqual([expected, property === undefined ? [] : [property]]);
    expect(jira.world.root.projects.get(10_000)?.components).toHaveLength(2);
  });

  it('falls back to the default of its project where nobody leads it', async () => {
    const { admin } = setUp();
    const { body } = await admin.put(`${base}/component/1`, { assigneeType: 'COMPONENT_LEAD' });
    expect(body).toMatchObject({ isAssigneeTypeValid: false, realAssigneeType: 'PROJECT_DEFAULT' });
    const { body: led } = await admin.put(`${base}/component/1`, { assigneeType: 'PROJECT_LEAD' });
    expect(led).toMatchObject({ isAssigneeTypeValid: true, realAssignee: { displayName: 'Ada Admin' } });
  });

  it('keeps what an edit does not name, and loses who led it where it says nobody', async () => {
    const jira = setUp();
    await jira.admin.put(`${base}/component/1`, lead(jira));
    const { body } = await jira.admin.put(`${base}/component/1`, { name: 'API' });
    expect(body).toMatchObject({ name: 'API', description: 'Answers', lead: { displayName: 'Bob Builder' } });
    const nobody = profile === 'cloud' ? { leadAccountId: null } : { leadUserName: '' };
    expect((await jira.admin.put(`${base}/component/1`, nobody)).body).not.toHaveProperty('lead');
  });

  it('is counted, and deleted: its issues get another one, or none', async () => {
    const jira = setUp();
    expect((await jira.admin.get(`${base}/component/2/relatedIssueCounts`)).body.issueCount).toBe(2);
    expect((await jira.admin.delete(`${base}/component/2?moveIssuesTo=1`)).status).toBe(204);
    expect([await componentsOf(jira, 'TST-1'), await componentsOf(jira, 'TST-2')]).toEqual([['api'], ['api']]);
    expect((await jira.admin.delete(`${base}/component/1`)).status).toBe(204);
    expect(await componentsOf(jira, 'TST-1')).toEqual([]);
    const { changelog } = (await jira.admin.get(`${base}/issue/TST-1?expand=changelog`)).body;
    expect(changelog.total).toBe(2);
    expect((await jira.admin.get(`${base}/component/1`)).body.errorMessages).toEqual([
      'The component with id 1 does not exist.',
    ]);
  });

  it.each([
    ['itself', '2', 400],
    ['one of another project', '9', 400],
    ['one that is not there', '77', 404],
  ])('does not hand its issues to %s', async (_, to, status) => {
    const jira = setUp();
    expect((await jira.admin.delete(`${base}/component/2?moveIssuesTo=${to}`)).status).toBe(status);
    expect(await componentsOf(jira, 'TST-1')).toEqual(['Web']);
  });

  it('is for administrators to change', async () => {
    const { bob } = setUp();
    const { status, body } = await bob.put(`${base}/component/2`, { name: 'x' });
    expect([status, body.errorMessages]).toEqual([403, ['You cannot edit the configuration of this project.']]);
  });
});

it('is searched by pages on Cloud', async () => {
  const { admin } = testJira({ world, profile: 'cloud' });
  const page = async (query: string) => (await admin.get(`/rest/api/3/project/TST/component?${query}`)).body;
  expect(await page('orderBy=-issueCount&maxResults=1')).toMatchObject({
    total: 2,
    isLast: false,
    values: [{ name: 'Web', issueCount: 2 }],
  });
  expect(named((await page('query=answ')).values)).toEqual(['api']);
});
