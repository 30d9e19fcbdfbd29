import { fieldId, jiraWithFields, makeIssue } from './issue-world.js';

type Meta = Readonly<Record<string, unknown>>;

describe('the metadata of a new issue', () => {
  const createMeta = '/rest/api/3/issue/createmeta';

  it('offers exactly the enabled options of the context that applies', async () => {
    const jira = jiraWithFields();
    const browsers = fieldId(jira, 'Browsers');
    const type = [...jira.root.issueTypes.values()].find(({ name }) => name === 'Bug')?.id;
    const of = async (project: string) => {
      const { body } = await jira.bob.get(`${createMeta}/${project}/issuetypes/${type}?maxResults=200`);
      return (body.fields as { fieldId: string }[]).find((field) => field.fieldId === browsers);
    };
    expect(await of('TEST')).toMatchObject({
      key: browsers,
      required: false,
      hasDefaultValue: true,
      defaultValue: { value: 'firefox' },
      operations: ['set'],
      schema: { type: 'option' },
      allowedValues: [{ value: 'firefox' }, { value: 'chrome' }],
    });
    expect(await of('OTHER')).toMatchObject({ hasDefaultValue: false, allowedValues: [{ value: 'safari' }] });
  });

  it('shows the children of cascading options', async () => {
    const jira = jiraWithFields();
    const key = await makeIssue(jira);
    const { body } = await jira.bob.get(`/rest/api/3/issue/${key}/editmeta`);
    expect(body.fields[fieldId(jira, 'Animals')].allowedValues).toMatchObject([
      { value: 'cats', children: [{ value: 'micki' }, { value: 'leo' }] },
      { value: 'dogs', children: [] },
    ]);
    expect(body.fields).not.toHaveProperty(fieldId(jira, 'Off screen'));
    expect(body.fields).not.toHaveProperty('project');
  });

  it('lists the issue types of a project, page by page', async () => {
    const jira = jiraWithFields();
    const { body } = await jira.bob.get(`${createMeta}/TEST/issuetypes?startAt=1&maxResults=1`);
    expect(body).toMatchObject({ startAt: 1, maxResults: 1, total: 3, issueTypes: [{ name: 'Task' }] });
    expect((await jira.bob.get(`${createMeta}/NONE/issuetypes`)).status).toBe(404);
  });

  it('refuses pages of more than 200', async () => {
    const { status } = await jiraWithFields().bob.get(`${createMeta}/TEST/issuetypes?maxResults=201`);
    expect(status).toBe(400);
  });

  it('lists projects, issue types and, if asked for, fields in one answer', async () => {
    const jira = jiraWithFields();
    const without = (await jira.bob.get(`${createMeta}?projectKeys=TEST,NONE&issuetypeNames=Bug`)).body;
    expect(without.projects).toMatchObject([{ key: 'TEST', issuetypes: [{ name: 'Bug' }] }]);
    expect(without.projects[0].issuetypes[0]).not.toHaveProperty('fields');
    const { body } = await jira.bob.get(
      `${createMeta}?projectKeys=TEST&issuetypeNames=Bug&expand=projects.issuetypes.fields`,
    );
    expect(body.projects[0].issuetypes[0].fields).toHaveProperty(fieldId(jira, 'Browsers'));
  });
});

describe('the form of metadata', () => {
  const oneType = '/rest/api/2/issue/createmeta/TEST/issuetypes';
  const oldCreateMeta = '/rest/api/2/issue/createmeta?projectKeys=TEST&expand=projects.issuetypes.fields';

  async function fieldsOf(profile: string) {
    const jira = jiraWithFields({ profile });
    const type = [...jira.root.issueTypes.values()].find(({ name }) => name === 'Bug')?.id;
    const page = (await jira.admin.get(`${oneType}/${type}?maxResults=200`)).body;
    const edit = (await jira.admin.get(`/rest/api/2/issue/${await makeIssue(jira)}/editmeta`)).body;
    return { page, create: (page.fields ?? page.values) as Meta[], edit: edit.fields as Record<string, Meta> };
  }
  const named = (metas: readonly Meta[], id: string) => metas.find(({ fieldId }) => fieldId === id) as Meta;

  it('has a key on Cloud, and no default value in that of an edit', async () => {
    const { create, edit } = await fieldsOf('cloud');
    expect(Object.keys(named(create, 'summary'))).toEqual([
      'required',
      'schema',
      'name',
      'key',
      'hasDefaultValue',
      'operations',
      'fieldId',
    ]);
    expect(Object.keys(edit['summary']!)).toEqual(['required', 'schema', 'name', 'key', 'operations']);
  });

  it('has an id on Data Center, and no key', async () => {
    const { page, edit } = await fieldsOf('data-center');
    expect(Object.keys(page)).toEqual(['maxResults', 'startAt', 'total', 'isLast', 'values']);
    expect(page).toMatchObject({ isLast: true });
    expect(Object.keys(edit['summary']!)).toEqual(['required', 'schema', 'name', 'fieldId', 'operations']);
  });

  it.each(['cloud', 'data-center'])('lets no edit change the type of an issue on %s', async (profile) => {
    const { create, edit } = await fieldsOf(profile);
    expect(named(create, 'issuetype')).toMatchObject({ operations: [] });
    expect(edit['issuetype']).toMatchObject({ operations: [] });
  });

  it('tells where the values of people and labels are suggested', async () => {
    const cloud = (await fieldsOf('cloud')).create;
    const dataCenter = (await fieldsOf('data-center')).create;
    const addressOf = (metas: readonly Meta[], id: string) =>
      String(named(metas, id)['autoCompleteUrl']).replace(/^http:\/\/[^/]+/, '');
    expect(['assignee', 'reporter', 'labels'].map((id) => addressOf(cloud, id))).toEqual([
      '/rest/api/2/user/assignable/search?project=TEST&query=',
      '/rest/api/2/user/recommend?context=Reporter&issueKey=',
      '/rest/api/1.0/labels/suggest?query=',
    ]);
    expect(['assignee', 'reporter', 'labels'].map((id) => addressOf(dataCenter, id))).toEqual([
      '/rest/api/latest/user/assignable/search?issueKey=null&username=',
      '/rest/api/latest/user/search?username=',
      '/rest/api/1.0/labels/suggest?query=',
    ]);
  });

  it('tells of issue types what the deployment has', async () => {
    const first = async (profile: string) =>
      (await jiraWithFields({ profile }).admin.get(oldCreateMeta)).body.projects[0].issuetypes[0] as object;
    const basics = ['self', 'id', 'description', 'iconUrl', 'name'];
    expect(Object.keys(await first('cloud'))).toEqual([
      ...basics,
      'untranslatedName',
      'subtask',
      'hierarchyLevel',
      'expand',
      'fields',
    ]);
    expect(Object.keys(await first('jira-8.20'))).toEqual([...basics, 'subtask', 'expand', 'fields']);
  });
});
