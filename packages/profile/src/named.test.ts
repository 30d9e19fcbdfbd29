import { appVersions } from './apps.js';
import { cloudMonths, dataCenterVersions } from './jira-history.js';
import { namedProfile, profileNames } from './named.js';
import { parseProfile } from './parse-profile.js';
import { hasReached, versions } from './versions.js';

describe('the named profiles', () => {
  it('are all, cloud and data-center, some by the version of Jira, and one per version of each app', () => {
    const names = profileNames();
    expect(names.slice(0, 3)).toEqual(['all', 'cloud', 'data-center']);
    for (const app of ['customfieldEditor', 'extender'] as const) {
      const ofApp = app === 'extender' ? 'extender' : 'customfield-editor';
      const own = names.filter((name) => name.startsWith(`${ofApp}-`));
      expect(own).toEqual(appVersions[app].map((version) => `${ofApp}-${version}`));
    }
  });

  it.each([
    ['jira', dataCenterVersions, ['jira-7.13', 'jira-8.4', 'jira-8.20', 'jira-9.12', 'jira-10.3']],
    ['cloud', cloudMonths, ['cloud-2024-05', 'cloud-2025-09', 'cloud-2026-03', 'cloud']],
  ] as const)('by the version of %s have one change between two of them', (product, changes, names) => {
    const reached = names.map((name) =>
      changes.filter((change) => hasReached(versions(namedProfile(name)), product, change)),
    );
    expect(reached).toEqual([0, ...changes.keys()].map((_, at) => changes.slice(0, at)));
  });

  it.each(profileNames())('%s is a profile that could have come from a file', (name) => {
    expect(parseProfile(JSON.parse(JSON.stringify(namedProfile(name))))).toEqual(namedProfile(name));
    expect(namedProfile(name).name).toBe(name);
  });

  it('have on Cloud no app of Data Center, and on Data Center none of Cloud', () => {
    expect(namedProfile('cloud')).toMatchObject({ customfieldEditor: null, extender: null, protectedFields: true });
    expect(namedProfile('data-center')).toMatchObject({ protectedFields: false });
    expect(namedProfile('extender-4.8')).toMatchObject({ protectedFields: false });
  });

  it('have the version that they are named after, on Data Center, with the newest of the rest', () => {
    expect(namedProfile('customfield-editor-2.8')).toMatchObject({
      jira: { deployment: 'data-center' },
      customfieldEditor: '2.8',
      extender: '5.6',
    });
    expect(namedProfile('extender-4.8')).toMatchObject({ extender: '4.8', customfieldEditor: '3.0' });
  });

  it('are suggested when a name is mistyped', () => {
    expect(() => namedProfile('extender-4.9')).toThrow(
      /no profile is named "extender-4.9": did you mean extender-4.\d/,
    );
    expect(() => namedProfile('datacenter')).toThrow('did you mean data-center?');
    expect(() => namedProfile('something else')).toThrow('there are all, cloud, data-center and those by version');
  });
});
