import { fieldId, fieldsOf, jiraWithFields, makeIssue } from './issue-world.js';

const move = (to: number, fields?: object) => ({ transition: { id: String(to) }, ...(fields && { fields }) });

async function found(jira: ReturnType<typeof jiraWithFields>, jql: string): Promise<string[]> {
  const { body } = await jira.bob.post('/rest/api/3/search/jql', { jql, fields: ['summary'] });
  return (body.issues as { key: string }[]).map(({ key }) => key);
}

describe('a transition', () => {
  it('moves an issue, which JQL sees', async () => {
    const jira = jiraWithFields();
    const key = await makeIssue(jira, {});
    expect(await fieldsOf(jira, key)).toMatchObject({ status: { name: 'To Do' }, resolution: null });
    jira.clock.advance(60_000);
    expect((await jira.bob.post(`/rest/api/3/issue/${key}/transitions`, move(31))).status).toBe(204);
    expect(await fieldsOf(jira, key)).toMatchObject({
      status: { name: 'Done' },
      statusCategory: { key: 'done' },
      resolution: { name: 'Done' },
      resolutiondate: '2026-01-15T12:01:00.000+0000',
      statuscategorychangedate: '2026-01-15T12:01:00.000+0000',
      updated: '2026-01-15T12:01:00.000+0000',
    });
    expect(await found(jira, 'status = Done AND resolution = Done')).toEqual([key]);
    expect(await found(jira, 'project = TEST AND statusCategory != Done')).toEqual([]);
  });

  it('to Done sets fields and the resolution', async () => {
    const jira = jiraWithFields();
    const key = await makeIssue(jira, {});
    const notes = fieldId(jira, 'Notes');
    const given = { resolution: { name: 'Duplicate' }, [notes]: 'Seen before' };
    expect((await jira.bob.post(`/rest/api/2/issue/${key}/transitions`, move(31, given))).status).toBe(204);
    expect(await fieldsOf(jira, key)).toMatchObject({ resolution: { name: 'Duplicate' }, [notes]: 'Seen before' });
  });

  it('back takes the resolution away', async () => {
    const jira = jiraWithFields();
    const key = await makeIssue(jira, {});
    await jira.bob.post(`/rest/api/3/issue/${key}/transitions`, move(31));
    await jira.bob.post(`/rest/api/3/issue/${key}/transitions`, move(21));
    expect(await fieldsOf(jira, key)).toMatchObject({
      status: { name: 'In Progress' },
      resolution: null,
      resolutiondate: null,
    });
  });

  it.each([
    ['of which there is none', move(99), { errorMessages: [expect.stringContaining('(99)')], errors: {} }],
    ['that is not named', {}, { errorMessages: ["Missing 'transition' identifier"], errors: {} }],
    [
      'without a screen to which a field is given',
      move(21, { summary: 'New' }),
      {
        errorMessages: [],
        errors: { summary: "Field 'summary' cannot be set. It is not on the appropriate screen, or unknown." },
      },
    ],
    [
      'with a resolution of which there is none',
      move(31, { resolution: { name: 'Lost' } }),
      { errorMessages: [], errors: { resolution: "Specify a valid 'id' or 'name' for Resolution" } },
    ],
  ])('%s is refused', async (_, body, expected) => {
    const jira = jiraWithFields();
    const key = await makeIssue(jira, {});
    const answer = await jira.bob.post(`/rest/api/3/issue/${key}/transitions`, body);
    expect([answer.status, answer.body]).toEqual([400, expected]);
    expect(await fieldsOf(jira, key)).toMatchObject({ status: { name: 'To Do' } });
  });

  it('is told with the issue, and what can be set with it', async () => {
    const jira = jiraWithFields();
    const key = await makeIssue(jira, {});
    const { body } = await jira.bob.get(`/rest/api/3/issue/${key}?expand=transitions`);
    expect(body.transitions).toMatchObject([{ id: '11' }, { id: '21' }, { id: '31', to: { name: 'Done' } }]);
    const told = await jira.bob.get(`/rest/api/3/issue/${key}/transitions?expand=transitions.fields&transitionId=31`);
    expect(told.body.transitions).toMatchObject([
      { fields: { summary: { required: true }, resolution: { allowedValues: [{ name: 'Done' }, {}, {}, {}] } } },
    ]);
  });
});
