import { checkWorld } from '@fake-jira/world';
import { testJira, type TestJira } from '../support/jira.js';
import { field, forAll, messageOf, names, reachOf, scheme, schemesOf, to } from './requests.js';

const keep = 'keepExistingConfigurations=true';

function update(jira: TestJira, body: unknown, query?: string, configSchemeId = scheme.browsersInTest) {
  const given = { path: { configSchemeId }, body, ...(query !== undefined && { query }) };
  return messageOf(to(jira, 'extenderUpdateConfigScheme', given));
}

/** The scheme begins with the project TEST and the issue type Bug; the other scheme of its field is the global one. */
type Lists = { readonly projects?: unknown[]; readonly issueTypes?: unknown[] };

/** What a list means, in each of the four manners: the entries after the update. */
const manners: readonly (readonly [
  manner: string,
  given: unknown[] | undefined,
  query: string | undefined,
  projects: string[],
  issueTypes: string[],
])[] = [
  ['absent', undefined, undefined, ['TEST'], ['Bug']],
  ['absent, with keepExistingConfigurations', undefined, keep, ['TEST'], ['Bug']],
  ['empty', [], undefined, [], [forAll]],
  ['empty, with keepExistingConfigurations', [], keep, [], [forAll]],
  ['with entries', ['SHOP', 'OPS'], undefined, ['SHOP', 'OPS'], ['Story', 'Task']],
  [
    'with entries and keepExistingConfigurations',
    ['SHOP', 'OPS'],
    keep,
    ['TEST', 'SHOP', 'OPS'],
    ['Bug', 'Story', 'Task'],
  ],
  [
    'with entries and keepExistingConfigurations=false',
    ['SHOP'],
    'keepExistingConfigurations=false',
    ['SHOP'],
    ['Story'],
  ],
  [
    'with what it has already, and keepExistingConfigurations',
    ['TEST', 'SHOP'],
    keep,
    ['TEST', 'SHOP'],
    ['Bug', 'Story'],
  ],
];

const asIssueTypes: Readonly<Record<string, string>> = { TEST: 'Bug', SHOP: 'Story', OPS: 'Task' };

describe('an update of a scheme', () => {
  for (const [ofProjects, projects, query, projectsAfter] of manners) {
    for (const [ofIssueTypes, issueTypes, otherQuery, , issueTypesAfter] of manners) {
      if (query !== otherQuery) continue;
      it(`whose projects are ${ofProjects}, and whose issue types are ${ofIssueTypes}, changes each on its own`, async () => {
        // Without projects it applies to all, which it takes from the global one.
        const jira = testJira();
        const body: Lists = {
          ...(projects && { projects }),
          ...(issueTypes && { issueTypes: issueTypes.map((key) => asIssueTypes[key as string]) }),
        };
        expect(await update(jira, body, query)).toBe("config scheme id '10101' was changed");
        // That of all issue types is said of schemes for all projects.
        const shown = projectsAfter.length > 0 && issueTypesAfter[0] === forAll ? [] : issueTypesAfter;
        expect((await reachOf(jira, field.browsers))[10101]).toEqual([projectsAfter, shown]);
        expect(jira.root.contexts.get(10101)?.global).toBe(projectsAfter.length === 0);
        expect(checkWorld(jira.root)).toEqual([]);
      });
    }
  }

  it('takes keys and IDs of projects, and names and IDs of issue types, mixed in one list, each once', async () => {
    const jira = testJira();
    await update(jira, { projects: ['TEST', '10001', 10002, 'SHOP'], issueTypes: ['Bug', '10002', 10001, 'Story'] });
    expect((await reachOf(jira, field.browsers))[10101]).toEqual([
      ['TEST', 'SHOP', 'OPS'],
      ['Bug', 'Story'],
    ]);
  });

  it('changes name and description alone, and keeps values and default', async () => {
    const jira = testJira();
    const before = jira.root.contexts.get(10100);
    await update(jira, { schemeName: ' All ', schemeDescription: 'For everybody' }, undefined, scheme.browsers);
    expect(jira.root.contexts.get(10100)).toEqual({ ...before, name: 'All', description: 'For everybody' });
    await update(jira, { schemeDescription: '' }, undefined, scheme.browsers);
    expect((await schemesOf(jira, field.browsers))[0]).toMatchObject({ name: 'All', description: '' });
  });

  it('that is empty changes nothing and says that it did', async () => {
    const jira = testJira();
    const { contexts } = jira.root;
    expect(await update(jira, {})).toBe("config scheme id '10101' was changed");
    expect([...jira.root.contexts.entries()]).toEqual([...contexts.entries()]);
  });

  it('of the global scheme with projects takes from it that it is global', async () => {
    const jira = testJira();
    await update(jira, { projects: ['SHOP'] }, undefined, scheme.browsers);
    expect(jira.root.contexts.get(10100)).toMatchObject({ global: false, projectIds: [10001] });
    // So another one can be.
    await update(jira, { projects: [] });
    expect(jira.root.contexts.get(10101)).toMatchObject({ global: true, projectIds: [] });
    expect(checkWorld(jira.root)).toEqual([]);
  });

  it('with nothing to add leaves a scheme that applies to no project as it is', async () => {
    const jira = testJira({ answers: { 'extender.unknown-reference': 'skipped' } });
    await update(jira, { projects: ['NOPE'] }, keep, scheme.leftOver);
    expect(jira.root.contexts.get(10107)).toMatchObject({ global: false, projectIds: [] });
  });
});

describe('an update of all schemes of a field', () => {
  const updateAll = (jira: TestJira, body: unknown, query?: string, customFieldId = field.browsers) =>
    messageOf(
      to(jira, 'extenderUpdateAllConfigSchemes', {
        path: { customFieldId },
        body,
        ...(query !== undefined && { query }),
      }),
    );

  it('makes the same change to each, in the order of their IDs', async () => {
    const jira = testJira();
    const message = await updateAll(jira, {
      schemeName: 'Same',
      schemeDescription: 'Both',
      issueTypes: ['Story', '10003'],
    });
    expect(message).toBe('config schemes with id 10100, 10101 have been changed');
    const schemes = await schemesOf(jira, field.browsers);
    for (const one of schemes) expect(one).toMatchObject({ name: 'Same', description: 'Both' });
    expect(await reachOf(jira, field.browsers)).toEqual({
      10100: [[], ['Story', nameOf(jira, 10003)]],
      10101: [['TEST'], ['Story', nameOf(jira, 10003)]],
    });
  });

  it('adds to each with keepExistingConfigurations', async () => {
    const jira = testJira();
    await updateAll(jira, { issueTypes: ['Story'] }, keep);
    expect(await reachOf(jira, field.browsers)).toEqual({
      10100: [[], ['Story']],
      10101: [['TEST'], ['Bug', 'Story']],
    });
  });

  it('with projects gives the documented answer where there are two schemes, and the last has the projects', async () => {
    const jira = testJira();
    const body = { schemeName: 'Same', schemeDescription: 'Both', projects: ['SHOP', '10000'], issueTypes: ['10001'] };
    expect(await updateAll(jira, body)).toBe('config schemes with id 10100, 10101 have been changed');
    const schemes = await schemesOf(jira, field.browsers);
    for (const one of schemes) expect(one).toMatchObject({ name: 'Same', description: 'Both' });
    expect(await reachOf(jira, field.browsers)).toEqual({
      10100: [[], ['Bug']],
      10101: [['SHOP', 'TEST'], ['Bug']],
    });
    expect(checkWorld(jira.root)).toEqual([]);
  });

  it('without projects lets each apply to all, and the last has it', async () => {
    const jira = testJira();
    expect(await updateAll(jira, { projects: [] })).toBe('config schemes with id 10100, 10101 have been changed');
    expect((await reachOf(jira, field.browsers))[10101]?.[0]).toEqual([]);
    expect(checkWorld(jira.root)).toEqual([]);
  });

  it('changes none where it cannot change one', async () => {
    const jira = testJira({ answers: { 'extender.second-global': 'refused' } });
    const before = jira.root;
    const refused = await to(jira, 'extenderUpdateAllConfigSchemes', {
      path: { customFieldId: field.browsers },
      body: { schemeName: 'Same', projects: [] },
    });
    expect([refused.status, refused.body]).toEqual([
      400,
      { message: "config scheme '10100' is for all projects already" },
    ]);
    expect(jira.root).toBe(before);
  });

  it('changes nothing of other fields, and nothing where there is no scheme', async () => {
    const jira = testJira();
    const teams = await schemesOf(jira, field.teams);
    await updateAll(jira, { issueTypes: ['Story'] });
    expect(await schemesOf(jira, field.teams)).toEqual(teams);
    for (const id of [10100, 10101])
      await to(jira, 'extenderRemoveConfigScheme', { path: { configSchemeId: String(id) } });
    expect(await updateAll(jira, {})).toBe('config schemes with id  have been changed');
    expect(names(await schemesOf(jira, field.browsers))).toEqual([]);
  });
});

function nameOf({ root }: TestJira, issueTypeId: number): string {
  return root.issueTypes.get(issueTypeId)?.name ?? '';
}
