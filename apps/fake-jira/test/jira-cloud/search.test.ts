import {
  fieldNamed,
  fieldPath,
  listeningJira,
  newContext,
  newField,
  projectIdOf,
  read,
  refusalOf,
  type Page,
} from '../support/field-steps.js';
import type { TestJira } from '../support/jira.js';

interface FoundField {
  readonly id: string;
  readonly name: string;
  readonly [property: string]: unknown;
}

async function search(jira: TestJira, query: string): Promise<readonly FoundField[]> {
  return (await read<Page<FoundField>>(jira.admin, `${fieldPath}/search?type=custom&maxResults=100&${query}`)).values;
}

async function searchTrash(jira: TestJira, query = ''): Promise<readonly FoundField[]> {
  return (await read<Page<FoundField>>(jira.admin, `${fieldPath}/search/trashed?maxResults=100&${query}`)).values;
}

const namesOf = (fields: readonly FoundField[]) => fields.map(({ name }) => name);

describe('a search for fields', () => {
  it('finds every custom field in use, by id, and none of the trash', async () => {
    const jira = await listeningJira();
    const fields = await search(jira, '');
    expect(fields).toHaveLength([...jira.root.fields.values()].filter(({ trashed }) => !trashed).length);
    expect(namesOf(fields).slice(0, 3)).toEqual(['Browsers', 'Animals', 'Teams']);
    expect(namesOf(fields)).not.toContain('Old rating');
  });

  it('shows id, name, description and schema of a field, and no more unless asked', async () => {
    const jira = await listeningJira();
    const id = fieldNamed(jira, 'Approvers');
    expect(await search(jira, `id=${id}`)).toEqual([
      {
        id,
        name: 'Approvers',
        description: 'Kept by the administrators',
        schema: {
          type: 'array',
          items: 'user',
          custom: 'com.atlassian.jira.plugin.system.customfieldtypes:multiuserpicker',
          customId: Number(id.replace('customfield_', '')),
        },
      },
    ]);
  });

  it('finds fields by ids, and passes over ids that nothing has', async () => {
    const jira = await listeningJira();
    const [teams, animals] = [fieldNamed(jira, 'Teams'), fieldNamed(jira, 'Animals')];
    const found = await search(jira, `id=${teams}&id=${animals}&id=customfield_99999&id=nonsense`);
    expect(namesOf(found)).toEqual(['Animals', 'Teams']);
  });

  it('refuses the id of a system field', async () => {
    const jira = await listeningJira();
    const answer = await jira.admin.get(`${fieldPath}/search?type=custom&id=summary`);
    expect(refusalOf(answer)).toEqual([400, 'Only custom fields can be queried.']);
  });

  it('refuses to look for system fields', async () => {
    const jira = await listeningJira();
    const answer = await jira.admin.get(`${fieldPath}/search?type=system`);
    expect(refusalOf(answer)).toEqual([400, 'Only custom fields can be queried.']);
  });

  it.each([
    ['a part of the name', 'rowse', ['Browsers']],
    ['a name in another case', 'BROWSERS', ['Browsers']],
    ['a part of the description', 'whose bowl', ['Animals']],
    ['a description in another case', 'WHO WORKS ON IT', ['Teams']],
    ['name or description', 'customer', ['Customer']],
    ['nothing', 'no field says this', []],
    ['signs that a pattern would mean something by', '.*', []],
  ])('finds fields by %s', async (_what, query, names) => {
    const jira = await listeningJira();
    expect(namesOf(await search(jira, `query=${encodeURIComponent(query)}`))).toEqual(names);
  });

  it('finds only what fits ids and query alike', async () => {
    const jira = await listeningJira();
    const ids = `id=${fieldNamed(jira, 'Teams')}&id=${fieldNamed(jira, 'Animals')}`;
    expect(namesOf(await search(jira, `${ids}&query=bowl`))).toEqual(['Animals']);
  });

  it('finds a field under its new name once it is renamed', async () => {
    const jira = await listeningJira();
    const id = fieldNamed(jira, 'Teams');
    expect((await jira.admin.put(`${fieldPath}/${id}`, { name: 'Crews' })).status).toBe(204);
    expect(namesOf(await search(jira, 'query=crews'))).toEqual(['Crews']);
    expect(namesOf(await search(jira, 'query=teams'))).toEqual([]);
  });

  it('is for administrators', async () => {
    const jira = await listeningJira();
    expect(refusalOf(await jira.bob.get(`${fieldPath}/search`))).toEqual([
      403,
      'Only Jira administrators can access fields.',
    ]);
    expect((await jira.anonymous.get(`${fieldPath}/search`)).status).toBe(401);
  });
});

describe('what a search tells with `expand`', () => {
  it.each([
    ['key', 'Team', 'example-add-on__team'],
    ['isLocked', 'Approvers', true],
    ['isLocked', 'Browsers', false],
    ['screensCount', 'Teams', 2],
    ['screensCount', 'Browsers', 1],
    ['contextsCount', 'Browsers', 2],
    ['projectsCount', 'Browsers', 3],
    ['projectsCount', 'Platforms', 1],
    [
      'lastUsed',
      'Customer',
      { type: 'TRACKED', value: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+0000$/) as unknown },
    ],
    ['lastUsed', 'Platforms', { type: 'TRACKED', value: expect.any(String) as unknown }],
  ])('is %s: of %s %j', async (property, name, value) => {
    const jira = await listeningJira();
    const [field] = await search(jira, `id=${fieldNamed(jira, name)}&expand=${property}`);
    expect(field?.[property]).toEqual(value);
  });

  it('is the searcher of a field that has one', async () => {
    const jira = await listeningJira();
    const searcherKey = 'com.atlassian.jira.plugin.system.customfieldtypes:numberrange';
    const [one, other] = [await newField(jira, 'float', { searcherKey }), await newField(jira, 'float')];
    const found = await search(jira, `id=${one}&id=${other}&expand=searcherKey`);
    expect(found.map((field) => field.searcherKey)).toEqual([searcherKey, undefined]);
  });

  it('is no date for a field that nobody used', async () => {
    const jira = await listeningJira();
    const [field] = await search(jira, `id=${await newField(jira)}&expand=lastUsed`);
    expect(field?.lastUsed).toEqual({ type: 'NO_INFORMATION' });
  });

  it('can be several things, separated by commas', async () => {
    const jira = await listeningJira();
    const all = 'key,lastUsed,screensCount,contextsCount,projectsCount,isLocked';
    const [field] = await search(jira, `id=${fieldNamed(jira, 'Browsers')}&expand=${all}`);
    expect(Object.keys(field ?? {})).toEqual(expect.arrayContaining(all.split(',')));
  });
});

const keys = ['name', 'lastUsed', 'screensCount', 'contextsCount', 'projectsCount'] as const;

/** The value by which a field is sorted, as the search itself tells it. */
function keyOf(field: FoundField, key: (typeof keys)[number]): string | number {
  if (key === 'name') return field.name.toLowerCase();
  if (key === 'lastUsed') return (field.lastUsed as { value?: string }).value ?? '';
  return field[key] as number;
}

describe('the order of a search', () => {
  /** Fields whose counts differ, some of them equal, with names that stand in another order than their ids. */
  async function jiraWithVariety(): Promise<TestJira> {
    const jira = await listeningJira();
    const id = await newField(jira, 'select', { name: 'aardvarks' });
    await newContext(jira, id, { name: 'One', projectIds: [projectIdOf(jira, 'TEST')] });
    await newContext(jira, id, { name: 'Two', projectIds: [projectIdOf(jira, 'OPS')] });
    return jira;
  }

  it.each(
    keys.flatMap((key) => [
      [key, key, 1] as const,
      [key, `-${key}`, -1] as const,
      [key, `%2B${key}`, 1] as const,
      [key, `+${key}`, 1] as const,
    ]),
  )('goes by %s with orderBy=%s', async (key, orderBy, direction) => {
    const jira = await jiraWithVariety();
    const all = await search(jira, 'expand=lastUsed,screensCount,contextsCount,projectsCount');
    const found = await search(jira, `expand=lastUsed,screensCount,contextsCount,projectsCount&orderBy=${orderBy}`);
    const compare = (a: FoundField, b: FoundField) => {
      const [one, other] = [keyOf(a, key), keyOf(b, key)];
      return direction * (one < other ? -1 : one > other ? 1 : 0);
    };
    // A stable sort of what is sorted by id: ties stand by id in both directions.
    expect(namesOf(found)).toEqual(namesOf([...all].sort(compare)));
    expect(new Set(all.map((field) => keyOf(field, key))).size).toBeGreaterThan(1);
  });

  it('cannot be one that the list does not know', async () => {
    const jira = await listeningJira();
    const [status, sentence] = refusalOf(await jira.admin.get(`${fieldPath}/search?orderBy=trashDate`));
    expect([status, sentence]).toEqual([
      400,
      expect.stringMatching(/^orderBy must be one of contextsCount, -contextsCount,/),
    ]);
  });
});

describe('a search in the trash', () => {
  /** Three fields put into the trash a minute after each other. */
  async function jiraWithTrash(): Promise<TestJira> {
    const jira = await listeningJira();
    for (const name of ['Keywords', 'Customer', 'Severity']) {
      jira.clock.advance(60_000);
      expect((await jira.admin.post(`${fieldPath}/${fieldNamed(jira, name)}/trash`)).status).toBe(200);
    }
    return jira;
  }

  it('finds the fields in the trash, with who put them there, when, and when they will be gone', async () => {
    const jira = await jiraWithTrash();
    const fields = await searchTrash(jira);
    expect(namesOf(fields).sort()).toEqual(['Customer', 'Keywords', 'Old rating', 'Severity']);
    expect(fields.find(({ name }) => name === 'Keywords')).toMatchObject({
      key: fieldNamed(jira, 'Keywords'),
      trashedDate: '2026-01-15T12:01:00.000+0000',
      trashedBy: { displayName: 'Ada Admin', emailAddress: 'admin@example.com' },
      plannedDeletionDate: '2026-03-16T12:01:00.000+0000',
    });
  });

  it('finds by ids and by a part of name or description', async () => {
    const jira = await jiraWithTrash();
    expect(namesOf(await searchTrash(jira, 'query=REPORTED'))).toEqual(['Customer']);
    const ids = [fieldNamed(jira, 'Keywords'), fieldNamed(jira, 'Teams'), 'customfield_1'];
    expect(namesOf(await searchTrash(jira, ids.map((id) => `id=${id}`).join('&')))).toEqual(['Keywords']);
    const answer = await jira.admin.get(`${fieldPath}/search/trashed?id=summary`);
    expect(refusalOf(answer)).toEqual([400, 'Only custom fields can be queried.']);
  });

  it.each([
    ['name', ['Customer', 'Keywords', 'Severity']],
    ['trashDate', ['Keywords', 'Customer', 'Severity']],
    ['plannedDeletionDate', ['Keywords', 'Customer', 'Severity']],
    ['projectsCount', ['Severity', 'Customer', 'Keywords']],
  ])('goes by %s, forwards and backwards', async (key, names) => {
    const jira = await jiraWithTrash();
    if (key === 'projectsCount') {
      // Only counts that differ show an order.
      const counted = await jiraWithCounts();
      expect(namesOf(await searchTrash(counted, `orderBy=${key}`))).toEqual(['None', 'One', 'All']);
      expect(namesOf(await searchTrash(counted, `orderBy=-${key}`))).toEqual(['All', 'One', 'None']);
      return;
    }
    const ids = names.map((name) => `id=${fieldNamed(jira, name)}`).join('&');
    for (const sign of ['', '+', '%2B'])
      expect(namesOf(await searchTrash(jira, `${ids}&orderBy=${sign}${key}`))).toEqual(names);
    expect(namesOf(await searchTrash(jira, `${ids}&orderBy=-${key}`))).toEqual(names.toReversed());
  });

  async function jiraWithCounts(): Promise<TestJira> {
    const projects = [{ key: 'ONE' }, { key: 'TWO' }];
    const fields = [
      { name: 'All', type: 'select', trashed: true },
      { name: 'None', type: 'select', trashed: true, contexts: [{ name: 'Left over', unattached: true }] },
      { name: 'One', type: 'select', trashed: true, contexts: [{ name: 'Only ONE', projects: ['ONE'] }] },
    ];
    return listeningJira({
      world: { projects, fields, users: [{ name: 'admin', groups: ['jira-system-administrators'] }] },
    });
  }
});
