import { effectiveSpec } from '@fake-jira/openapi';
import { namedProfile } from '@fake-jira/profile';
import { fieldNamed, listeningJira, onlyContextOf, read, refusalOf, type Page } from '../support/field-steps.js';
import type { TestJira } from '../support/jira.js';

const module = 'com.atlassian.jira.plugin.system.customfieldtypes';
const newSelect = { name: 'Made here', type: `${module}:select` };

interface FieldJson {
  readonly id: string;
  readonly name: string;
}

/** The status of an address of a version that this Jira does not have; the judge would hold it to the other one. */
async function statusOf(jira: TestJira, path: string): Promise<number> {
  const answer = await fetch(jira.url + path, { headers: { Authorization: `Basic ${btoa('admin:admin')}` } });
  await answer.arrayBuffer();
  return answer.status;
}

describe('one world', () => {
  it.each(['/rest/api/2', '/rest/api/3', '/rest/api/latest'].flatMap((api) => [api, `/jira${api}`]))(
    'is reached under %s',
    async (api) => {
      const jira = await listeningJira();
      const made = await jira.admin.post(`${api}/field`, newSelect);
      expect(made.status).toBe(201);
      const { id } = made.body as FieldJson;
      for (const other of [
        '/rest/api/2',
        '/jira/rest/api/2',
        '/rest/api/3',
        '/jira/rest/api/3',
        '/rest/api/latest',
        '/jira/rest/api/latest',
      ]) {
        expect((await read<FieldJson[]>(jira.admin, `${other}/field`)).map((field) => field.id)).toContain(id);
      }
    },
  );

  it('is another one in each workspace, named in the address or in a header', async () => {
    const jira = await listeningJira();
    await jira.admin.post('/w/mine/rest/api/3/field', newSelect);
    const names = async (prefix: string, headers = {}) =>
      ((await jira.admin.get(`${prefix}/rest/api/3/field`, undefined, headers)).body as FieldJson[]).map(
        ({ name }) => name,
      );
    expect(await names('/w/mine')).toContain('Made here');
    expect(await names('', { 'X-Fake-Workspace': 'mine' })).toContain('Made here');
    expect(await names('')).not.toContain('Made here');
    expect(await names('/w/yours', { 'X-Fake-Workspace': 'mine' })).not.toContain('Made here');
  });

  it('is not behind `/jira/jira`, nor a workspace behind the context path', async () => {
    const jira = await listeningJira();
    for (const path of ['/jira/jira/rest/api/3/field', '/jira/w/mine/rest/api/3/field', '/jirafoo/rest/api/3/field']) {
      expect((await jira.admin.get(path)).status).toBe(404);
    }
  });

  it('is also there with a slash at the end of an address', async () => {
    const jira = await listeningJira();
    expect((await jira.admin.get('/rest/api/3/field/')).status).toBe(200);
  });
});

describe('an address that Jira does not have', () => {
  it.each([
    '/rest/api/3/nothing',
    '/rest/api/4/field',
    '/rest/api',
    '/',
    '/jira',
    '/rest/api/3/field/a/b/c/d',
    '/rest/api/3/Field',
  ])('%s is answered in the words of Jersey', async (path) => {
    const jira = await listeningJira();
    const answer = await jira.admin.get(path);
    const url = `${jira.url}${path}`;
    expect([answer.status, answer.body]).toEqual([
      404,
      { message: `null for uri: ${path === '/jira' ? `${url}/` : url}`, 'status-code': 404 },
    ]);
  });

  it('names the address as it was asked, with workspace, context path and query', async () => {
    const jira = await listeningJira();
    const path = '/w/mine/jira/rest/api/3/nothing?a=b%20c';
    expect((await jira.anonymous.get(path)).body).toEqual({
      message: `null for uri: ${jira.url}${path}`,
      'status-code': 404,
    });
  });
});

describe('Cloud', () => {
  it('has the whole Field API in versions 2 and 3', async () => {
    const jira = await listeningJira({ profile: 'cloud' });
    for (const version of ['2', '3', 'latest']) {
      expect((await jira.admin.get(`/rest/api/${version}/field/search`)).status).toBe(200);
      expect((await jira.admin.get(`/rest/api/${version}/field/${fieldNamed(jira, 'Browsers')}/context`)).status).toBe(
        200,
      );
    }
  });

  it('has no customFields', async () => {
    const jira = await listeningJira({ profile: 'cloud' });
    for (const version of ['2', '3', 'latest']) {
      expect((await jira.admin.get(`/rest/api/${version}/customFields`)).status).toBe(404);
      expect((await jira.admin.delete(`/rest/api/${version}/customFields?ids=customfield_10000`)).status).toBe(404);
    }
  });
});

describe('Data Center', () => {
  const dataCenter = () => listeningJira({ profile: 'data-center' });

  it('has no version 3', async () => {
    const jira = await dataCenter();
    for (const path of ['field', 'serverInfo', 'myself', 'issue/TEST-1']) {
      expect(await statusOf(jira, `/rest/api/3/${path}`)).toBe(404);
      expect((await jira.admin.get(`/rest/api/2/${path}`)).status).toBe(200);
      expect((await jira.admin.get(`/rest/api/latest/${path}`)).status).toBe(200);
    }
  });

  it('has neither search nor trash nor contexts nor options of fields', async () => {
    const jira = await dataCenter();
    const id = fieldNamed(jira, 'Browsers');
    for (const path of [
      'search',
      'search/trashed',
      `${id}/context`,
      `${id}/context/10000/option`,
      `${id}/contexts`,
      `${id}/screens`,
    ]) {
      expect((await jira.admin.get(`/rest/api/2/field/${path}`)).status).toBe(404);
    }
    expect((await jira.admin.put(`/rest/api/2/field/${id}`, { name: 'Mine' })).status).toBe(404);
    expect((await jira.admin.delete(`/rest/api/2/field/${id}`)).status).toBe(404);
    expect((await jira.admin.post(`/rest/api/2/field/${id}/trash`)).status).toBe(404);
  });

  it('creates fields and lists them', async () => {
    const jira = await dataCenter();
    const made = await jira.admin.post('/rest/api/2/field', newSelect);
    expect(made.status).toBe(201);
    expect((await read<FieldJson[]>(jira.admin, '/rest/api/2/field')).at(-1)).toMatchObject({ name: 'Made here' });
  });

  it('has a list of its own for custom fields, in pages, by a part of the name and by type', async () => {
    const jira = await dataCenter();
    const list = (query: string) => read<Page<FieldJson>>(jira.admin, `/rest/api/2/customFields?${query}`);
    const { total } = await list('');
    const page = await list('startAt=1&maxResults=2');
    expect(page).toMatchObject({ startAt: 1, maxResults: 2, total, isLast: false });
    expect((await list('search=BROWS')).values.map(({ name }) => name)).toEqual(['Browsers']);
    expect((await list(`types=${module}:radiobuttons,${module}:multiselect`)).values.map(({ name }) => name)).toEqual([
      'Severity',
      'Teams',
    ]);
  });

  it('deletes custom fields at once, and says which it could not delete', async () => {
    const jira = await dataCenter();
    const [teams, approvers] = [fieldNamed(jira, 'Teams'), fieldNamed(jira, 'Approvers')];
    const answer = await jira.admin.delete(`/rest/api/2/customFields?ids=${teams},${approvers},customfield_99999`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      deletedCustomFields: [teams],
      notDeletedCustomFields: {
        [approvers]: expect.any(String) as unknown,
        customfield_99999: expect.any(String) as unknown,
      },
    });
    expect((await read<FieldJson[]>(jira.admin, '/rest/api/2/field')).map(({ id }) => id)).not.toContain(teams);
  });

  it('serves what its spec lists and nothing else', async () => {
    const jira = await dataCenter();
    const listed = Object.keys(effectiveSpec('jira-cloud', namedProfile('data-center')).paths);
    expect(listed).toContain('/rest/api/2/customFields');
    const templates = listed.map((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`));
    for (const path of Object.keys(effectiveSpec('jira-cloud', namedProfile('cloud')).paths)) {
      const address = path.replace('/rest/api/3/', '/rest/api/2/').replaceAll(/\{\w+\}/g, '10000');
      if (templates.some((template) => template.test(address))) continue;
      expect([address, (await jira.admin.get(address)).status]).toEqual([address, 404]);
    }
  });

  it('tells of a field neither its key nor its original name', async () => {
    const jira = await dataCenter();
    for (const field of await read<object[]>(jira.admin, '/rest/api/2/field')) {
      expect(field).not.toHaveProperty('key');
      expect(field).not.toHaveProperty('untranslatedName');
    }
  });
});

describe('both side by side', () => {
  it('have the search of Cloud and the customFields of Data Center', async () => {
    const jira = await listeningJira();
    expect((await jira.admin.get('/rest/api/3/field/search')).status).toBe(200);
    expect((await jira.admin.get('/rest/api/2/customFields')).status).toBe(200);
    expect(await statusOf(jira, '/rest/api/3/customFields')).toBe(404);
  });
});

it('a caller with the right of an administrator is needed in every version', async () => {
  const jira = await listeningJira();
  const context = await onlyContextOf(jira, fieldNamed(jira, 'Animals'));
  for (const version of ['2', '3', 'latest']) {
    const answer = await jira.bob.delete(
      `/rest/api/${version}/field/${fieldNamed(jira, 'Animals')}/context/${context}`,
    );
    expect(refusalOf(answer)).toEqual([403, 'Only Jira administrators can access custom field contexts.']);
  }
});
