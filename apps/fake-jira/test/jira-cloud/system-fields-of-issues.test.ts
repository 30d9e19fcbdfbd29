import { testJira } from '../support/jira.js';

const world = {
  issueTypes: [{ name: 'Bug', id: 1 }],
  projects: [{ key: 'TST', versions: ['1.0', '2.0'], components: [{ name: 'Client', description: 'What is seen' }] }],
  screens: [
    {
      name: 'Default Screen',
      tabs: [
        {
          name: 'Fields',
          fields: ['summary', 'priority', 'components', 'fixVersions', 'versions', 'environment', 'duedate'],
        },
      ],
    },
  ],
};

const bug = { project: { key: 'TST' }, issuetype: { name: 'Bug' }, summary: 'It breaks' };

async function issueWith(jira: ReturnType<typeof testJira>, fields: object) {
  const made = await jira.bob.post('/rest/api/2/issue', { fields: { ...bug, ...fields } });
  if (made.status !== 201) return made.body as { errors: object };
  return (await jira.bob.get(`/rest/api/2/issue/${made.body.key}`)).body as { key: string; fields: object };
}

describe('the system fields of an issue', () => {
  it('are set by id or by name, and shown in full', async () => {
    const jira = testJira({ world, profile: 'cloud' });
    const issue = await issueWith(jira, {
      priority: { name: 'High' },
      components: [{ name: 'Client' }],
      fixVersions: [{ name: '2.0' }],
      versions: [{ name: '1.0' }],
      environment: 'Firefox',
      duedate: '2026-03-31',
    });
    expect(issue).toMatchObject({
      fields: {
        priority: { id: '2', name: 'High' },
        components: [{ name: 'Client', description: 'What is seen' }],
        fixVersions: [{ name: '2.0' }],
        versions: [{ name: '1.0' }],
        environment: 'Firefox',
        duedate: '2026-03-31',
      },
    });
  });

  it('are changed by operations like lists of other fields', async () => {
    const jira = testJira({ world, profile: 'cloud' });
    const { key } = (await issueWith(jira, { fixVersions: [{ name: '1.0' }] })) as { key: string };
    const update = { fixVersions: [{ add: { name: '2.0' } }, { remove: { name: '1.0' } }] };
    expect((await jira.bob.put(`/rest/api/2/issue/${key}`, { update })).status).toBe(204);
    const { body } = await jira.bob.get(`/rest/api/2/issue/${key}`);
    expect(body).toMatchObject({ fields: { fixVersions: [{ name: '2.0' }] } });
  });

  it.each([
    ['cloud', { priority: { name: 'Urgent' } }, { priority: "Specify a valid 'id' or 'name' for Priority" }],
    ['data-center', { priority: {} }, { priority: "Could not find valid 'id' or 'name' in priority object." }],
    ['data-center', { components: [{ name: 'x' }] }, { components: "Component name 'x' is not valid" }],
    ['data-center', { versions: [{ name: 'x' }] }, { versions: "Version name 'x' is not valid" }],
    ['cloud', { duedate: 'soon' }, { duedate: 'The duedate must be of the format "yyyy-MM-dd"' }],
    ['data-center', { duedate: 'soon' }, { duedate: 'Error parsing date string: soon' }],
    ['cloud', { priority: { id: 3 } }, { priority: 'Specify the Priority (id) in the string format' }],
    ['cloud', { priority: { name: 3 } }, { priority: 'Specify the Priority (name) in the string format' }],
    ['data-center', { priority: { id: 3 } }, { priority: "Could not find valid 'id' or 'name' in priority object." }],
    ['data-center', { priority: 'High' }, { priority: 'data was not an object' }],
    ['cloud', { summary: 'x'.repeat(256) }, { summary: 'Summary must be less than 255 characters.' }],
    [
      'cloud',
      { labels: ['a'] },
      { labels: "Field 'labels' cannot be set. It is not on the appropriate screen, or unknown." },
    ],
  ] as const)('on %s refuse %j', async (profile, fields, errors) => {
    expect(await issueWith(testJira({ world, profile }), fields)).toMatchObject({ errors });
  });

  it('have a default priority', async () => {
    const { admin } = testJira({ world, profile: 'cloud' });
    const { body } = await admin.get('/rest/api/3/issue/createmeta/TST/issuetypes/1');
    const metas = (body as { fields: { fieldId: string }[] }).fields;
    expect(metas.map(({ fieldId }) => fieldId)).toEqual([
      'summary',
      'issuetype',
      'parent',
      'components',
      'project',
      'fixVersions',
      'versions',
      'priority',
      'environment',
      'duedate',
    ]);
    expect(metas.find(({ fieldId }) => fieldId === 'priority')).toMatchObject({
      hasDefaultValue: true,
      defaultValue: { id: '3', name: 'Medium' },
    });
  });

  it('stand in a world file', async () => {
    const issues = [
      { key: 'TST-1', type: 'Bug', summary: 'One', priority: 'Low', components: ['Client'], duedate: '2026-01-01' },
    ];
    const jira = testJira({ world: { ...world, issues }, profile: 'cloud' });
    const exported = (await jira.admin.get('/_fake/world')).body as { issues: object[]; projects: object[] };
    expect(exported.issues[0]).toMatchObject({ priority: 'Low', components: ['Client'], duedate: '2026-01-01' });
    expect(exported.projects[0]).toMatchObject({ components: [{ name: 'Client' }] });
  });
});
