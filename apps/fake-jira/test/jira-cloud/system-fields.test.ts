import { testJira } from '../support/jira.js';
import { fieldsOf, jiraWithFields, makeIssue } from './issue-world.js';

interface ListedField {
  readonly id: string;
  readonly name: string;
  readonly custom: boolean;
}

async function systemFieldsOf(profile: string): Promise<ListedField[]> {
  const { body } = await testJira({ profile }).admin.get('/rest/api/2/field');
  return (body as ListedField[]).filter(({ custom }) => !custom);
}

describe('the system fields', () => {
  it('are 45 on Cloud', async () => {
    expect(await systemFieldsOf('cloud')).toHaveLength(45);
  });

  it('of Cloud alone are not there on Data Center', async () => {
    const ids = (await systemFieldsOf('data-center')).map(({ id }) => id);
    for (const id of ['parent', 'statusCategory', 'statuscategorychangedate', 'issuerestriction', 'dataclassification'])
      expect(ids).not.toContain(id);
    expect(ids).toHaveLength(40);
  });

  it.each([
    ['components', 'Components', 'Component/s'],
    ['fixVersions', 'Fix versions', 'Fix Version/s'],
    ['versions', 'Affects versions', 'Affects Version/s'],
    ['duedate', 'Due date', 'Due Date'],
  ])('have names of their deployment: %s is %s on Cloud, %s on Data Center', async (id, onCloud, onDataCenter) => {
    const nameOn = async (profile: string) => (await systemFieldsOf(profile)).find((field) => field.id === id)?.name;
    expect([await nameOn('cloud'), await nameOn('data-center')]).toEqual([onCloud, onDataCenter]);
  });

  it.each(['issuekey', 'thumbnail', 'parent'])('tell no schema where they are %s', async (id) => {
    const field = (await systemFieldsOf('cloud')).find((one) => one.id === id);
    expect(field).toBeDefined();
    expect(field).not.toHaveProperty('schema');
  });
});

describe('an issue', () => {
  it('has a value or null of each of them but its key and its pictures', async () => {
    const jira = jiraWithFields({ profile: 'cloud' });
    const fields = await fieldsOf(jira, await makeIssue(jira));
    expect(fields).toMatchObject({
      workratio: -1,
      resolutiondate: null,
      timetracking: {},
      issuelinks: [],
      subtasks: [],
      attachment: [],
      votes: { votes: 0, hasVoted: false },
      watches: { watchCount: 0, isWatching: false },
      comment: { comments: [], maxResults: 0, total: 0, startAt: 0 },
      worklog: { startAt: 0, maxResults: 20, total: 0, worklogs: [] },
      priority: { id: '3', name: 'Medium' },
      statusCategory: { key: 'new' },
    });
    for (const id of ['issuekey', 'thumbnail', 'parent']) expect(fields).not.toHaveProperty(id);
  });

  it('names its sub-tasks', async () => {
    const jira = jiraWithFields();
    const parent = await makeIssue(jira);
    const key = await makeIssue(jira, { issuetype: { name: 'Sub-task' }, parent: { key: parent } });
    expect((await fieldsOf(jira, parent))['subtasks']).toMatchObject([
      { key, fields: { issuetype: { subtask: true } } },
    ]);
  });

  it.each([
    ['cloud', ['expand', 'id', 'self', 'key', 'names', 'editmeta', 'fields']],
    ['data-center', ['expand', 'id', 'self', 'key', 'fields', 'names', 'editmeta']],
  ])('has on %s its parts in the order %j', async (profile, parts) => {
    const jira = jiraWithFields({ profile });
    const { body } = await jira.admin.get(`/rest/api/2/issue/${await makeIssue(jira)}?expand=names,editmeta`);
    expect(Object.keys(body as object)).toEqual(parts);
  });
});
