import { bug, fieldId, fieldsOf, jiraWithFields, makeIssue, optionId } from './issue-world.js';

describe('creating an issue', () => {
  it('answers with its id, key and address', async () => {
    const jira = jiraWithFields();
    const { status, body } = await jira.bob.post('/rest/api/3/issue', { fields: bug });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      key: 'TEST-1',
      self: expect.stringContaining(`/rest/api/3/issue/${body.id}`),
    });
  });

  it('keeps a value of every type of field', async () => {
    const jira = jiraWithFields();
    const id = (name: string) => fieldId(jira, name);
    const key = await makeIssue(jira, {
      labels: ['urgent'],
      assignee: { accountId: 'account-bob' },
      [id('Browsers')]: { value: 'chrome' },
      [id('Animals')]: { value: 'cats', child: { value: 'leo' } },
      [id('Colours')]: [{ value: 'red' }, { id: optionId(jira, 'blue') }],
      [id('Tags')]: ['a', 'b'],
      [id('Notes')]: 'Some\nnotes',
      [id('Estimate')]: 1.5,
      [id('Day')]: '2026-01-31',
      [id('Moment')]: '2026-01-31T10:00:00.000+0100',
      [id('Owner')]: { name: 'bob' },
      [id('Watchers')]: [{ accountId: 'account-admin' }, { id: 'account-bob' }],
      [id('Team')]: { name: 'jira-users' },
      [id('Teams')]: [{ name: 'jira-users' }],
      [id('Fix')]: [{ name: '2.0' }],
      [id('Other project')]: { key: 'OTHER' },
      [id('Bugs only')]: 'short',
      [id('App list')]: { id: 1 },
    });
    const fields = await fieldsOf(jira, key);
    expect(fields.labels).toEqual(['urgent']);
    expect(fields.assignee).toMatchObject({ displayName: 'Bob Builder' });
    expect(fields[id('Browsers')]).toEqual({
      self: expect.stringContaining(`/rest/api/2/customFieldOption/${optionId(jira, 'chrome')}`),
      value: 'chrome',
      id: optionId(jira, 'chrome'),
    });
    expect(fields[id('Animals')]).toMatchObject({ value: 'cats', child: { value: 'leo', id: optionId(jira, 'leo') } });
    expect(fields[id('Colours')]).toMatchObject([{ value: 'red' }, { value: 'blue' }]);
    expect(fields[id('Tags')]).toEqual(['a', 'b']);
    expect(fields[id('Notes')]).toBe('Some\nnotes');
    expect(fields[id('Estimate')]).toBe(1.5);
    expect(fields[id('Day')]).toBe('2026-01-31');
    expect(fields[id('Moment')]).toBe('2026-01-31T09:00:00.000+0000');
    expect(fields[id('Owner')]).toMatchObject({ accountId: 'account-bob' });
    expect(fields[id('Watchers')]).toMatchObject([{ accountId: 'account-admin' }, { accountId: 'account-bob' }]);
    expect(fields[id('Team')]).toMatchObject({ name: 'jira-users' });
    expect(fields[id('Teams')]).toMatchObject([{ name: 'jira-users' }]);
    expect(fields[id('Fix')]).toMatchObject([{ name: '2.0' }]);
    expect(fields[id('Other project')]).toMatchObject({ key: 'OTHER' });
    expect(fields[id('App list')]).toMatchObject({ id: 1, value: 'one' });
  });

  it('applies the default of the context where nothing is given, and none where null is', async () => {
    const jira = jiraWithFields();
    const browsers = fieldId(jira, 'Browsers');
    expect((await fieldsOf(jira, await makeIssue(jira)))[browsers]).toMatchObject({ value: 'firefox' });
    expect((await fieldsOf(jira, await makeIssue(jira, { [browsers]: null })))[browsers]).toBeNull();
    const without = jiraWithFields({ answers: { 'jira.create-applies-defaults': 'no' } });
    expect((await fieldsOf(without, await makeIssue(without)))[browsers]).toBeNull();
  });

  it('reports every mistake at once, each under its field', async () => {
    const jira = jiraWithFields();
    const id = (name: string) => fieldId(jira, name);
    const { status, body } = await jira.bob.post('/rest/api/2/issue', {
      fields: {
        ...bug,
        summary: '',
        priority: { name: 'High' },
        [id('Browsers')]: { value: 'mosaic' },
        [id('Animals')]: { value: 'cats', child: { value: 'rex' } },
        [id('Estimate')]: 'many',
        [id('Day')]: '31.01.2026',
        [id('Owner')]: { name: 'nobody' },
        [id('Off screen')]: 'x',
        customfield_99999: 'x',
      },
    });
    expect(status).toBe(400);
    expect(body.errorMessages).toEqual([]);
    expect(body.errors).toEqual({
      summary: 'You must specify a summary of the issue.',
      priority: "Field 'priority' cannot be set. It is not on the appropriate screen, or unknown.",
      [id('Browsers')]: "Option 'mosaic' is disabled.",
      [id('Animals')]: expect.stringContaining("Could not find valid 'id' or 'value'"),
      [id('Estimate')]: expect.stringContaining('must be a number'),
      [id('Day')]: 'Error parsing date string: 31.01.2026',
      [id('Owner')]: "User 'nobody' does not exist.",
      [id('Off screen')]: `Field '${id('Off screen')}' cannot be set. It is not on the appropriate screen, or unknown.`,
      customfield_99999: "Field 'customfield_99999' cannot be set. It is not on the appropriate screen, or unknown.",
    });
  });

  it('takes no option of a context that does not apply to the project', async () => {
    const jira = jiraWithFields();
    const { status } = await jira.bob.post('/rest/api/2/issue', {
      fields: { ...bug, project: { key: 'OTHER' }, [fieldId(jira, 'Browsers')]: { value: 'chrome' } },
    });
    expect(status).toBe(400);
  });

  it('wants a parent for a sub-task', async () => {
    const jira = jiraWithFields();
    const subtask = { ...bug, issuetype: { name: 'Sub-task' } };
    expect((await jira.bob.post('/rest/api/2/issue', { fields: subtask })).body.errors).toEqual({
      issuetype: 'Issue type is a sub-task but parent issue key or id not specified.',
    });
    const parent = await makeIssue(jira);
    const key = await makeIssue(jira, { issuetype: { name: 'Sub-task' }, parent: { key: parent } });
    expect((await fieldsOf(jira, key)).parent).toMatchObject({ key: parent, fields: { summary: 'It breaks' } });
  });
});

describe('an issue that cannot be made', () => {
  const subtask = { issuetype: { name: 'Sub-task' } };
  const unnamed = "expected Object containing a 'name' property";
  it.each([
    ['data-center', 'people under the names of Cloud', { assignee: { accountId: 'a' } }, { assignee: unnamed }],
    ['data-center', 'nobody', { assignee: { nme: 'bob' } }, { assignee: unnamed }],
    ['data-center', 'a text for a person', { assignee: 'bob' }, { assignee: 'data was not an object' }],
    ['cloud', 'nobody', { assignee: { nme: 'bob' } }, { assignee: 'Specify a valid value for assignee' }],
    ['cloud', 'an unknown person', { assignee: { accountId: 'a' } }, { assignee: "User 'a' does not exist." }],
    [
      'cloud',
      'a parent that is none',
      { parent: { key: 'TEST-1' } },
      ((text) => ({ parent: text, parentId: text }))('Please select valid parent issue.'),
    ],
    [
      'data-center',
      'a parent that is none',
      { parent: { key: 'TEST-1' } },
      { parent: 'Issue type is not a sub-task: it cannot have a parent.' },
    ],
    [
      'all',
      'a text for a parent',
      { ...subtask, parent: 'TEST-1' },
      {
        parent: 'data was not an object',
        issuetype: 'Issue type is a sub-task but parent issue key or id not specified.',
      },
    ],
  ])('on %s names %s', async (profile, _, fields, errors) => {
    const jira = jiraWithFields({ profile });
    await makeIssue(jira);
    const { body } = await jira.admin.post('/rest/api/2/issue', { fields: { ...bug, ...fields } });
    expect(body).toEqual({ errorMessages: [], errors });
  });

  it('is a sub-task of another project', async () => {
    const jira = jiraWithFields();
    const made = await jira.bob.post('/rest/api/2/issue', { fields: { ...bug, project: { key: 'OTHER' } } });
    const parent = made.body.key as string;
    const fields = { ...bug, ...subtask, parent: { key: parent } };
    expect((await jira.bob.post('/rest/api/2/issue', { fields })).body.errors).toEqual({
      pid: 'Issues with this Issue Type must be created in the same project as the parent.',
    });
  });
});

describe('text of several lines', () => {
  it('is a document under /rest/api/3 and plain text under /rest/api/2, whichever it was written in', async () => {
    const jira = jiraWithFields();
    const notes = fieldId(jira, 'Notes');
    const document = (words: string) => ({
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    });
    const { body } = await jira.bob.post('/rest/api/3/issue', {
      fields: { ...bug, description: document('one'), [notes]: document('two') },
    });
    expect(await fieldsOf(jira, body.key)).toMatchObject({ description: 'one', [notes]: 'two' });
    expect(await fieldsOf(jira, body.key, 'latest')).toMatchObject({ description: 'one', [notes]: 'two' });
    expect(await fieldsOf(jira, body.key, '3')).toMatchObject({
      description: document('one'),
      [notes]: document('two'),
    });
    const plain = await makeIssue(jira, { description: 'three' });
    expect((await fieldsOf(jira, plain, '3')).description).toEqual(document('three'));
  });

  it('is refused in the form of the other version', async () => {
    const jira = jiraWithFields();
    const { status, body } = await jira.bob.post('/rest/api/3/issue', { fields: { ...bug, description: 'plain' } });
    expect(status).toBe(400);
    expect(body.errors.description).toContain('must be an Atlassian Document');
  });
});

describe('reading an issue', () => {
  it('shows the fields whose context applies, null where nothing is set', async () => {
    const jira = jiraWithFields();
    const bugFields = await fieldsOf(jira, await makeIssue(jira));
    expect(bugFields[fieldId(jira, 'Bugs only')]).toBeNull();
    expect(bugFields[fieldId(jira, 'Off screen')]).toBeNull();
    expect(bugFields.created).toBe('2026-01-15T12:00:00.000+0000');
    const task = await fieldsOf(jira, await makeIssue(jira, { issuetype: { name: 'Task' } }));
    expect(task).not.toHaveProperty(fieldId(jira, 'Bugs only'));
  });

  it('shows only the fields that are asked for', async () => {
    const jira = jiraWithFields();
    const key = await makeIssue(jira);
    const names = async (query: string) =>
      Object.keys((await jira.bob.get(`/rest/api/3/issue/${key}?${query}`)).body.fields);
    expect(await names('fields=summary,status')).toEqual(['summary', 'status']);
    expect(await names('fields=summary&fields=status')).toEqual(['summary', 'status']);
    expect(await names('fields=-summary')).not.toContain('summary');
    expect(await names('fields=*all,-status')).toContain('summary');
    expect(await names('fields=*navigable')).toContain('status');
    expect(await names('fieldsByKeys=true&fields=example-add-on__list')).toEqual([fieldId(jira, 'App list')]);
  });

  it('tells names, types and what can be edited with expand', async () => {
    const jira = jiraWithFields();
    const key = await makeIssue(jira);
    const { body } = await jira.bob.get(`/rest/api/3/issue/${key}?expand=names,schema,editmeta`);
    const browsers = fieldId(jira, 'Browsers');
    expect(body.names[browsers]).toBe('Browsers');
    expect(body.schema[browsers]).toMatchObject({ type: 'option' });
    expect(body.editmeta.fields).toHaveProperty(browsers);
  });

  it('answers 404 for an issue that is not there', async () => {
    expect((await jiraWithFields().bob.get('/rest/api/3/issue/TEST-99')).status).toBe(404);
  });
});

describe('editing an issue', () => {
  it('changes what is given, clears what is null, and answers without a body', async () => {
    const jira = jiraWithFields();
    const [estimate, tags] = [fieldId(jira, 'Estimate'), fieldId(jira, 'Tags')];
    const key = await makeIssue(jira, { [estimate]: 1, [tags]: ['a'] });
    jira.clock.advance(60_000);
    const answer = await jira.bob.put(`/rest/api/2/issue/${key}`, { fields: { summary: 'Now', [estimate]: null } });
    expect(answer.status).toBe(204);
    expect(await fieldsOf(jira, key)).toMatchObject({
      summary: 'Now',
      [estimate]: null,
      [tags]: ['a'],
      updated: '2026-01-15T12:01:00.000+0000',
    });
  });

  it('adds to lists and removes from them, by any name of the entry', async () => {
    const jira = jiraWithFields();
    const [colours, tags] = [fieldId(jira, 'Colours'), fieldId(jira, 'Tags')];
    const key = await makeIssue(jira, {
      labels: ['x'],
      [colours]: [{ value: 'red' }, { value: 'green' }],
      [tags]: ['a'],
    });
    await jira.bob.put(`/rest/api/2/issue/${key}`, {
      update: {
        labels: [{ add: 'y' }, { remove: 'x' }],
        [colours]: [
          { remove: { value: 'red' } },
          { remove: { id: optionId(jira, 'green') } },
          { add: { value: 'blue' } },
        ],
        [tags]: [{ set: ['b'] }, { add: 'c' }],
      },
    });
    expect(await fieldsOf(jira, key)).toMatchObject({
      labels: ['y'],
      [colours]: [{ value: 'blue' }],
      [tags]: ['b', 'c'],
    });
  });

  it('refuses a field that stands in both fields and update, and verbs that the field does not know', async () => {
    const jira = jiraWithFields();
    const key = await makeIssue(jira);
    const { status, body } = await jira.bob.put(`/rest/api/2/issue/${key}`, {
      fields: { labels: [] },
      update: { labels: [{ add: 'x' }], summary: [{ add: 'x' }] },
    });
    expect(status).toBe(400);
    expect(body.errors.labels).toContain("both 'fields' and 'update'");
    expect(body.errors.summary).toContain('set');
  });

  it('keeps an option that was disabled since, but does not set one anew', async () => {
    const jira = jiraWithFields();
    const browsers = fieldId(jira, 'Browsers');
    const key = await makeIssue(jira, { [browsers]: { value: 'chrome' } });
    const chrome = jira.root.options.get(Number(optionId(jira, 'chrome')));
    await jira.admin.put(`/rest/api/3/field/${browsers}/context/${chrome?.contextId}/option`, {
      options: [{ id: String(chrome?.id), disabled: true }],
    });
    const edit = (value: string) => jira.bob.put(`/rest/api/2/issue/${key}`, { fields: { [browsers]: { value } } });
    expect((await edit('chrome')).status).toBe(204);
    expect((await edit('firefox')).status).toBe(204);
    expect((await edit('chrome')).status).toBe(400);
  });

  it('answers with the issue if asked to', async () => {
    const jira = jiraWithFields();
    const key = await makeIssue(jira);
    const { status, body } = await jira.bob.put(`/rest/api/3/issue/${key}?returnIssue=true`, {
      fields: { summary: 'Now' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ key, fields: { summary: 'Now' } });
  });

  it('lets only an app with the rights of an administrator set a field that is on no screen', async () => {
    const jira = jiraWithFields();
    const offScreen = fieldId(jira, 'Off screen');
    const key = await makeIssue(jira);
    const address = `/rest/api/3/issue/${key}?overrideScreenSecurity=true`;
    expect((await jira.admin.put(address, { fields: { [offScreen]: 'x' } })).status).toBe(403);
    expect((await jira.as('robot').put(address, { fields: { [offScreen]: 'x' } })).status).toBe(204);
    expect((await fieldsOf(jira, key))[offScreen]).toBe('x');
    const { body } = await jira.as('robot').get(`/rest/api/3/issue/${key}/editmeta?overrideScreenSecurity=true`);
    expect(body.fields).toHaveProperty(offScreen);
  });
});

describe('deleting an issue', () => {
  it('takes its sub-tasks along only if asked to', async () => {
    const jira = jiraWithFields();
    const parent = await makeIssue(jira);
    const child = await makeIssue(jira, { issuetype: { name: 'Sub-task' }, parent: { key: parent } });
    expect((await jira.bob.delete(`/rest/api/3/issue/${parent}`)).status).toBe(400);
    expect((await jira.bob.delete(`/rest/api/3/issue/${parent}?deleteSubtasks=true`)).status).toBe(204);
    expect((await jira.bob.get(`/rest/api/3/issue/${child}`)).status).toBe(404);
  });
});
