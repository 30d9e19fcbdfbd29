import { testJira } from '../support/jira.js';

const world = {
  issueTypes: [{ name: 'Task' }, { name: 'Chore', project: 'MOB' }],
  projects: [{ key: 'TST' }, { key: 'MOB', id: 10_500, teamManaged: true }],
  fields: [{ name: 'Mood', id: 10_000, type: 'select', project: 'MOB', contexts: [{ options: ['good'] }] }],
};

const at = '/rest/api/3/field/customfield_10000/context';

describe('a field of a team-managed project', () => {
  it('says of which project it is, between its clause names and its schema', async () => {
    const { body } = await testJira({ world, profile: 'cloud' }).admin.get('/rest/api/3/field');
    const field = (body as { id: string; scope?: object }[]).find(({ id }) => id === 'customfield_10000') as object;
    expect(Object.keys(field).slice(-3)).toEqual(['clauseNames', 'scope', 'schema']);
    expect(field).toMatchObject({ scope: { type: 'PROJECT', project: { id: '10500' } } });
  });

  it.each(['', '/defaultValue', '/issuetypemapping', '/projectmapping', '/10100/option'])(
    'has no contexts to configure: GET …/context%s is 404',
    async (path) => {
      expect((await testJira({ world, profile: 'cloud' }).admin.get(at + path)).status).toBe(404);
    },
  );

  it('is one of its project alone', async () => {
    const { admin } = testJira({ world, profile: 'cloud' });
    const fieldsOf = async (key: string, type: string) => {
      const types = `/rest/api/3/issue/createmeta/${key}/issuetypes`;
      const { issueTypes } = (await admin.get(types)).body as { issueTypes: { id: string; name: string }[] };
      const id = issueTypes.find(({ name }) => name === type)?.id;
      const { fields } = (await admin.get(`${types}/${id}`)).body as { fields: { fieldId: string }[] };
      return fields.map(({ fieldId }) => fieldId);
    };
    expect(await fieldsOf('MOB', 'Chore')).toContain('customfield_10000');
    expect(await fieldsOf('TST', 'Task')).not.toContain('customfield_10000');
  });

  it('goes with its project, as do its issue types', async () => {
    const jira = testJira({ world, profile: 'cloud' });
    expect((await jira.admin.delete('/_fake/projects/MOB')).status).toBe(204);
    expect([...jira.world.root.fields.keys()]).toEqual([]);
    expect([...jira.world.root.issueTypes.values()].map(({ name }) => name)).toEqual(['Task']);
  });

  it('is one like all others on Data Center', async () => {
    const { admin } = testJira({ world, profile: 'data-center' });
    const { body } = await admin.get('/rest/api/2/field');
    expect(JSON.stringify(body)).not.toContain('"scope"');
  });
});

describe('a team-managed project', () => {
  it('is simplified, and of the next generation', async () => {
    const { admin } = testJira({ world, profile: 'cloud' });
    expect((await admin.get('/rest/api/3/project/MOB')).body).toMatchObject({ simplified: true, style: 'next-gen' });
    expect((await admin.get('/rest/api/3/project/TST')).body).toMatchObject({ simplified: false, style: 'classic' });
  });

  it('has issue types that no other project has', async () => {
    const { admin } = testJira({ world, profile: 'cloud' });
    const typesOf = async (key: string) =>
      ((await admin.get(`/rest/api/3/project/${key}`)).body as { issueTypes: { name: string }[] }).issueTypes.map(
        ({ name }) => name,
      );
    expect(await typesOf('MOB')).toEqual(['Task', 'Chore']);
    expect(await typesOf('TST')).toEqual(['Task']);
    const all = (await admin.get('/rest/api/3/issuetype')).body;
    expect(all).toContainEqual(
      expect.objectContaining({ name: 'Chore', scope: expect.anything(), entityId: expect.any(String) }),
    );
  });
});
