import { testJira } from '../support/jira.js';

const world = {
  users: [
    { name: 'admin', accountId: 'account-admin', displayName: 'Ada Admin', groups: ['jira-system-administrators'] },
    { name: 'bob', accountId: 'account-bob', displayName: 'Bob Builder', groups: ['jira-users'] },
    { name: 'gone', accountId: 'account-gone', displayName: 'Bob Gone', groups: ['jira-users'], active: false },
    { name: 'robot', accountId: 'account-robot', displayName: 'Robot', app: 'example-add-on' },
  ],
  issueTypes: [{ name: 'Bug' }, { name: 'Sub-task', subtask: true }],
  screens: [{ name: 'Default Screen', tabs: [{ name: 'Fields' }] }],
  projects: [
    { key: 'TEST', name: 'Zebra', lead: 'bob', versions: ['1.0'], screen: 'Default Screen' },
    { key: 'OTHER', name: 'Antelope', type: 'business' as const, issueTypes: ['Bug'], screen: 'Default Screen' },
  ],
  fields: [
    {
      name: 'Browsers',
      type: 'select',
      id: 10000,
      contexts: [{ options: ['firefox', { value: 'mosaic', disabled: true }] }],
    },
    { name: 'Locked', type: 'textfield', id: 10001, locked: true },
  ],
};

const jiraWith = (profile = 'all') => testJira({ world, profile });

describe('a parameter of an address', () => {
  it('is a list where it is given several times', async () => {
    const { bob } = jiraWith('cloud');
    const me = (await bob.get('/rest/api/3/myself?expand=groups&expand=applicationRoles')).body;
    expect(me).toMatchObject({ groups: { size: 1 }, applicationRoles: expect.anything() });
    const { body } = await bob.get('/rest/api/3/mypermissions?permissions=ADMINISTER&permissions=EDIT_ISSUES');
    expect(Object.keys((body as { permissions: object }).permissions)).toEqual(['ADMINISTER', 'EDIT_ISSUES']);
    expect((await bob.get('/rest/api/3/project/TEST?expand=lead&expand=description')).status).toBe(200);
  });

  it('is true or false in any case', async () => {
    const { admin } = testJira({
      profile: 'data-center',
      world: {
        projects: [{ key: 'TST' }],
        issueTypes: [{ name: 'Bug' }],
        issues: [{ key: 'TST-1', type: 'Bug', summary: 'One' }],
      },
    });
    expect((await admin.delete('/rest/api/2/issue/TST-1?deleteSubtasks=False')).status).toBe(204);
  });
});

describe('a user', () => {
  it('has account id, name and key where both deployments stand side by side', async () => {
    const { body } = await jiraWith().bob.get('/rest/api/3/myself?expand=groups');
    expect(body).toMatchObject({
      accountId: 'account-bob',
      accountType: 'atlassian',
      name: 'bob',
      key: 'bob',
      emailAddress: 'bob@example.com',
      groups: { size: 1, items: [{ name: 'jira-users' }] },
      avatarUrls: { '16x16': expect.any(String), '48x48': expect.any(String) },
    });
  });

  it('has only an account id on Cloud, only name and key on Data Center', async () => {
    const onCloud = (await jiraWith('cloud').bob.get('/rest/api/3/myself')).body;
    expect(onCloud).toHaveProperty('accountId');
    expect(onCloud).not.toHaveProperty('name');
    expect(onCloud).not.toHaveProperty('key');
    const onDataCenter = (await jiraWith('data-center').bob.get('/rest/api/2/myself')).body;
    expect(onDataCenter).toMatchObject({ name: 'bob', key: 'bob' });
    expect(onDataCenter).not.toHaveProperty('accountId');
  });

  it('is found by account id, and on Data Center by name or key', async () => {
    const { bob } = jiraWith();
    expect((await bob.get('/rest/api/3/user?accountId=account-robot')).body).toMatchObject({ accountType: 'app' });
    expect((await bob.get('/rest/api/2/user?username=admin')).body).toMatchObject({ displayName: 'Ada Admin' });
    expect((await bob.get('/rest/api/2/user?key=admin')).body).toMatchObject({ displayName: 'Ada Admin' });
    expect((await bob.get('/rest/api/3/user?accountId=admin')).status).toBe(404);
    expect((await bob.get('/rest/api/3/user')).status).toBe(400);
  });

  it('is searched among the active ones, and by nobody who has not signed in', async () => {
    const jira = jiraWith();
    expect((await jira.bob.get('/rest/api/3/user/search?query=bo')).body).toMatchObject([
      { displayName: 'Bob Builder' },
    ]);
    expect((await jira.bob.get('/rest/api/3/user/search?accountId=account-admin')).body).toHaveLength(1);
    expect((await jira.bob.get('/rest/api/2/user/search?username=.')).body).toHaveLength(3);
    expect((await jira.anonymous.get('/rest/api/3/user/search?query=bo')).body).toEqual([]);
    expect((await jira.bob.get('/rest/api/3/user/search')).status).toBe(400);
    expect((await jira.bob.get('/rest/api/3/users/search?startAt=1&maxResults=2')).body).toHaveLength(2);
  });
});

describe('a group', () => {
  it('has members, inactive ones only if asked for', async () => {
    const { admin, bob } = jiraWith();
    const member = '/rest/api/3/group/member';
    expect((await admin.get(`${member}?groupname=jira-users`)).body).toMatchObject({
      total: 1,
      values: [{ displayName: 'Bob Builder' }],
    });
    expect((await admin.get(`${member}?groupname=jira-users&includeInactiveUsers=true`)).body.total).toBe(2);
    expect((await admin.get(`${member}?groupname=none`)).status).toBe(404);
    expect((await admin.get(member)).status).toBe(400);
    expect((await bob.get(`${member}?groupname=jira-users`)).status).toBe(403);
  });

  it('is found by a part of its name, which is shown in bold', async () => {
    const { bob } = jiraWith();
    const { body } = await bob.get('/rest/api/3/groups/picker?query=users');
    expect(body).toMatchObject({
      total: 1,
      header: 'Showing 1 of 1 matching groups',
      groups: [{ name: 'jira-users', html: 'jira-<b>users</b>' }],
    });
    const others = (await bob.get('/rest/api/3/groups/picker?exclude=jira-users')).body.groups as { name: string }[];
    expect(others.map(({ name }) => name)).toContain('jira-system-administrators');
    expect(others.map(({ name }) => name)).not.toContain('jira-users');
    expect((await bob.get('/rest/api/3/groups/picker?query=USERS')).body.total).toBe(0);
    expect((await bob.get('/rest/api/3/groups/picker?query=USERS&caseInsensitive=true')).body.total).toBe(1);
  });
});

describe('projects and issue types', () => {
  it('are searched and ordered', async () => {
    const { bob } = jiraWith();
    const keys = async (query: string) =>
      ((await bob.get(`/rest/api/3/project/search?${query}`)).body.values as { key: string }[]).map(({ key }) => key);
    expect(await keys('')).toEqual(['OTHER', 'TEST']);
    expect(await keys('orderBy=-name')).toEqual(['TEST', 'OTHER']);
    expect(await keys('query=zeb')).toEqual(['TEST']);
    expect(await keys('keys=TEST&keys=NONE')).toEqual(['TEST']);
    expect(await keys('typeKey=business')).toEqual(['OTHER']);
    expect(await keys('status=archived')).toEqual([]);
  });

  it('refuses more than 50 names in one search', async () => {
    const keys = Array.from({ length: 51 }, (_, i) => `keys=K${i}`).join('&');
    expect((await jiraWith().bob.get(`/rest/api/3/project/search?${keys}`)).status).toBe(400);
  });

  it('are told in full of one project', async () => {
    const { bob } = jiraWith();
    const { body } = await bob.get('/rest/api/3/project/TEST');
    expect(body).toMatchObject({
      key: 'TEST',
      name: 'Zebra',
      lead: { displayName: 'Bob Builder' },
      issueTypes: [{ name: 'Bug' }, { name: 'Sub-task' }],
      versions: [{ name: '1.0' }],
    });
    expect((await bob.get(`/rest/api/3/project/${body.id}`)).body.key).toBe('TEST');
    expect((await bob.get('/rest/api/3/project/test')).status).toBe(404);
  });

  it.each(['data-center', 'cloud'] as const)('are all listed at once (%s)', async (profile) => {
    expect((await jiraWith(profile).bob.get('/rest/api/2/project')).body).toHaveLength(2);
  });

  it('have a level in the hierarchy', async () => {
    const { bob } = jiraWith();
    const { body } = await bob.get('/rest/api/3/issuetype');
    expect(body).toMatchObject([
      { name: 'Bug', subtask: false, hierarchyLevel: 0 },
      { name: 'Sub-task', subtask: true, hierarchyLevel: -1 },
    ]);
    expect((await bob.get(`/rest/api/3/issuetype/${body[0].id}`)).body).toMatchObject({ id: body[0].id, name: 'Bug' });
    expect((await bob.get('/rest/api/3/issuetype/99')).status).toBe(404);
    expect((await bob.get('/rest/api/3/issuetype/bug')).status).toBe(400);
  });

  it('answer 404 on Data Center to an id that is no number too', async () => {
    const { admin } = testJira({ profile: 'data-center' });
    const { status, body } = await admin.get('/rest/api/2/issuetype/bug');
    expect([status, body]).toEqual([
      404,
      { errorMessages: ["The issue type with id 'bug' does not exist"], errors: {} },
    ]);
  });
});

describe("the caller's permissions", () => {
  const address = '/rest/api/3/mypermissions';
  const has = (body: { permissions: Record<string, { havePermission: boolean }> }) =>
    Object.fromEntries(Object.entries(body.permissions).map(([key, { havePermission }]) => [key, havePermission]));

  it('are told for those that are named', async () => {
    const jira = jiraWith();
    const query = '?permissions=ADMINISTER,BROWSE_PROJECTS,EDIT_ISSUES';
    expect(has((await jira.admin.get(address + query)).body)).toEqual({
      ADMINISTER: true,
      BROWSE_PROJECTS: true,
      EDIT_ISSUES: true,
    });
    expect(has((await jira.bob.get(address + query)).body)).toEqual({
      ADMINISTER: false,
      BROWSE_PROJECTS: true,
      EDIT_ISSUES: true,
    });
    expect(has((await jira.anonymous.get(address + query)).body)).toEqual({
      ADMINISTER: false,
      BROWSE_PROJECTS: true,
      EDIT_ISSUES: false,
    });
  });

  it('must be named on Cloud, and be known', async () => {
    const { bob } = jiraWith();
    expect((await bob.get(address)).status).toBe(400);
    expect((await bob.get(`${address}?permissions=FLY`)).status).toBe(400);
    expect((await bob.get(`${address}?permissions=ADMINISTER&projectKey=NONE`)).status).toBe(404);
    expect(has((await jiraWith('data-center').bob.get('/rest/api/2/mypermissions')).body)).toHaveProperty(
      'SYSTEM_ADMIN',
    );
  });
});

describe('the instance', () => {
  it('tells its deployment, version and clock', async () => {
    const onCloud = (await jiraWith('cloud').anonymous.get('/rest/api/3/serverInfo')).body;
    expect(onCloud).toMatchObject({
      deploymentType: 'Cloud',
      versionNumbers: [1001, 0, 0],
      serverTime: '2026-01-15T12:00:00.000+0000',
    });
    const onDataCenter = (await jiraWith('data-center').anonymous.get('/rest/api/2/serverInfo')).body;
    expect(onDataCenter).toMatchObject({
      deploymentType: 'Server',
      version: '9.12.0',
      versionNumbers: [9, 12, 0],
      buildNumber: 9_120_000,
    });
  });
});

describe('an option by its id alone', () => {
  it('is found by everybody, also a disabled one', async () => {
    const jira = jiraWith();
    for (const option of jira.root.options.values()) {
      const { body } = await jira.anonymous.get(`/rest/api/3/customFieldOption/${option.id}`);
      expect(body).toEqual({
        self: expect.stringContaining(`/rest/api/3/customFieldOption/${option.id}`),
        value: option.value,
      });
    }
    expect((await jira.anonymous.get('/rest/api/3/customFieldOption/1')).status).toBe(404);
  });
});

describe('custom fields on Data Center', () => {
  const address = '/rest/api/2/customFields';

  it('are listed by name, and searched', async () => {
    const { admin } = jiraWith('data-center');
    const { body } = await admin.get(address);
    expect(body).toMatchObject({
      total: 2,
      values: [
        {
          id: 'customfield_10000',
          numericId: 10000,
          name: 'Browsers',
          type: 'Select List (single choice)',
          isAllProjects: true,
        },
        { id: 'customfield_10001', isLocked: true },
      ],
    });
    expect((await admin.get(`${address}?search=brow`)).body.total).toBe(1);
    expect((await admin.get(`${address}?sortColumn=name&sortOrder=desc`)).body.values[0].name).toBe('Locked');
  });

  it('are deleted at once, except those that are locked or not there', async () => {
    const jira = jiraWith('data-center');
    const { body } = await jira.admin.delete(`${address}?ids=customfield_10000,customfield_10001,customfield_99999`);
    expect(body.deletedCustomFields).toEqual(['customfield_10000']);
    expect(Object.keys(body.notDeletedCustomFields)).toEqual(['customfield_10001', 'customfield_99999']);
    expect(jira.root.fields.has(10000)).toBe(false);
    expect((await jira.admin.delete(`${address}?ids=`)).status).toBe(400);
  });
});

describe('the server', () => {
  it.each(['cloud', 'data-center'] as const)(
    'has what clients read of it, in the order of Jira: %s',
    async (profile) => {
      const { body } = await testJira({ profile }).admin.get('/rest/api/2/serverInfo');
      const read = ['baseUrl', 'version', 'versionNumbers', 'deploymentType', 'buildNumber', 'buildDate'];
      const names = Object.keys(body as object).filter((name) => !name.startsWith('displayUrl'));
      expect(names.slice(0, 9)).toEqual([...read, 'serverTime', 'scmInfo', 'serverTitle']);
      expect(body).toMatchObject({
        buildDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00\.000\+0000$/),
        scmInfo: expect.stringMatching(/^[0-9a-f]{40}$/),
      });
    },
  );
});
