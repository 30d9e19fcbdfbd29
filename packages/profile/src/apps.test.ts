import { appVersions, compareVersions, newestVersion, placeVersion } from './apps.js';
import type { VersionedApp } from './apps.js';

describe('the place of a version in the list of its app', () => {
  it('is the entry itself for every version that the list names', () => {
    for (const app of Object.keys(appVersions) as VersionedApp[]) {
      for (const entry of appVersions[app]) expect(placeVersion(app, entry)).toBe(entry);
      expect(newestVersion(app)).toBe(appVersions[app].at(-1));
    }
  });

  it.each([
    ['customfieldEditor', '2.7', '2.5.4'],
    ['customfieldEditor', '2.7.0', '2.5.4'],
    ['customfieldEditor', '2.9', '2.8'],
    ['customfieldEditor', '1.2.0', '1.2'],
    ['customfieldEditor', '4.0', '3.0'],
    ['extender', '4.16', '4.8'],
    ['extender', '4.9', '4.8'],
    ['extender', '1.6.5', '1.65'],
    ['extender', '1.6.9', '1.65'],
    ['extender', '1.7.0', '1.65'],
    ['extender', '1.7.9', '1.7.3'],
    ['extender', '2.3', '1.7.3'],
    ['extender', '5.6.1', '5.6'],
  ] as const)('of %s %s is %s, the entry before it', (app, version, place) => {
    expect(placeVersion(app, version)).toBe(place);
  });

  it('is before the first entry for an older version, and for the word', () => {
    expect(placeVersion('extender', '1.0')).toBe('before');
    expect(placeVersion('customfieldEditor', 'before')).toBe('before');
  });

  it('is refused to what is no version, with what to write', () => {
    expect(() => placeVersion('extender', 'latest')).toThrow(
      '"latest" is no version of extender: write numbers with dots, such as "5.6", or "before"',
    );
  });
});

describe('the comparison of versions', () => {
  it('goes by number, part by part', () => {
    expect(compareVersions('2.10', '2.8')).toBeGreaterThan(0);
    expect(compareVersions('8.16', '8.16.0')).toBe(0);
    expect(compareVersions('8.15.9', '8.16')).toBeLessThan(0);
  });
});
