import { testJira } from '../support/jira.js';

const world = {
  issueTypes: [{ name: 'Bug' }],
  projects: [{ key: 'TST', versions: ['1.0'], components: [{ name: 'Client', id: 10_400 }] }],
  screens: [{ name: 'Default Screen', id: 1, tabs: [{ name: 'Fields', id: 2, fields: ['summary'] }] }],
  fields: [{ name: 'Colour', id: 10_000, type: 'textfield' }],
};

const onCloud = () => testJira({ world, profile: 'cloud' });

async function get(path: string) {
  return (await onCloud().admin.get(`/rest/api/3${path}`)).body as unknown;
}

describe('what clients of fields ask beside them', () => {
  it.each([
    ['/priority', { id: '1', name: 'Highest', statusColor: '#d04437' }],
    ['/status', { id: '10001', name: 'In Progress', statusCategory: { key: 'indeterminate' } }],
    ['/resolution', { id: '10000', name: 'Done' }],
    ['/project/TST/versions', { name: '1.0', released: false }],
    ['/project/TST/components', { id: '10400', name: 'Client' }],
    ['/project', { key: 'TST' }],
    ['/users', { displayName: 'Ada Admin' }],
  ])('is there: GET %s', async (path, entry) => {
    const list = (await get(path)) as object[];
    expect(list).toContainEqual(
      expect.objectContaining({
        ...entry,
        ...('statusCategory' in entry && { statusCategory: expect.objectContaining(entry.statusCategory) }),
      }),
    );
  });

  it('is found by its name, where that is a status', async () => {
    expect(await get('/status/in%20progress')).toMatchObject({ id: '10001' });
  });

  it('comes in pages on Cloud alone', async () => {
    expect(await get('/priority/search?maxResults=2')).toMatchObject({
      total: 5,
      isLast: false,
      values: [{ id: '1' }, { id: '2' }],
    });
    const { admin } = testJira({ world, profile: 'data-center' });
    expect((await admin.get('/rest/api/2/priority/search')).status).toBe(404);
  });

  it('tells permissions without saying who holds them', async () => {
    const { permissions } = (await get('/permissions')) as { permissions: Record<string, object> };
    expect(Object.keys(permissions['ADMINISTER'] as object)).toEqual(['key', 'name', 'type', 'description']);
  });
});

describe('a screen', () => {
  it('can get the fields that it does not have', async () => {
    const ids = ((await get('/screens/1/availableFields')) as { id: string }[]).map(({ id }) => id);
    expect(ids).toContain('customfield_10000');
    expect(ids).toContain('priority');
    expect(ids).not.toContain('summary');
  });

  it('gets system fields like others', async () => {
    const { admin } = onCloud();
    const { status, body } = await admin.post('/rest/api/3/screens/1/tabs/2/fields', { fieldId: 'priority' });
    expect([status, body]).toEqual([200, { id: 'priority', name: 'Priority' }]);
  });

  it('is the default one, which gets a field by the address of the field alone', async () => {
    const { admin, bob } = onCloud();
    const path = '/rest/api/3/screens/addToDefault/customfield_10000';
    expect((await bob.post(path)).status).toBe(403);
    expect((await admin.post(path)).status).toBe(200);
    expect((await admin.post(path)).status).toBe(400);
    const fields = (await admin.get('/rest/api/3/screens/1/tabs/2/fields')).body as object[];
    expect(fields).toEqual([
      { id: 'summary', name: 'Summary' },
      { id: 'customfield_10000', name: 'Colour' },
    ]);
  });
});
