import { fieldId, jiraWithFields, makeIssue, optionId } from './issue-world.js';

interface Item {
  readonly field: string;
  readonly fieldtype: string;
  readonly fieldId?: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
}

/** The fields of the last change. */
async function lastItems(jira: ReturnType<typeof jiraWithFields>, key: string): Promise<Item[]> {
  const { body } = await jira.bob.get(`/rest/api/3/issue/${key}/changelog`);
  return (body.values as { items: Item[] }[]).at(-1)?.items ?? [];
}

const told = (from: string | null, fromString: string | null, to: string | null, toString: string | null) => ({
  from,
  fromString,
  to,
  toString,
});

describe('the history of an issue', () => {
  it('has what an edit changed of every kind of value, and nothing of what stayed', async () => {
    const jira = jiraWithFields({ profile: 'cloud' });
    const id = (name: string) => fieldId(jira, name);
    const option = (value: string) => optionId(jira, value);
    const key = await makeIssue(jira, { [id('Browsers')]: { value: 'firefox' }, [id('Tags')]: ['a'] });
    const fields = {
      summary: 'It breaks',
      assignee: { accountId: 'account-bob' },
      labels: ['urgent', 'old'],
      [id('Browsers')]: { value: 'chrome' },
      [id('Colours')]: [{ value: 'red' }, { value: 'blue' }],
      [id('Animals')]: { value: 'cats', child: { value: 'leo' } },
      [id('Tags')]: ['a', 'b'],
      [id('Notes')]: 'Words',
      [id('Estimate')]: 1.5,
      [id('Day')]: '2026-01-31',
      [id('Moment')]: '2026-01-31T10:00:00.000+0100',
      [id('Owner')]: { accountId: 'account-bob' },
      [id('Fix')]: [{ name: '2.0' }],
    };
    expect((await jira.bob.put(`/rest/api/2/issue/${key}`, { fields })).status).toBe(204);
    const items = await lastItems(jira, key);
    const byName = Object.fromEntries(
      items.map(({ field, fieldtype: _, fieldId: __, ...values }) => [field, values as object]),
    );
    const version = jira.root.projects.get(10_000)?.versions[1]?.id;
    expect(byName).toEqual({
      assignee: told(null, null, 'account-bob', 'Bob Builder'),
      labels: told('', '', '', 'urgent old'),
      Browsers: told(option('firefox'), 'firefox', option('chrome'), 'chrome'),
      Colours: told(null, null, `[${option('red')}, ${option('blue')}]`, 'red,blue'),
      Animals: told(null, null, null, `Parent values: cats(${option('cats')})Level 1 values: leo(${option('leo')})`),
      Tags: told(null, 'a', null, 'a b'),
      Notes: told(null, null, null, 'Words'),
      Estimate: told(null, null, null, '1.5'),
      Day: told(null, null, '2026-01-31', '31/Jan/26'),
      Moment: told(null, null, '2026-01-31T09:00:00+0000', '31/Jan/26 9:00 AM'),
      Owner: told(null, null, 'account-bob', 'Bob Builder'),
      Fix: told(null, null, `[${version}]`, '2.0'),
    });
    expect(items[0]).toMatchObject({ field: 'assignee', fieldtype: 'jira', fieldId: 'assignee' });
    expect(items).toContainEqual(expect.objectContaining({ fieldtype: 'custom', fieldId: id('Browsers') }));
    await jira.bob.put(`/rest/api/2/issue/${key}`, { fields: { [id('Browsers')]: { value: 'chrome' } } });
    expect((await jira.bob.get(`/rest/api/3/issue/${key}/changelog`)).body.total).toBe(1);
  });

  it('has transitions, and who made them', async () => {
    const jira = jiraWithFields({ profile: 'cloud' });
    const key = await makeIssue(jira);
    jira.clock.advance(1000);
    await jira.admin.post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: '31' } });
    const { body } = await jira.bob.get(`/rest/api/3/issue/${key}/changelog`);
    expect(body.values).toMatchObject([
      {
        author: { accountId: 'account-admin' },
        created: '2026-01-15T12:00:01.000+0000',
        items: [
          { field: 'resolution', ...told(null, null, '10000', 'Done') },
          { field: 'status', ...told('10000', 'To Do', '10002', 'Done') },
        ],
      },
    ]);
  });

  it.each([
    ['cloud', [21, 31], '/rest/api/2/search/jql?jql=key%3DTEST-1&fields=status&expand=changelog'],
    ['data-center', [31, 21], '/rest/api/2/search?jql=key%3DTEST-1&expand=changelog'],
  ])('comes with an issue, and with what a search finds: %s', async (profile, newestAt, search) => {
    const jira = jiraWithFields({ profile });
    const key = await makeIssue(jira);
    for (const id of [31, 21]) await jira.bob.post(`/rest/api/2/issue/${key}/transitions`, { transition: { id } });
    const { changelog } = (await jira.bob.get(`/rest/api/2/issue/${key}?expand=changelog`)).body;
    expect(changelog).toMatchObject({ startAt: 0, maxResults: 2, total: 2 });
    const names: Readonly<Record<number, string>> = { 21: 'In Progress', 31: 'Done' };
    const to = (changelog.histories as { items: { toString: unknown }[] }[]).map(({ items }) => items.at(-1)?.toString);
    expect(to).toEqual(newestAt.map((id) => names[id]));
    expect((await jira.bob.get(search)).body.issues[0].changelog).toEqual(changelog);
  });

  it('names people on Data Center by their keys, and fields by their names alone', async () => {
    const jira = jiraWithFields({ profile: 'data-center' });
    const key = await makeIssue(jira);
    await jira.bob.put(`/rest/api/2/issue/${key}`, { fields: { assignee: { name: 'bob' } } });
    const { changelog } = (await jira.bob.get(`/rest/api/2/issue/${key}?expand=changelog`)).body;
    const { key: bob } = (await jira.bob.get('/rest/api/2/myself')).body;
    expect(changelog.histories[0].items).toEqual([
      { field: 'assignee', fieldtype: 'jira', ...told(null, null, bob as string, 'Bob Builder') },
    ]);
    expect((await jira.bob.get(`/rest/api/2/issue/${key}/changelog`)).status).toBe(404);
  });

  it('goes with the issue', async () => {
    const jira = jiraWithFields();
    const key = await makeIssue(jira);
    await jira.bob.put(`/rest/api/2/issue/${key}`, { fields: { summary: 'Other' } });
    expect(jira.root.issueChanges.size).toBe(1);
    await jira.admin.delete(`/rest/api/2/issue/${key}`);
    expect(jira.root.issueChanges.size).toBe(0);
  });
});
