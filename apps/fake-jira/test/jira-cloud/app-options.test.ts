import { testJira, type TestJira } from '../support/jira.js';

const world = {
  users: [
    { name: 'admin', groups: ['jira-system-administrators'] },
    { name: 'bob', groups: ['jira-users'] },
    { name: 'robot', app: 'example-add-on' },
    { name: 'other-robot', app: 'another-add-on' },
    { name: 'chief-robot', app: 'example-add-on', groups: ['jira-administrators'] },
  ],
  issueTypes: [{ name: 'Task' }],
  screens: [{ name: 'Default Screen', tabs: [{ name: 'Fields', fields: ['Team'] }] }],
  projects: [
    { key: 'TEST', screen: 'Default Screen' },
    { key: 'OTHER', screen: 'Default Screen' },
  ],
  fields: [
    {
      name: 'Team',
      type: 'single_select',
      appKey: 'example-add-on__team',
      appOptions: [
        'everywhere',
        { value: 'only TEST', scope: { projects: ['TEST'] } },
        { value: 'not to be chosen', scope: { global: { attributes: ['notSelectable' as const] } } },
      ],
    },
    { name: 'Browsers', type: 'select' },
  ],
};

const options = '/rest/api/3/field/example-add-on__team/option';
const jiraWithApp = () => testJira({ world });

const valuesOf = (body: { values: { value: string }[] }) => body.values.map(({ value }) => value);

function projectId(jira: TestJira, key: string): number {
  return jira.root.projectIdsByKey.get(key) as number;
}

async function makeIssue(jira: TestJira, optionId: number, project = 'TEST'): Promise<string> {
  const fields = {
    project: { key: project },
    issuetype: { name: 'Task' },
    summary: 'One',
    'example-add-on__team': { id: optionId },
  };
  const { status, body } = await jira.bob.post('/rest/api/2/issue', { fields });
  expect([status, body.errors]).toEqual([201, undefined]);
  return body.key as string;
}

async function teamOf(jira: TestJira, key: string): Promise<unknown> {
  const { body } = await jira.bob.get(`/rest/api/2/issue/${key}?fieldsByKeys=true&fields=example-add-on__team`);
  return (Object.values(body.fields)[0] as { value: string } | null)?.value ?? null;
}

describe("the options of an app's field", () => {
  it('are listed page by page, with their scopes', async () => {
    const { body } = await jiraWithApp().admin.get(`${options}?maxResults=1`);
    expect(body).toMatchObject({ total: 3, isLast: false, maxResults: 1 });
    expect(body.values).toEqual([
      {
        id: 1,
        value: 'everywhere',
        properties: {},
        config: { attributes: [], scope: { global: {}, projects: [], projects2: [] } },
      },
    ]);
  });

  it('are managed by administrators and by the app that provides the field, by nobody else', async () => {
    const jira = jiraWithApp();
    expect((await jira.as('robot').get(options)).status).toBe(200);
    expect((await jira.as('robot').post(options, { value: 'new' })).status).toBe(200);
    expect((await jira.bob.get(options)).status).toBe(403);
    expect((await jira.as('other-robot').post(options, { value: 'new' })).status).toBe(403);
    expect((await jira.anonymous.get(options)).status).toBe(401);
  });

  it('exist only for fields of apps', async () => {
    const jira = jiraWithApp();
    expect((await jira.admin.get('/rest/api/3/field/example-add-on__none/option')).status).toBe(400);
    expect((await jira.admin.post('/rest/api/3/field/example-add-on__none/option', { value: 'x' })).status).toBe(404);
  });

  it('can be created with properties and scopes', async () => {
    const jira = jiraWithApp();
    const id = projectId(jira, 'TEST');
    const option = {
      value: 'new',
      properties: { leader: { name: 'Ada' } },
      config: { attributes: [], scope: { projects: [], projects2: [{ id, attributes: ['notSelectable'] }] } },
    };
    const { status, body } = await jira.admin.post(options, option);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 4,
      value: 'new',
      properties: option.properties,
      config: { scope: { projects2: [{ id, attributes: ['notSelectable'] }] } },
    });
    expect((await jira.admin.get(`${options}/4`)).body).toEqual(body);
  });

  it('are replaced or created by PUT, whose two ids must agree', async () => {
    const jira = jiraWithApp();
    expect((await jira.admin.put(`${options}/1`, { id: 1, value: 'anywhere' })).body).toMatchObject({
      value: 'anywhere',
    });
    expect((await jira.admin.put(`${options}/77`, { id: 77, value: 'made' })).body).toMatchObject({
      id: 77,
      value: 'made',
    });
    expect((await jira.admin.put(`${options}/1`, { id: 2, value: 'x' })).status).toBe(400);
  });

  it('cannot be deleted while an issue has them', async () => {
    const jira = jiraWithApp();
    await makeIssue(jira, 1);
    expect((await jira.admin.delete(`${options}/1`)).status).toBe(409);
    expect((await jira.admin.delete(`${options}/2`)).status).toBe(204);
    expect((await jira.admin.get(`${options}/2`)).status).toBe(404);
  });

  it('are suggested where they are visible or can be chosen', async () => {
    const jira = jiraWithApp();
    const other = projectId(jira, 'OTHER');
    expect(valuesOf((await jira.bob.get(`${options}/suggestions/search`)).body)).toEqual([
      'everywhere',
      'only TEST',
      'not to be chosen',
    ]);
    expect(valuesOf((await jira.bob.get(`${options}/suggestions/edit`)).body)).toEqual(['everywhere', 'only TEST']);
    expect(valuesOf((await jira.bob.get(`${options}/suggestions/edit?projectId=${other}`)).body)).toEqual([
      'everywhere',
    ]);
  });
});

describe("taking an app's option out of issues", () => {
  it('runs as a task that reports the issues it changed', async () => {
    const jira = jiraWithApp();
    const key = await makeIssue(jira, 1);
    const answer = await jira.admin.delete(`${options}/1/issue?replaceWith=2`);
    expect(answer.status).toBe(303);
    expect(answer.text).toBe('');
    const task = new URL(answer.headers.location as string).pathname;
    expect(task).toMatch(/^\/rest\/api\/3\/task\/\d+$/);
    expect((await jira.admin.get(task)).body).toMatchObject({ status: 'RUNNING', progress: 0 });
    expect(await teamOf(jira, key)).toBe('everywhere');
    jira.clock.advance(1000);
    const { body } = await jira.admin.get(task);
    expect(body).toMatchObject({
      status: 'COMPLETE',
      progress: 100,
      result: { modifiedIssues: [expect.any(Number)], unmodifiedIssues: [] },
    });
    expect(await teamOf(jira, key)).toBe('only TEST');
  });

  it('reports an issue whose project is not in the scope of the other option, and leaves it alone', async () => {
    const jira = jiraWithApp();
    const key = await makeIssue(jira, 1, 'OTHER');
    const { headers } = await jira.admin.delete(`${options}/1/issue?replaceWith=2`);
    jira.clock.advance(1000);
    const { body } = await jira.admin.get(new URL(headers.location as string).pathname);
    expect(body.result).toEqual({
      errors: {
        errorMessages: [`Option 2 cannot be set on issue ${key} as it is not in the correct scope`],
        errors: {},
        httpStatusCode: { empty: false, present: true },
      },
      modifiedIssues: [],
      unmodifiedIssues: [expect.any(Number)],
    });
    expect(await teamOf(jira, key)).toBe('everywhere');
  });

  it('changes only the issues that a query names', async () => {
    const jira = jiraWithApp();
    const [here, there] = [await makeIssue(jira, 1), await makeIssue(jira, 1, 'OTHER')];
    await jira.admin.delete(`${options}/1/issue?jql=${encodeURIComponent('project = OTHER')}`);
    jira.clock.advance(1000);
    expect([await teamOf(jira, here), await teamOf(jira, there)]).toEqual(['everywhere', null]);
  });

  it('says which queries it understands', async () => {
    const { status, body } = await jiraWithApp().admin.delete(
      `${options}/1/issue?jql=${encodeURIComponent('text ~ x ORDER BY key')}`,
    );
    expect(status).toBe(400);
    expect(body.errorMessages[0]).toContain('project = KEY');
  });

  it('may override screens only for an app that is an administrator', async () => {
    const jira = jiraWithApp();
    const address = `${options}/1/issue?overrideScreenSecurity=true`;
    expect((await jira.admin.delete(address)).status).toBe(403);
    expect((await jira.as('robot').delete(address)).status).toBe(403);
    expect((await jira.as('chief-robot').delete(address)).status).toBe(303);
  });

  it('wants options that are there', async () => {
    const jira = jiraWithApp();
    expect((await jira.admin.delete(`${options}/99/issue`)).status).toBe(404);
    expect((await jira.admin.delete(`${options}/1/issue?replaceWith=99`)).status).toBe(404);
  });
});

describe('a task', () => {
  const start = async (jira: TestJira) => {
    await makeIssue(jira, 1);
    const { headers } = await jira.as('robot').delete(`${options}/1/issue`);
    return new URL(headers.location as string).pathname;
  };

  it('is seen by administrators and by whoever started it', async () => {
    const jira = jiraWithApp();
    const task = await start(jira);
    expect((await jira.as('robot').get(task)).status).toBe(200);
    expect((await jira.admin.get(task)).status).toBe(200);
    expect((await jira.bob.get(task)).status).toBe(403);
    expect((await jira.admin.get('/rest/api/3/task/1')).status).toBe(404);
  });

  it('can be cancelled while it runs', async () => {
    const jira = jiraWithApp();
    const task = await start(jira);
    expect((await jira.admin.post(`${task}/cancel`)).status).toBe(202);
    expect((await jira.admin.get(task)).body).toMatchObject({ status: 'CANCELLED' });
  });

  it('refuses to be cancelled with a list of sentences', async () => {
    const jira = jiraWithApp();
    const task = await start(jira);
    jira.clock.advance(1000);
    const { status, body } = await jira.admin.post(`${task}/cancel`);
    expect(status).toBe(400);
    expect(body).toEqual([expect.any(String)]);
  });
});
