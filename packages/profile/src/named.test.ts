import { appVersions } from './apps.js';
import { namedProfile, profileNames } from './named.js';
import { parseProfile } from './parse-profile.js';

describe('the named profiles', () => {
  it('are all, cloud, data-center and one per version of each app', () => {
    expect(profileNames().slice(0, 3)).toEqual(['all', 'cloud', 'data-center']);
    expect(profileNames()).toHaveLength(3 + appVersions.customfieldEditor.length + appVersions.extender.length);
  });

  it.each(profileNames())('%s is a profile that could have come from a file', (name) => {
    expect(parseProfile(JSON.parse(JSON.stringify(namedProfile(name))))).toEqual(namedProfile(name));
    expect(namedProfile(name).name).toBe(name);
  });

  it('have on Cloud no app of Data Center', () => {
    expect(namedProfile('cloud')).toMatchObject({ customfieldEditor: null, extender: null, protectedFields: false });
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
    expect(() => namedProfile('something else')).toThrow('there are all, cloud, data-center and one per app version');
  });
});
