import type { WorldFile } from '@fake-jira/fixtures';
import { checkWorld } from '@fake-jira/world';
import { testJira } from '../support/jira.js';

const world: WorldFile = {
  users: [
    { name: 'admin', displayName: 'Ada Admin', groups: ['jira-administrators'] },
    { name: 'bob', displayName: 'Bob Builder', groups: ['jira-users'] },
  ],
  issueTypes: [{ name: 'Bug' }],
  projects: [{ key: 'TST', id: 10_000, name: 'Test', lead: 'bob', versions: ['1.0'] }, { key: 'OTH' }],
  fields: [
    {
      name: 'Colour',
      id: 10_000,
      type: 'select',
      contexts: [
        {
          id: 10_100,
          projects: ['TST'],
          options: [
            { value: 'red', id: 1 },
            { value: 'blue', id: 2 },
          ],
        },
      ],
    },
    { name: 'Home', id: 10_001, type: 'project' },
  ],
  issues: [
    {
      key: 'TST-1',
      type: 'Bug',
      summary: 'One',
      fixVersions: ['1.0'],
      fields: { Colour: 'red' },
      comments: [{ body: 'Seen', author: 'bob' }],
      links: [{ type: 'Blocks', to: 'OTH-1' }],
    },
    { key: 'TST-2', type: 'Bug', summary: 'Two', fields: { Colour: 'blue' } },
    { key: 'OTH-1', type: 'Bug', summary: 'Elsewhere', fields: { Home: 'TST' } },
  ],
};

const setUpOn = (profile: string) => () => testJira({ world, profile });
type Jira = ReturnType<ReturnType<typeof setUpOn>>;

const keys = (list: unknown) => (list as { key: string }[]).map(({ key }) => key);
const listed = async ({ admin }: Jira) => keys((await admin.get('/rest/api/2/project')).body);

describe.each(['cloud', 'data-center'])('a project on %s', (profile) => {
  const base = '/rest/api/2/project';
  const setUp = setUpOn(profile);
  const leadOf = (jira: Jira, name = 'bob') =>
    profile === 'cloud' ? { leadAccountId: jira.root.accountIdsByName.get(name) } : { lead: name };
  const archive = ({ admin }: Jira, key: string) =>
    profile === 'cloud' ? admin.post(`${base}/${key}/archive`) : admin.put(`${base}/${key}/archive`);
  const restore = ({ admin }: Jira, key: string) =>
    profile === 'cloud' ? admin.post(`${base}/${key}/restore`) : admin.put(`${base}/${key}/restore`);
  const found = async ({ admin }: Jira, jql: string) => {
    const path = profile === 'cloud' ? 'search/jql' : 'search';
    return keys((await admin.get(`/rest/api/2/${path}?fields=key&jql=${encodeURIComponent(jql)}`)).body.issues);
  };

  it('is created, and has issues', async () => {
    const jira = setUp();
    const given = {
      key: 'NEW2',
      name: 'New',
      projectTypeKey: 'business',
      assigneeType: 'PROJECT_LEAD',
      ...leadOf(jira),
    };
    const { status, body } = await jira.admin.post(base, given);
    expect([status, body]).toEqual([
      201,
      { self: expect.stringMatching(/\/project\/10002$/), id: 10_002, key: 'NEW2' },
    ]);
    expect((await jira.admin.get(`${base}/NEW2`)).body).toMatchObject({
      name: 'New',
      projectTypeKey: 'business',
      assigneeType: 'PROJECT_LEAD',
      lead: { displayName: 'Bob Builder' },
    });
    const fields = { project: { key: 'NEW2' }, issuetype: { name: 'Bug' }, summary: 'First' };
    expect((await jira.admin.post('/rest/api/2/issue', { fields })).body.key).toBe('NEW2-1');
  });

  it('is refused with all that is wrong with it', async () => {
    const jira = setUp();
    const { status, body } = await jira.admin.post(base, { key: 'new', name: 'TEST', projectTypeKey: 'garden' });
    expect([status, Object.keys(body.errors as object)]).toEqual([
      400,
      ['projectKey', 'projectName', 'projectLead', 'projectTypeKey'],
    ]);
    const taken = await jira.admin.post(base, { key: 'TST', name: 'New', projectTypeKey: 'business', ...leadOf(jira) });
    expect(taken.body.errors).toEqual({ projectKey: "Project 'Test' uses this project key." });
  });

  it('is edited, and what is not named stays', async () => {
    const jira = setUp();
    const { body } = await jira.admin.put(`${base}/TST`, { name: 'Renamed', ...leadOf(jira, 'admin') });
    expect(body).toMatchObject({ key: 'TST', name: 'Renamed', lead: { displayName: 'Ada Admin' } });
    expect((await jira.admin.put(`${base}/TST`, { name: ' ' })).body.errors).toEqual({
      projectName: 'You must specify a valid project name.',
    });
    expect((await jira.admin.get(`${base}/TST`)).body).toMatchObject({ name: 'Renamed' });
  });

  it('gets another key, and is found by the old one with its issues', async () => {
    const jira = setUp();
    expect((await jira.admin.put(`${base}/TST`, { key: 'NXT' })).body.key).toBe('NXT');
    expect((await jira.admin.get(`${base}/TST`)).body.key).toBe('NXT');
    expect((await jira.admin.get('/rest/api/2/issue/TST-1')).body.key).toBe('NXT-1');
    expect(await found(jira, 'project = NXT ORDER BY key')).toEqual(['NXT-1', 'NXT-2']);
    expect(
      (await jira.admin.post(base, { key: 'TST', name: 'N', projectTypeKey: 'business', ...leadOf(jira) })).status,
    ).toBe(400);
    expect(checkWorld(jira.root)).toEqual([]);
  });

  it('is archived: it is in no list, no query finds its issues, and they stay as they are', async () => {
    const jira = setUp();
    expect((await archive(jira, 'TST')).status).toBe(204);
    expect(await listed(jira)).toEqual(['OTH']);
    expect(await found(jira, 'summary is not empty')).toEqual(['OTH-1']);
    expect((await jira.admin.put('/rest/api/2/issue/TST-1', { fields: { summary: 'x' } })).status).toBe(400);
    const fields = { project: { key: 'TST' }, issuetype: { name: 'Bug' }, summary: 'Third' };
    expect((await jira.admin.post('/rest/api/2/issue', { fields })).status).toBe(400);
    expect((await jira.admin.get(`${base}/TST`)).body).toMatchObject({ archived: true });
    expect(keys((await jira.admin.get('/rest/api/2/project?includeArchived=true')).body)).toContain('TST');
    expect((await archive(jira, 'TST')).status).toBe(400);
    expect((await restore(jira, 'TST')).status).toBe(profile === 'cloud' ? 200 : 202);
    expect(await listed(jira)).toEqual(['TST', 'OTH']);
    expect((await restore(jira, 'TST')).status).toBe(400);
  });

  it('is for administrators to change', async () => {
    const { bob } = setUp();
    expect((await bob.put(`${base}/TST`, { name: 'x' })).status).toBe(403);
    expect((await bob.delete(`${base}/TST`)).status).toBe(403);
  });
});

it('is deleted for good on Data Center', async () => {
  const jira = setUpOn('data-center')();
  expect((await jira.admin.delete('/rest/api/2/project/TST')).status).toBe(204);
  expect((await jira.admin.get('/rest/api/2/project/TST')).status).toBe(404);
  expect((await jira.admin.put('/rest/api/2/project/TST/restore')).status).toBe(404);
  expect((await jira.admin.get('/rest/api/2/issue/OTH-1')).body.fields.customfield_10001).toBeNull();
});

describe('the trash of projects on Cloud', () => {
  const setUp = setUpOn('cloud');
  const deleted = async ({ admin }: Jira) => (await admin.get('/rest/api/3/project/search?status=deleted')).body.values;

  it('has a project that is deleted, with who did it and until when', async () => {
    const jira = setUp();
    expect((await jira.admin.delete('/rest/api/3/project/TST')).status).toBe(204);
    expect((await jira.admin.get('/rest/api/3/project/TST')).status).toBe(404);
    expect((await jira.admin.get('/rest/api/3/issue/TST-1')).status).toBe(404);
    expect(await deleted(jira)).toMatchObject([
      {
        key: 'TST',
        deleted: true,
        deletedBy: { displayName: 'Ada Admin' },
        retentionTillDate: '2026-03-16T12:00:00.000+0000',
      },
    ]);
  });

  it('gives it back with its issues, their values, comments and links, and its contexts', async () => {
    const jira = setUp();
    const before = (await jira.admin.get('/rest/api/3/issue/TST-1')).body;
    await jira.admin.delete('/rest/api/3/project/TST');
    expect((await jira.admin.post('/rest/api/3/project/TST/restore')).body).toMatchObject({ key: 'TST' });
    expect((await jira.admin.get('/rest/api/3/issue/TST-1')).body).toEqual(before);
    expect(jira.root.contexts.get(10_100)?.projectIds).toEqual([10_000]);
    const fields = { project: { key: 'TST' }, issuetype: { name: 'Bug' }, summary: 'Third' };
    expect((await jira.admin.post('/rest/api/3/issue', { fields })).body.key).toBe('TST-3');
    expect(checkWorld(jira.root)).toEqual([]);
  });

  it('gives it back without what has gone meanwhile', async () => {
    const jira = setUp();
    await jira.admin.delete('/rest/api/3/project/TST');
    await jira.admin.delete('/rest/api/3/field/customfield_10000/context/10100/option/1');
    await jira.admin.post('/rest/api/3/project/TST/restore');
    const colours = await Promise.all(
      ['TST-1', 'TST-2'].map(
        async (key) => (await jira.admin.get(`/rest/api/3/issue/${key}`)).body.fields.customfield_10000,
      ),
    );
    expect(colours).toMatchObject([null, { value: 'blue' }]);
    expect(checkWorld(jira.root)).toEqual([]);
  });

  it('is passed by where that is asked for, and emptied after 60 days', async () => {
    const jira = setUp();
    await jira.admin.delete('/rest/api/3/project/OTH?enableUndo=false');
    await jira.admin.delete('/rest/api/3/project/TST');
    expect(keys(await deleted(jira))).toEqual(['TST']);
    jira.clock.advance(60 * 24 * 3_600_000 + 1);
    expect(await deleted(jira)).toEqual([]);
  });

  it('keeps the key of its project for it', async () => {
    const jira = setUp();
    await jira.admin.delete('/rest/api/3/project/TST');
    const given = {
      key: 'TST',
      name: 'N',
      projectTypeKey: 'business',
      leadAccountId: jira.root.accountIdsByName.get('bob'),
    };
    expect((await jira.admin.post('/rest/api/3/project', given)).body.errors).toEqual({
      projectKey: "Project 'Test' uses this project key.",
    });
    await jira.admin.delete('/rest/api/3/project/TST');
    expect((await jira.admin.post('/rest/api/3/project', given)).status).toBe(201);
  });
});

it('is archived in a world file, and in the file that a world is written to', async () => {
  const jira = testJira({ world: { projects: [{ key: 'OLD', archived: true }, { key: 'NEW' }] } });
  expect(await listed(jira)).toEqual(['NEW']);
  const { body } = await jira.admin.get('/_fake/world');
  expect(body.projects).toMatchObject([{ key: 'OLD', archived: true }, { key: 'NEW' }]);
});
