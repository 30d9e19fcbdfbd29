import { testJira } from '../support/jira.js';

const world = {
  users: [
    { name: 'admin', groups: ['jira-system-administrators'] },
    { name: 'bob', groups: ['jira-users'] },
  ],
  issueTypes: [{ name: 'Task' }],
  screens: [
    { name: 'Default Screen', tabs: [{ name: 'Fields', fields: ['summary', 'Browsers'] }] },
    { name: 'Another Screen', tabs: [{ name: 'First' }, { name: 'Second', fields: ['Browsers'] }] },
  ],
  projects: [{ key: 'TEST', screen: 'Default Screen' }],
  fields: [
    { name: 'Browsers', type: 'select', id: 10000 },
    { name: 'Lonely', type: 'select', id: 10001 },
  ],
};

const jiraWithScreens = () => testJira({ world });
const screens = '/rest/api/3/screens';

describe('screens', () => {
  it('are listed page by page, by id, by a part of the name and in an order', async () => {
    const { admin, root } = jiraWithScreens();
    const names = async (query: string) =>
      ((await admin.get(`${screens}?${query}`)).body.values as { name: string }[]).map(({ name }) => name);
    expect((await admin.get(screens)).body).toMatchObject({ total: 2, isLast: true, startAt: 0, maxResults: 100 });
    expect(await names('queryString=another')).toEqual(['Another Screen']);
    expect(await names(`id=${root.screens.minKey()}`)).toEqual(['Default Screen']);
    expect(await names('orderBy=name')).toEqual(['Another Screen', 'Default Screen']);
    expect(await names('orderBy=-name')).toEqual(['Default Screen', 'Another Screen']);
    expect(await names('scope=PROJECT')).toEqual([]);
  });

  it('are for administrators', async () => {
    expect((await jiraWithScreens().bob.get(screens)).status).toBe(403);
  });

  it('are created with one tab and a name of their own', async () => {
    const { admin } = jiraWithScreens();
    const { status, body } = await admin.post(screens, { name: 'New', description: 'Words' });
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.any(Number), name: 'New', description: 'Words' });
    expect((await admin.get(`${screens}/${body.id}/tabs`)).body).toHaveLength(1);
    const again = await admin.post(screens, { name: 'New' });
    expect([again.status, again.body.errorMessages]).toEqual([400, ['The name is used by another screen.']]);
  });

  it('have tabs, to which tabs are added at the end', async () => {
    const { admin, root } = jiraWithScreens();
    const tabs = `${screens}/${root.screens.minKey()}/tabs`;
    const { status, body } = await admin.post(tabs, { name: 'More' });
    expect([status, body]).toEqual([200, { id: expect.any(Number), name: 'More' }]);
    expect((await admin.get(tabs)).body).toMatchObject([{ name: 'Fields' }, { name: 'More' }]);
    expect((await admin.post(tabs, { name: 'More' })).status).toBe(400);
    expect((await admin.get(`${screens}/999/tabs`)).status).toBe(404);
  });
});

describe('changes of screens', () => {
  const ofProject = (jira: ReturnType<typeof jiraWithScreens>) => `${screens}/${jira.root.screens.minKey()}`;

  it('rename and delete a screen that no scheme has, on Cloud alone', async () => {
    const jira = jiraWithScreens();
    const { id } = (await jira.admin.post(screens, { name: 'New', description: 'Words' })).body;
    const renamed = await jira.admin.put(`${screens}/${id}`, { name: 'Newer' });
    expect([renamed.status, renamed.body]).toEqual([200, { id, name: 'Newer', description: 'Words' }]);
    expect((await jira.admin.delete(`${screens}/${id}`)).status).toBe(204);
    expect((await jira.admin.delete(`${screens}/${id}`)).status).toBe(404);
    expect((await jira.admin.delete(ofProject(jira))).status).toBe(400);
    expect((await jira.bob.put(ofProject(jira), { name: 'Mine' })).status).toBe(403);
    const server = testJira({ world, profile: 'data-center' });
    const there = ofProject(server).replace('/3/', '/2/');
    expect((await server.admin.put(there, { name: 'Newer' })).status).toBe(404);
  });

  it.each(['cloud', 'data-center'] as const)('rename, move and delete tabs: %s', async (profile) => {
    const jira = testJira({ world, profile });
    const tabs = `${ofProject(jira).replace('/3/', '/2/')}/tabs`;
    const names = async () => ((await jira.admin.get(tabs)).body as { name: string }[]).map(({ name }) => name);
    const { id } = (await jira.admin.post(tabs, { name: 'More' })).body;
    expect((await jira.admin.put(`${tabs}/${id}`, { name: 'Most' })).body).toEqual({ id, name: 'Most' });
    expect((await jira.admin.put(`${tabs}/${id}`, { name: 'Fields' })).status).toBe(400);
    expect((await jira.admin.post(`${tabs}/${id}/move/0`)).status).toBe(204);
    expect(await names()).toEqual(['Most', 'Fields']);
    expect((await jira.admin.post(`${tabs}/${id}/move/2`)).status).toBe(400);
    expect((await jira.admin.delete(`${tabs}/${id}`)).status).toBe(204);
    expect(await names()).toEqual(['Fields']);
  });

  it('move a field of a tab, whose neighbour an address can name', async () => {
    const jira = jiraWithScreens();
    const [tab] = (await jira.admin.get(`${ofProject(jira)}/tabs`)).body as { id: number }[];
    const fields = `${ofProject(jira)}/tabs/${tab?.id}/fields`;
    const ids = async () => ((await jira.admin.get(fields)).body as { id: string }[]).map(({ id }) => id);
    const after = `https://your-domain.atlassian.net${fields}/customfield_10000`;
    expect((await jira.admin.post(`${fields}/summary/move`, { after })).status).toBe(204);
    expect(await ids()).toEqual(['customfield_10000', 'summary']);
    expect((await jira.admin.post(`${fields}/summary/move`, { position: 'First' })).status).toBe(204);
    expect(await ids()).toEqual(['summary', 'customfield_10000']);
    expect((await jira.admin.post(`${fields}/summary/move`, { position: 'Middle' })).status).toBe(400);
    expect((await jira.admin.post(`${fields}/labels/move`, { position: 'First' })).status).toBe(404);
  });
});

describe('the fields of a tab', () => {
  const firstTab = (jira: ReturnType<typeof jiraWithScreens>) => {
    const screen = jira.root.screens.get(jira.root.screens.minKey() as number);
    return `${screens}/${screen?.id}/tabs/${screen?.tabs[0]?.id}/fields`;
  };

  it('are listed in their order, those of the system included', async () => {
    const jira = jiraWithScreens();
    expect((await jira.admin.get(firstTab(jira))).body).toEqual([
      { id: 'summary', name: 'Summary' },
      { id: 'customfield_10000', name: 'Browsers' },
    ]);
  });

  it('are added at the end, once on each screen, and removed', async () => {
    const jira = jiraWithScreens();
    const fields = firstTab(jira);
    const { status, body } = await jira.admin.post(fields, { fieldId: 'customfield_10001' });
    expect([status, body]).toEqual([200, { id: 'customfield_10001', name: 'Lonely' }]);
    expect((await jira.admin.post(fields, { fieldId: 'customfield_10001' })).status).toBe(400);
    expect((await jira.admin.post(fields, { fieldId: 'customfield_99999' })).status).toBe(404);
    expect((await jira.admin.delete(`${fields}/customfield_10001`)).status).toBe(204);
    expect((await jira.admin.delete(`${fields}/customfield_10001`)).status).toBe(404);
  });

  it('do not show a field that is in the trash', async () => {
    const jira = jiraWithScreens();
    await jira.admin.post('/rest/api/3/field/customfield_10000/trash');
    expect((await jira.admin.get(firstTab(jira))).body).toEqual([{ id: 'summary', name: 'Summary' }]);
  });
});

describe('the screens of a field', () => {
  const of = (fieldId: string) => `/rest/api/3/field/${fieldId}/screens`;

  it('are told with the tab if asked for', async () => {
    const { admin } = jiraWithScreens();
    const { body } = await admin.get(of('customfield_10000'));
    expect(body.values).toMatchObject([{ name: 'Default Screen' }, { name: 'Another Screen' }]);
    expect(body.values[0]).not.toHaveProperty('tab');
    const withTab = await admin.get(`${of('customfield_10000')}?expand=tab`);
    expect(withTab.body.values).toMatchObject([{ tab: { name: 'Fields' } }, { tab: { name: 'Second' } }]);
  });

  it('can be asked of custom fields alone', async () => {
    const { admin } = jiraWithScreens();
    expect((await admin.get(of('summary'))).status).toBe(404);
    expect((await admin.get(of('customfield_10001'))).body).toMatchObject({ total: 0, values: [] });
    expect((await admin.get(of('customfield_99999'))).status).toBe(404);
  });
});
