import { testJira } from '../support/jira.js';

const select = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

describe('a field', () => {
  it('is created, found and listed', async () => {
    const jira = testJira();
    const made = await jira.admin.post('/rest/api/3/field', { name: 'Team', type: select });
    expect(made.status).toBe(201);
    const found = await jira.admin.get('/rest/api/3/field/search?query=tea&expand=key,contextsCount');
    expect(found.body).toMatchObject({ total: 1, isLast: true });
    expect((await jira.anonymous.get('/rest/api/3/field')).body.at(-1)).toMatchObject({ name: 'Team' });
  });
});
