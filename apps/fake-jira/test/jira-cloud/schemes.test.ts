import { testJira } from '../support/jira.js';

const world = {
  users: [{ name: 'admin', groups: ['jira-administrators'] }, { name: 'bob' }],
  screens: [
    { name: 'Default Screen', id: 1, tabs: [{ name: 'Field Tab', fields: ['summary'] }] },
    { name: 'Short Screen', id: 7, tabs: [{ name: 'Field Tab', fields: ['summary'] }] },
    { name: 'Unused Screen', id: 9 },
  ],
  projects: [
    { key: 'ONE', id: 10_000 },
    { key: 'TWO', id: 10_001, screen: 'Short Screen' },
    { key: 'SIX', id: 10_002, screen: 'Short Screen' },
  ],
  fields: [{ name: 'Words', type: 'textfield', id: 10_100, description: 'Some' }],
};

const cloud = () => testJira({ profile: 'cloud', world });
const values = async (path: string) => {
  const { status, body } = await cloud().admin.get(`/rest/api/3/${path}`);
  return { status, values: (body as { values: unknown[] }).values, body: body as object };
};

describe('the screens of projects', () => {
  it('are in schemes: one for each screen that a project has, and the default one', async () => {
    expect((await values('screenscheme')).values).toEqual([
      { id: 1, name: 'Default Screen Scheme', description: 'Default Screen Scheme', screens: { default: 1 } },
      { id: 7, name: 'Short Screen Scheme', description: '', screens: { default: 7 } },
    ]);
    expect((await values('issuetypescreenscheme?id=1')).values).toEqual([
      {
        id: '1',
        name: 'Default Issue Type Screen Scheme',
        description: 'The default issue type screen scheme',
      },
    ]);
    expect((await values('issuetypescreenscheme/mapping?issueTypeScreenSchemeId=7')).values).toEqual([
      { issueTypeScreenSchemeId: '7', issueTypeId: 'default', screenSchemeId: '7' },
    ]);
  });

  it('are told by the scheme that projects share, in a page without its own address', async () => {
    const { body, values: found } = await values(
      'issuetypescreenscheme/project?projectId=10000&projectId=10001&projectId=10002&projectId=99',
    );
    expect(Object.keys(body)).toEqual(['maxResults', 'startAt', 'total', 'isLast', 'values']);
    expect(found).toMatchObject([
      { issueTypeScreenScheme: { id: '1', projects: { total: 0, values: [] } }, projectIds: ['10000'] },
      { issueTypeScreenScheme: { id: '7' }, projectIds: ['10001', '10002'] },
    ]);
    expect((await cloud().admin.get('/rest/api/3/issuetypescreenscheme/project')).status).toBe(400);
  });
});

describe('field configurations', () => {
  it('are the default one, in which an issue needs a summary and a type', async () => {
    const { values: found } = await values('fieldconfiguration?query=default&isDefault=true');
    expect(found).toMatchObject([{ id: 10_000, name: 'Default Field Configuration', isDefault: true }]);
    const { values: fields } = await values('fieldconfiguration/10000/fields?maxResults=100');
    expect(fields).toContainEqual({ id: 'summary', description: '', isHidden: false, isRequired: true });
    expect(fields).toContainEqual({ id: 'customfield_10100', description: 'Some', isHidden: false, isRequired: false });
    expect((await values('fieldconfiguration/1/fields')).status).toBe(404);
  });
});

it.each(['screenscheme', 'issuetypescreenscheme', 'fieldconfiguration'])(
  '/%s is for administrators, and not on Data Center',
  async (path) => {
    expect((await cloud().bob.get(`/rest/api/3/${path}`)).status).toBe(403);
    const { admin } = testJira({ profile: 'data-center', world });
    expect((await admin.get(`/rest/api/2/${path}`)).status).toBe(404);
  },
);
