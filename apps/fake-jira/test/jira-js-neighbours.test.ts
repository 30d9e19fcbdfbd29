import { Version2Client, Version3Client } from 'jira.js';
import { startFakeJira, type FakeJira } from '../src/index.js';
import { TestClock } from './support/jira.js';

// What stands around a custom field, through a public client that knows nothing of the fake.

const authentication = { basic: { email: 'admin@example.com', apiToken: 'admin-pat' } };
const project = 'TEST';

describe('The client jira.js around a project', () => {
  let jira: FakeJira;

  beforeEach(async () => {
    jira = await startFakeJira({ clock: new TestClock(), profile: 'cloud' });
  });
  afterEach(() => jira.close());

  const client = () => new Version3Client({ host: jira.url, authentication });
  const older = () => new Version2Client({ host: jira.url, authentication });

  async function issue(fields: object = {}): Promise<string> {
    const made = await older().issues.createIssue({
      fields: { project: { key: project }, issuetype: { name: 'Task' }, summary: 'Made by a client', ...fields },
    });
    return made.key;
  }

  const accountOf = async (query: string) => (await client().userSearch.findUsers({ query }))[0]!.accountId;

  it('plans with versions', async () => {
    const { projectVersions, projects, issues } = client();
    const projectId = Number((await projects.getProject({ projectIdOrKey: project })).id);
    const given = { name: '7.0', description: 'Words', projectId, releaseDate: '2026-01-31' };
    const old = await projectVersions.createVersion(given);
    const next = await projectVersions.createVersion({ name: '8.0', projectId });
    expect(old).toMatchObject({ name: '7.0', description: 'Words', userReleaseDate: '31/Jan/26', overdue: false });
    const [one, two] = [await issue({ fixVersions: [{ id: old.id }] }), await issue({ versions: [{ id: old.id }] })];
    const id = old.id!;
    expect(await projectVersions.getVersionRelatedIssues({ id })).toMatchObject({
      issuesFixedCount: 1,
      issuesAffectedCount: 1,
    });
    expect(await projectVersions.getVersionUnresolvedIssues({ id })).toMatchObject({ issuesUnresolvedCount: 1 });
    await projectVersions.updateVersion({ id, released: true });
    await projectVersions.moveVersion({ id: next.id!, position: 'First' });
    const page = await projectVersions.getProjectVersionsPaginated({ projectIdOrKey: project, maxResults: 1 });
    expect(page).toMatchObject({ isLast: false, values: [{ name: '8.0' }] });
    await projectVersions.mergeVersions({ id, moveIssuesTo: next.id! });
    const fields = await Promise.all(
      [one, two].map(async (key) => (await issues.getIssue({ issueIdOrKey: key })).fields),
    );
    expect([fields[0]!.fixVersions[0]!.name, fields[1]!.versions![0]!.name]).toEqual(['8.0', '8.0']);
    await projectVersions.deleteAndReplaceVersion({ id: next.id! });
    const left = await projectVersions.getProjectVersions({ projectIdOrKey: project });
    expect(left.map(({ name }) => name)).not.toContain('8.0');
  });

  it('sorts with components', async () => {
    const { projectComponents } = client();
    const lead = await accountOf('bob');
    const web = await projectComponents.createComponent({ name: 'Web', project, leadAccountId: lead });
    const docs = await projectComponents.createComponent({ name: 'Docs', project });
    expect(web).toMatchObject({ name: 'Web', lead: { displayName: 'Bob Builder' } });
    const key = await issue({ components: [{ name: 'Web' }] });
    expect(await projectComponents.getComponentRelatedIssues({ id: web.id! })).toMatchObject({ issueCount: 1 });
    await projectComponents.updateComponent({ id: docs.id!, name: 'Manual', assigneeType: 'UNASSIGNED' });
    await projectComponents.deleteComponent({ id: web.id!, moveIssuesTo: docs.id! });
    expect((await client().issues.getIssue({ issueIdOrKey: key })).fields.components).toMatchObject([
      { name: 'Manual' },
    ]);
  });

  it('makes a project, and puts it away', async () => {
    const { projects } = client();
    const leadAccountId = await accountOf('bob');
    const made = await projects.createProject({
      key: 'JJS',
      name: 'By a client',
      projectTypeKey: 'business',
      leadAccountId,
    });
    expect(made.key).toBe('JJS');
    await projects.updateProject({ projectIdOrKey: 'JJS', description: 'Words', leadAccountId });
    expect((await projects.getProject({ projectIdOrKey: 'JJS' })).description).toBe('Words');
    const listed = async (status: 'live' | 'archived' | 'deleted') =>
      (await projects.searchProjects({ status: [status], keys: ['JJS'] })).values.map(({ key }) => key);
    await projects.archiveProject({ projectIdOrKey: 'JJS' });
    expect([await listed('live'), await listed('archived')]).toEqual([[], ['JJS']]);
    await projects.restore({ projectIdOrKey: 'JJS' });
    await projects.deleteProject({ projectIdOrKey: 'JJS', enableUndo: true });
    expect(await listed('deleted')).toEqual(['JJS']);
    await projects.restore({ projectIdOrKey: 'JJS' });
    await projects.deleteProject({ projectIdOrKey: 'JJS', enableUndo: false });
    expect([await listed('live'), await listed('deleted')]).toEqual([[], []]);
  });

  it('moves an issue through its workflow, says what it thinks of it, and reads how it came to be so', async () => {
    const { issues, issueComments, issueLinks, issueLinkTypes } = client();
    const [one, two] = [await issue(), await issue()];
    const { transitions = [] } = await issues.getTransitions({ issueIdOrKey: one });
    const done = transitions.find(({ name }) => name === 'Done');
    await issues.doTransition({ issueIdOrKey: one, transition: { id: done!.id! } });
    const comment = await older().issueComments.addComment({ issueIdOrKey: one, comment: 'Seen it' });
    expect((await issueComments.getComments({ issueIdOrKey: one })).total).toBe(1);
    await issueComments.deleteComment({ issueIdOrKey: one, id: comment.id! });
    const types = await issueLinkTypes.getIssueLinkTypes();
    expect(types.issueLinkTypes!.map(({ name }) => name)).toContain('Blocks');
    await issueLinks.linkIssues({
      type: { name: 'Blocks' },
      inwardIssue: { key: one },
      outwardIssue: { key: two },
    });
    const { fields } = await issues.getIssue({ issueIdOrKey: two });
    expect(fields.issuelinks).toMatchObject([{ inwardIssue: { key: one } }]);
    await issueLinks.deleteIssueLink({ linkId: fields.issuelinks[0]!.id! });
    const changes = await issues.getChangeLogs({ issueIdOrKey: one });
    expect(changes.values!.flatMap(({ items = [] }) => items.map(({ field }) => field))).toContain('status');
  });

  it('searches, and is told what is wrong with a query', async () => {
    const { issueSearch, jql } = client();
    const key = await issue({ labels: ['by-a-client'] });
    const query = 'labels = "by-a-client" ORDER BY created DESC';
    const found = await issueSearch.searchForIssuesUsingJqlEnhancedSearch({ jql: query, fields: ['summary'] });
    expect(found.issues!.map((one) => one.key)).toEqual([key]);
    expect(await issueSearch.countIssues({ jql: query })).toMatchObject({ count: 1 });
    const parsed = await jql.parseJqlQueries({ queries: ['nosuchfield = 1'] });
    expect(parsed.queries[0]!.errors).toHaveLength(1);
    await expect(issueSearch.searchForIssuesUsingJqlEnhancedSearch({ jql: 'nosuchfield = 1' })).rejects.toMatchObject({
      status: 400,
    });
  });
});

it('reads in any case how a query is to be validated: the module jira of Python sends True', async () => {
  const jira = await startFakeJira({ clock: new TestClock(), profile: 'jira-9.12' });
  const headers = { Authorization: `Basic ${btoa('admin:admin')}` };
  const ask = async (word: string) => {
    const query = new URLSearchParams({ jql: 'nosuchfield = 1', validateQuery: word });
    return (await fetch(`${jira.url}/rest/api/2/search?${query.toString()}`, { headers })).status;
  };
  expect([await ask('True'), await ask('FALSE'), await ask('perhaps')]).toEqual([400, 200, 400]);
  await jira.close();
});
