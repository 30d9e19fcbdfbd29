import { parseWorldFile, worldFileText, type WorldFile } from '@fake-jira/fixtures';
import { presetsHere, profilesHere, timeout, worldOf } from './support/seeding-cases.js';
import { captureFrom, differences, fake } from './support/seeding.js';

/** A world of a file, as the fake reads it from the disk. */
function asWritten(file: WorldFile): WorldFile {
  return parseWorldFile(worldFileText(file, 'yaml'), { name: 'captured.yaml' });
}

describe.each(profilesHere)('capture from %s', (profile) => {
  it.each(presetsHere)(
    'of the world %s makes a file from which a fake is captured as the same file',
    async (preset) => {
      const first = await captureFrom((await fake({ profile, world: await worldOf(preset) })).url);
      const second = await captureFrom((await fake({ profile, world: asWritten(first.file) })).url);
      const { fields: fieldsBefore = [], ...before } = first.file;
      const { fields = [], ...after } = second.file;
      expect(after).toEqual(before);
      expect(differences(fields, fieldsBefore)).toEqual([]);
      expect(worldFileText(second.file, 'yaml') === worldFileText(first.file, 'yaml')).toBe(true);
    },
    timeout,
  );

  it('only asks: every request is a GET', async () => {
    const jira = await fake({ profile, world: 'demo' });
    const before = jira.world();
    await captureFrom(jira.url);
    expect(new Set(jira.journal().map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(jira.world().fields).toBe(before.fields);
  });

  it('has the components of a project, with what they are for', async () => {
    const components = [{ name: 'Client', id: 10_500, description: 'What people see' }];
    const jira = await fake({ profile, world: { projects: [{ key: 'TEST', components }] } });
    expect((await captureFrom(jira.url)).file.projects).toMatchObject([{ key: 'TEST', components }]);
  });

  it('reads no issue', async () => {
    const jira = await fake({ profile, world: 'demo' });
    const { file } = await captureFrom(jira.url);
    expect(file.issues).toBeUndefined();
    expect(jira.journal().filter(({ path }) => /\/issue\/|\/search\?jql/.test(path))).toEqual([]);
  });
});

describe('people in a captured world', () => {
  const world: WorldFile = {
    users: [
      { name: 'admin', displayName: 'Ada Admin', groups: ['jira-system-administrators', 'jira-administrators'] },
      {
        name: 'jdoe',
        displayName: 'Jane Doe',
        email: 'jane.doe@corp.test',
        groups: ['support'],
        timeZone: 'Europe/Berlin',
      },
    ],
    projects: [{ key: 'TEST', name: 'Test', lead: 'jdoe' }],
    fields: [
      { name: 'Tester', type: 'userpicker', contexts: [{ default: 'jdoe' }] },
      { name: 'Browsers', type: 'select', permissions: { users: ['jdoe'], groups: ['support'] } },
    ],
  };

  it.each(['cloud', 'data-center', 'all'])(
    'have other names, the same ones each time, in all places (%s)',
    async (profile) => {
      const jira = await fake({ profile, world });
      const { file } = await captureFrom(jira.url);
      const text = worldFileText(file, 'yaml');
      expect(text).not.toMatch(/jane|doe|corp\.test/i);
      const made = file.users?.find(({ groups }) => groups?.includes('support'));
      expect(made).toMatchObject({ email: expect.stringMatching(/@pseudonym\.example$/), timeZone: 'Europe/Berlin' });
      expect(file.projects?.[0]?.lead).toBe(made?.name);
      expect((await captureFrom(jira.url)).file).toEqual(file);
    },
  );

  it('lets whoever captured sign in as admin', async () => {
    const first = await fake({ profile: 'cloud', world });
    const { file } = await captureFrom(first.url);
    const second = await fake({ profile: 'cloud', world: file });
    expect((await captureFrom(second.url)).file).toEqual(file);
  });

  it('keep their names where that is asked for', async () => {
    const jira = await fake({ profile: 'data-center', world });
    const { file } = await captureFrom(jira.url, { keepPersonalData: true });
    expect(file.users).toContainEqual({
      name: 'jdoe',
      displayName: 'Jane Doe',
      email: 'jane.doe@corp.test',
      groups: ['support'],
      timeZone: 'Europe/Berlin',
    });
    expect(file.fields?.find(({ name }) => name === 'Browsers')?.permissions).toEqual({
      users: ['jdoe'],
      groups: ['support'],
    });
  });
});

describe('what a captured file says', () => {
  it('has the ids of the target, and without them only where two things have one name', async () => {
    const world: WorldFile = {
      projects: [{ key: 'TEST', name: 'Test' }],
      fields: [
        { name: 'Twin', type: 'select', id: 10500, contexts: [{ options: ['a'] }] },
        { name: 'Twin', type: 'select', id: 10600, contexts: [{ options: ['b'] }] },
        { name: 'Single', type: 'select', id: 10700, contexts: [{ id: 10900, options: [{ value: 'c', id: 10950 }] }] },
      ],
    };
    const { url } = await fake({ profile: 'cloud', world });
    const single = { name: 'Single', id: 10700, contexts: [{ id: 10900, options: [{ value: 'c', id: 10950 }] }] };
    expect((await captureFrom(url)).file.fields?.[2]).toMatchObject(single);
    const { file } = await captureFrom(url, { ids: false });
    expect(file.fields?.map(({ id }) => id)).toEqual([10500, 10600, undefined]);
    expect(file.fields?.[2]?.contexts?.[0]).toEqual({
      name: 'Default Configuration Scheme for Single',
      options: ['c'],
    });
    expect(() => asWritten(file)).not.toThrow();
  });

  it('says which default values a Data Center does not show', async () => {
    const { url } = await fake({ profile: 'data-center', world: 'tiny' });
    expect((await captureFrom(url)).leftOut).toEqual([
      {
        what: 'the default value, if any, of 1 context with options',
        why: 'the target shows it only to who has a grant in Customfield Editor',
      },
    ]);
  });

  it('has the default values that the caller may see on a Data Center', async () => {
    const world: WorldFile = {
      fields: [
        { name: 'B', type: 'select', permissions: { users: ['admin'] }, contexts: [{ options: ['x'], default: 'x' }] },
      ],
    };
    const { url } = await fake({ profile: 'data-center', world });
    expect((await captureFrom(url)).file.fields?.[0]?.contexts?.[0]?.default).toBe('x');
  });
});
