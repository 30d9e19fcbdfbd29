import { fieldId, jiraWithFields, makeIssue } from './issue-world.js';

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
