import { testJira } from '../support/jira.js';

const world = {
  users: [{ name: 'bob', groups: ['jira-users'] }],
  issueTypes: [{ name: 'Bug' }],
  projects: [
    {
      key: 'TST',
      id: 10_000,
      versions: [
        { name: '1.0', id: 1, released: true },
        { name: '1.1', id: 2 },
        { name: '2.0', id: 3 },
      ],
    },
    { key: 'OTH', versions: [{ name: '1.0', id: 9 }] },
  ],
  fields: [
    { name: 'Seen in', id: 10_000, type: 'multiversion', contexts: [{ default: ['1.1'], projects: ['TST'] }] },
    { name: 'Target', id: 10_001, type: 'version' },
  ],
  issues: [
    {
      key: 'TST-1',
      type: 'Bug',
      summary: 'One',
      fixVersions: ['1.1'],
      versions: ['1.0', '1.1'],
      fields: { 'Seen in': ['1.1', '2.0'], Target: '1.1' },
    },
    { key: 'TST-2', type: 'Bug', summary: 'Two', fixVersions: ['1.1', '2.0'], status: 'Done', resolution: 'Done' },
  ],
};

describe.each(['cloud', 'data-center'])('a version on %s', (profile) => {
  const base = '/rest/api/2';
  const setUp = () => testJira({ world, profile });
  const names = async ({ admin }: ReturnType<typeof setUp>) =>
    ((await admin.get(`${base}/project/TST/versions`)).body as { name: string }[]).map(({ name }) => name);
  const named = (list: unknown) => (list as { name: string }[]).map(({ name }) => name);
  const fieldsOf = async ({ admin }: ReturnType<typeof setUp>, key: string) =>
    (await admin.get(`${base}/issue/${key}`)).body.fields;

  it('is added behind the others', async () => {
    const jira = setUp();
    const given = { name: ' 3.0 ', description: 'The third', project: 'TST', releaseDate: '2026-02-01' };
    const { status, body } = await jira.admin.post(`${base}/version`, given);
    expect([status, Object.keys(body as object)]).toEqual([
      201,
      [
        'self',
        'id',
        'description',
        'name',
        'archived',
        'released',
        'releaseDate',
        'overdue',
        'userReleaseDate',
        'projectId',
      ],
    ]);
    expect(body).toMatchObject({ name: '3.0', userReleaseDate: '01/Feb/26', projectId: 10_000, archived: false });
    expect(await names(jira)).toEqual(['1.0', '1.1', '2.0', '3.0']);
    expect((await jira.admin.get(`${base}/version/${body.id as string}`)).body).toEqual(body);
  });

  it('is added to a project by its id, which has no version of the name in any case', async () => {
    const { admin } = setUp();
    expect((await admin.post(`${base}/version`, { name: 'v', projectId: 10_000 })).status).toBe(201);
    const { status, body } = await admin.post(`${base}/version`, { name: 'V', projectId: 10_000 });
    expect([status, body]).toEqual([
      400,
      { errorMessages: [], errors: { name: 'A version with this name already exists in this project.' } },
    ]);
  });

  it.each([
    [{ project: 'TST' }, 400, 'name'],
    [{ project: 'TST', name: 'x'.repeat(256) }, 400, 'name'],
    [{ project: 'TST', name: 'x', releaseDate: '2026-02-31' }, 400, 'releaseDate'],
    [{ project: 'TST', name: 'x', startDate: 'soon' }, 400, 'startDate'],
    [{ project: 'TST', name: 'x', startDate: '2026-02-02', releaseDate: '2026-02-01' }, 400, 'startDate'],
    [{ name: 'x' }, 400, undefined],
    [{ project: 'NOPE', name: 'x' }, 404, undefined],
  ])('is not added as %j', async (given, expected, property) => {
    const jira = setUp();
    const { status, body } = await jira.admin.post(`${base}/version`, given);
    expect(status).toBe(expected);
    expect(property === undefined ? body.errorMessages : Object.keys(body.errors as object)).toEqual([
      property ?? expect.any(String),
    ]);
    expect(await names(jira)).toHaveLength(3);
  });

  it('is released, archived and described by an edit', async () => {
    const jira = setUp();
    const { body } = await jira.admin.put(`${base}/version/2`, { released: true, releaseDate: '2026-01-05' });
    expect(body).toMatchObject({ name: '1.1', released: true, userReleaseDate: '05/Jan/26' });
    expect(body).not.toHaveProperty('overdue');
    await jira.admin.put(`${base}/version/2`, { archived: true, releaseDate: null });
    const { body: now } = await jira.admin.get(`${base}/version/2`);
    expect(now).toMatchObject({ released: true, archived: true });
    expect(now).not.toHaveProperty('releaseDate');
  });

  it('is overdue where it has not been released by its day', async () => {
    const { admin, clock } = setUp();
    await admin.put(`${base}/version/2`, { releaseDate: new Date(clock.now()).toISOString().slice(0, 10) });
    expect((await admin.get(`${base}/version/2`)).body.overdue).toBe(false);
    clock.advance(24 * 3_600_000);
    expect((await admin.get(`${base}/version/2`)).body.overdue).toBe(true);
  });

  it('gives its unresolved issues to another one when it is released', async () => {
    const jira = setUp();
    const self = (await jira.admin.get(`${base}/version/3`)).body.self as string;
    await jira.admin.put(`${base}/version/2`, { released: true, moveUnfixedIssuesTo: self });
    expect(named((await fieldsOf(jira, 'TST-1')).fixVersions)).toEqual(['2.0']);
    expect(named((await fieldsOf(jira, 'TST-2')).fixVersions)).toEqual(['1.1', '2.0']);
  });

  it.each([
    [{ position: 'First' }, ['2.0', '1.0', '1.1']],
    [{ position: 'Earlier' }, ['1.0', '2.0', '1.1']],
    [{ position: 'Later' }, ['1.0', '1.1', '2.0']],
    [{ position: 'Last' }, ['1.0', '1.1', '2.0']],
    [{ after: 'http://127.0.0.1:2990/rest/api/2/version/1' }, ['1.0', '2.0', '1.1']],
  ])('moves to %j', async (place, order) => {
    const jira = setUp();
    expect((await jira.admin.post(`${base}/version/3/move`, place)).body).toMatchObject({ name: '2.0' });
    expect(await names(jira)).toEqual(order);
  });

  it.each([
    ['nowhere', {}, 400],
    ['to two places', { after: '1', position: 'First' }, 400],
    ['behind one of another project', { after: '9' }, 400],
    ['behind one that is not there', { after: '77' }, 404],
  ])('does not move %s', async (_, place, status) => {
    const jira = setUp();
    expect((await jira.admin.post(`${base}/version/3/move`, place)).status).toBe(status);
    expect(await names(jira)).toEqual(['1.0', '1.1', '2.0']);
  });

  it('is counted', async () => {
    const { admin } = setUp();
    expect((await admin.get(`${base}/version/2/relatedIssueCounts`)).body).toMatchObject({
      issuesFixedCount: 2,
      issuesAffectedCount: 1,
      issueCountWithCustomFieldsShowingVersion: 1,
      customFieldUsage: [
        { fieldName: 'Seen in', customFieldId: 10_000, issueCountWithVersionInCustomField: 1 },
        { fieldName: 'Target', customFieldId: 10_001, issueCountWithVersionInCustomField: 1 },
      ],
    });
    const { body } = await admin.get(`${base}/version/2/unresolvedIssueCount`);
    expect(body).toMatchObject({ issuesUnresolvedCount: 1, issuesCount: 2 });
  });

  it('is merged into another one, with everything that names it', async () => {
    const jira = setUp();
    expect((await jira.admin.put(`${base}/version/2/mergeto/3`)).status).toBe(204);
    const fields = await fieldsOf(jira, 'TST-1');
    expect(named(fields.fixVersions)).toEqual(['2.0']);
    expect(named(fields.versions)).toEqual(['1.0', '2.0']);
    expect(named(fields.customfield_10000)).toEqual(['2.0']);
    expect(fields.customfield_10001).toMatchObject({ name: '2.0' });
    expect(await names(jira)).toEqual(['1.0', '2.0']);
    expect(jira.world.root.contexts.values().next().value?.defaultValue).toMatchObject({ versionIds: [3] });
  });

  it.each([
    ['itself', '2', 400],
    ['one of another project', '9', 400],
    ['none', '77', 404],
  ])('is not merged into %s', async (_, into, status) => {
    expect((await setUp().admin.put(`${base}/version/2/mergeto/${into}`)).status).toBe(status);
  });

  it('goes out of every value, and its issues say so', async () => {
    const jira = setUp();
    expect((await jira.admin.delete(`${base}/version/2?moveFixIssuesTo=3`)).status).toBe(204);
    const fields = await fieldsOf(jira, 'TST-1');
    expect(named(fields.fixVersions)).toEqual(['2.0']);
    expect(named(fields.versions)).toEqual(['1.0']);
    expect(named(fields.customfield_10000)).toEqual(['2.0']);
    expect(fields.customfield_10001).toBeNull();
    const { changelog } = (await jira.admin.get(`${base}/issue/TST-1?expand=changelog`)).body;
    const changes = (changelog.histories as { items: { field: string; toString: string }[] }[]).at(-1)!.items;
    expect(changes.map(({ field }) => field)).toEqual(['Fix Version', 'Fix Version', 'Version', 'Seen in', 'Target']);
    expect((await jira.admin.get(`${base}/version/2`)).body.errorMessages).toEqual([
      "Could not find version for id '2'",
    ]);
  });

  it('is replaced in custom fields too', async () => {
    const jira = setUp();
    const body = { moveFixIssuesTo: 1, customFieldReplacementList: [{ customFieldId: 10_001, moveTo: 3 }] };
    expect((await jira.admin.post(`${base}/version/2/removeAndSwap`, body)).status).toBe(204);
    const fields = await fieldsOf(jira, 'TST-1');
    expect([named(fields.fixVersions), fields.customfield_10001.name]).toEqual([['1.0'], '2.0']);
    expect(named(fields.customfield_10000)).toEqual(['2.0']);
  });

  it('is not replaced by one of another project', async () => {
    const jira = setUp();
    expect((await jira.admin.delete(`${base}/version/2?moveAffectedIssuesTo=9`)).status).toBe(400);
    expect(await names(jira)).toHaveLength(3);
  });

  it('is for administrators to change', async () => {
    const { bob } = setUp();
    for (const answer of [
      await bob.post(`${base}/version`, { name: 'x', project: 'TST' }),
      await bob.delete(`${base}/version/2`),
    ]) {
      expect([answer.status, answer.body.errorMessages]).toEqual([
        401,
        ['You must have global or project administrator rights in order to modify versions.'],
      ]);
    }
  });

  it('is listed by pages in an order', async () => {
    const { admin } = setUp();
    const { body } = await admin.get(`${base}/project/TST/version?orderBy=-name&maxResults=2`);
    expect([body.total, body.isLast, named(body.values)]).toEqual([3, false, ['2.0', '1.1']]);
  });
});

it('is searched, and tells how far its issues are, on Cloud', async () => {
  const { admin } = testJira({ world, profile: 'cloud' });
  const { body } = await admin.get('/rest/api/3/project/TST/version?status=unreleased&query=1.&expand=issuesstatus');
  expect(body.values).toMatchObject([
    { name: '1.1', issuesStatusForFixVersion: { unmapped: 0, toDo: 1, inProgress: 0, done: 1 } },
  ]);
});
