import { testJira } from '../support/jira.js';

const world = {
  users: [
    { name: 'admin', displayName: 'Mia Krystof', groups: ['jira-administrators', 'crew'] },
    { name: 'bob', displayName: 'Bob <b>', email: 'bob@example.com', groups: ['crew'] },
    { name: 'gone', displayName: 'Bobby Gone', active: false, groups: ['crew'] },
  ],
  issueTypes: [{ name: 'Task' }],
  projects: [{ key: 'TEST' }],
  issues: [
    { key: 'TEST-1', type: 'Task', summary: 'One', labels: ['zebra', 'ant'] },
    { key: 'TEST-2', type: 'Task', summary: 'Two', labels: ['ant'] },
  ],
};

describe('a picker of users', () => {
  it('names who fits on Data Center with e-mail address and name, each escaped and the match in bold', async () => {
    const { bob } = testJira({ world, profile: 'data-center' });
    const { body } = await bob.get('/rest/api/2/user/picker?query=bob');
    expect(body).toEqual({
      users: [
        {
          name: 'bob',
          key: 'bob',
          html: '<b>Bob</b> &lt;b&gt; - <b>bob</b>@example.com (<b>bob</b>)',
          displayName: 'Bob <b>',
        },
      ],
      total: 1,
      header: 'Showing 1 of 1 matching users',
    });
  });

  it('shows nobody to who has not signed in', async () => {
    const { anonymous } = testJira({ world, profile: 'cloud' });
    const { status, body } = await anonymous.get('/rest/api/3/user/picker?query=bob');
    expect([status, body]).toEqual([200, { users: [], total: 0, header: 'Showing 0 of 0 matching users' }]);
    expect((await anonymous.get('/rest/api/3/user/assignable/search?project=TEST')).body).toEqual([]);
  });
});

describe('the users of a group', () => {
  it('are expanded from one place to another', async () => {
    const { admin } = testJira({ world, profile: 'data-center' });
    const { body } = await admin.get('/rest/api/2/group?groupname=crew&expand=users[1:1]');
    expect(body).toMatchObject({
      name: 'crew',
      users: { size: 3, items: [{ name: 'bob' }], 'start-index': 1, 'end-index': 2 },
      expand: 'users',
    });
  });
});

describe('labels', () => {
  it('are those of all issues, each once, and follow them', async () => {
    const { admin } = testJira({ world, profile: 'cloud' });
    const labels = async () => (await admin.get('/rest/api/3/label')).body.values as string[];
    expect(await labels()).toEqual(['ant', 'zebra']);
    await admin.put('/rest/api/3/issue/TEST-1', { fields: { labels: ['bee'] } });
    expect(await labels()).toEqual(['ant', 'bee']);
  });
});

describe('a check of permissions', () => {
  it('is of another user where an administrator asks', async () => {
    const jira = testJira({ world, profile: 'cloud' });
    const { accountId } = [...jira.root.users.values()].find(({ name }) => name === 'bob')!;
    const asked = { accountId, globalPermissions: ['ADMINISTER', 'USER_PICKER'] };
    const { body } = await jira.admin.post('/rest/api/3/permissions/check', asked);
    expect(body).toEqual({ globalPermissions: ['USER_PICKER'], projectPermissions: [] });
  });
});
