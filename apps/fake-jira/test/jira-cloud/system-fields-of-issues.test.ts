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
          fields: ['summary', 'priority', 'components', 'fixVersions', 'versions', 'environment', 'duedate'].concat(
            'timetracking',
            'attachment',
            'issuelinks',
          ),
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
    [
      'cloud',
      { timetracking: { originalEstimate: 'long' } },
      { timetracking: "'long' is no duration: weeks, days, hours and minutes, such as '3d 4h'." },
    ],
    ['cloud', { timetracking: { originalEstimate: 2 } }, { timetracking: 'Operation value must be a string' }],
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
      'timetracking',
      'environment',
      'attachment',
      'duedate',
      'issuelinks',
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

describe('metadata of what is no value', () => {
  const typed = {
    ...world,
    issueTypes: [
      { name: 'Bug', id: 1 },
      { name: 'Sub-task', id: 2, subtask: true },
    ],
  };

  async function metas(profile: 'cloud' | 'data-center', address: (key: string) => string) {
    const jira = testJira({ world: typed, profile });
    const { key } = (await issueWith(jira, {})) as { key: string };
    const { body } = await jira.bob.get(address(key));
    const { fields, values } = body as { fields?: unknown; values?: unknown };
    const found = (fields ?? values) as Record<string, unknown> | { fieldId: string }[];
    return Array.isArray(found) ? Object.fromEntries(found.map((one) => [one.fieldId, one])) : found;
  }

  const create = (type: number) => () => `/rest/api/2/issue/createmeta/TST/issuetypes/${type}`;
  const edit = (key: string) => `/rest/api/2/issue/${key}/editmeta`;

  it('says what Cloud says of attachments, links, comments and parents', async () => {
    const created = await metas('cloud', create(1));
    expect(created).toMatchObject({
      attachment: { schema: { type: 'array', items: 'attachment' }, operations: ['set', 'copy'] },
      issuelinks: {
        operations: ['add', 'copy'],
        autoCompleteUrl: expect.stringMatching(/\/rest\/api\/2\/issue\/picker\?.*currentIssueKey=null&query=$/),
      },
      parent: { required: false, schema: { type: 'issuelink', system: 'parent' }, hasDefaultValue: false },
    });
    expect(created).not.toHaveProperty('comment');
    expect(await metas('cloud', create(2))).toMatchObject({ parent: { required: true } });
    const edited = await metas('cloud', edit);
    expect(Object.keys(edited)).toEqual(
      ['summary', 'issuetype', 'parent', 'components', 'fixVersions', 'versions', 'priority', 'timetracking'].concat(
        'environment',
        'attachment',
        'duedate',
        'issuelinks',
        'comment',
      ),
    );
    // Of all fields the parent alone has it there.
    expect(edited['parent']).toHaveProperty('hasDefaultValue', false);
    expect(edited['comment']).toEqual({
      required: false,
      schema: { type: 'comments-page', system: 'comment' },
      name: 'Comment',
      key: 'comment',
      operations: ['add', 'edit', 'remove'],
    });
  });

  it('says what Data Center says of them', async () => {
    const created = await metas('data-center', create(1));
    expect(created).toMatchObject({ attachment: { operations: [] }, issuelinks: { operations: ['add'] } });
    expect(created).not.toHaveProperty('parent');
    expect(await metas('data-center', create(2))).toMatchObject({ parent: { required: true } });
  });
});

describe('estimates', () => {
  it('are set, and count for the issue above', async () => {
    const jira = testJira({
      world: {
        ...world,
        issueTypes: [
          { name: 'Bug', id: 1 },
          { name: 'Sub-task', id: 2, subtask: true },
        ],
      },
      profile: 'cloud',
    });
    const { key, fields } = (await issueWith(jira, { timetracking: { originalEstimate: '2h' } })) as {
      key: string;
      fields: object;
    };
    expect(fields).toMatchObject({
      timetracking: {
        originalEstimate: '2h',
        remainingEstimate: '2h',
        originalEstimateSeconds: 7200,
        remainingEstimateSeconds: 7200,
      },
      timeoriginalestimate: 7200,
      timeestimate: 7200,
      workratio: 0,
      progress: { progress: 0, total: 7200, percent: 0 },
    });
    await issueWith(jira, {
      issuetype: { name: 'Sub-task' },
      parent: { key },
      timetracking: { originalEstimate: '1d', remainingEstimate: '30' },
    });
    const update = { timetracking: [{ edit: { remainingEstimate: '1h 30m' } }] };
    expect((await jira.bob.put(`/rest/api/2/issue/${key}`, { update })).status).toBe(204);
    const { body } = await jira.bob.get(`/rest/api/2/issue/${key}?expand=changelog`);
    expect(body).toMatchObject({
      fields: {
        timetracking: { originalEstimate: '2h', remainingEstimate: '1h 30m' },
        aggregatetimeoriginalestimate: 36_000,
        aggregatetimeestimate: 7200,
        aggregateprogress: { progress: 0, total: 7200, percent: 0 },
      },
      changelog: {
        histories: [{ items: [{ field: 'timeestimate', from: '7200', fromString: '7200', to: '5400' }] }],
      },
    });
  });
});

describe('links in an edit', () => {
  const world2 = { ...world, issues: [{ key: 'TST-7', type: 'Bug', summary: 'Seven' }] };

  it('are added, on create too, in the direction of the issue that is named', async () => {
    const jira = testJira({ world: world2, profile: 'cloud' });
    const add = { type: { name: 'Blocks' }, outwardIssue: { key: 'TST-7' } };
    const made = await jira.bob.post('/rest/api/2/issue', { fields: bug, update: { issuelinks: [{ add }] } });
    expect(made.status).toBe(201);
    const { key } = made.body as { key: string };
    const linksOf = async (of: string) =>
      ((await jira.bob.get(`/rest/api/2/issue/${of}`)).body as { fields: { issuelinks: object[] } }).fields.issuelinks;
    expect(await linksOf(key)).toMatchObject([{ type: { outward: 'blocks' }, outwardIssue: { key: 'TST-7' } }]);
    const other = { type: { name: 'Relates' }, inwardIssue: { key } };
    const edited = await jira.bob.put('/rest/api/2/issue/TST-7', { update: { issuelinks: [{ add: other }] } });
    expect(edited.status).toBe(204);
    expect(await linksOf('TST-7')).toHaveLength(2);
  });

  it.each([
    [
      { add: { type: { name: 'Likes' }, outwardIssue: { key: 'TST-7' } } },
      "No issue link type with name 'Likes' found.",
    ],
    [{ add: { type: { name: 'Blocks' }, outwardIssue: { key: 'TST-99' } } }, "The issue 'TST-99' does not exist."],
    [{ add: { type: { name: 'Blocks' } } }, 'an inwardIssue or an outwardIssue is needed'],
    [{ set: [] }, 'the field can be changed with add, not with set'],
  ])('are refused, and nothing is made: %j', async (operation, sentence) => {
    const jira = testJira({ world: world2, profile: 'cloud' });
    const made = await jira.bob.post('/rest/api/2/issue', { fields: bug, update: { issuelinks: [operation] } });
    expect([made.status, made.body.errors]).toEqual([400, { issuelinks: sentence }]);
    expect(jira.root.issues.size).toBe(1);
  });
});
