import { testJira } from '../support/jira.js';
import { fieldNamed, listeningJira } from '../support/field-steps.js';

const old = '/rest/api/2/issue/createmeta';
const inPages = `${old}/TEST/issuetypes`;

describe('create metadata', () => {
  it.each([
    ['jira-7.13', 200, 404],
    ['jira-8.4', 200, 200],
    ['jira-8.20', 200, 200],
    ['data-center', 404, 200],
    ['jira-10.3', 404, 200],
    ['cloud', 200, 200],
    ['all', 200, 200],
  ])('of %s answers %i as a whole, and %i in pages', async (profile, whole, paged) => {
    const { get } = testJira({ profile }).admin;
    expect((await get(old)).status).toBe(whole);
    expect((await get(inPages)).status).toBe(paged);
  });
});

describe('the create metadata in one piece', () => {
  it.each([
    ['cloud', /deprecated. \(Deprecation start date: June 03, 2024\)/],
    ['cloud-2024-05', undefined],
    ['jira-8.20', undefined],
  ])('of %s says %s', async (profile, warning) => {
    const { headers } = await testJira({ profile }).admin.get(old);
    if (warning) expect(headers['warning']).toMatch(warning);
    else expect(headers).not.toHaveProperty('warning');
  });
});

describe('the options of a field on Data Center', () => {
  const world = {
    users: [{ name: 'admin', groups: ['jira-administrators'] }],
    projects: [{ key: 'TEST', id: 10_000 }],
    fields: [
      {
        name: 'Colour',
        type: 'select',
        contexts: [
          {
            options: [
              { value: 'red', id: 1 },
              { value: 'blue', id: 2, disabled: true },
            ],
          },
          { projects: ['TEST'], options: [{ value: 'green', id: 3 }] },
        ],
      },
      { name: 'Words', type: 'textfield' },
    ],
  };
  const ofJira = async (profile: string) => {
    const jira = await listeningJira({ profile, world });
    const number = fieldNamed(jira, 'Colour').replace('customfield_', '');
    return { jira, of: (more: string) => jira.admin.get(`/rest/api/2/customFields/${number}/options${more}`) };
  };

  it('are there since 10.3', async () => {
    expect((await (await ofJira('jira-9.12')).of('')).status).toBe(404);
    const { of } = await ofJira('jira-10.3');
    expect((await of('')).body).toEqual({
      total: 2,
      options: [
        { id: 1, value: 'red', disabled: false },
        { id: 2, value: 'blue', disabled: true },
      ],
    });
  });

  it('are those of projects and issue types, or of every context', async () => {
    const { of } = await ofJira('jira-11.3');
    const valuesOf = async (query: string) =>
      ((await of(query)).body as { options: { value: string }[] }).options.map(({ value }) => value);
    expect(await valuesOf('?useAllContexts=true&sortByOptionName=true')).toEqual(['blue', 'green', 'red']);
    expect(await valuesOf('?useAllContexts=true&maxResults=2&page=2')).toEqual(['green']);
    expect(await valuesOf('?useAllContexts=true&query=E')).toEqual(['red', 'blue', 'green']);
    expect(await valuesOf('?projectIds=10000')).toEqual(['green']);
  });

  it('are asked for by the number of a field that has some', async () => {
    const { jira } = await ofJira('jira-10.3');
    const words = fieldNamed(jira, 'Words');
    expect((await jira.admin.get(`/rest/api/2/customFields/${words}/options`)).status).toBe(404);
    const number = words.replace('customfield_', '');
    expect((await jira.admin.get(`/rest/api/2/customFields/${number}/options`)).status).toBe(400);
  });
});
