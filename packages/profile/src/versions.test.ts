import { namedProfile } from './named.js';
import { answer } from './profile.js';
import type { Profile } from './profile.js';
import { hasReached, versions } from './versions.js';

function versionsWith(changes: Partial<Profile>): ReturnType<typeof versions> {
  return versions({ ...namedProfile('data-center'), ...changes });
}

describe('the versions of a profile', () => {
  it('tell whether a version is reached, by the order of the list', () => {
    const { extender, customfieldEditor } = versionsWith({ extender: '4.16', customfieldEditor: '2.7.0' });
    expect(extender.atLeast('4.8')).toBe(true);
    expect(extender.atLeast('4.17')).toBe(false);
    expect(extender.place).toBe('4.8');
    expect(customfieldEditor.atLeast('2.5.4')).toBe(true);
    expect(customfieldEditor.atLeast('2.8')).toBe(false);
  });

  it('have 1.65 of Extender between 1.6 and 1.7.2', () => {
    expect(versionsWith({ extender: '1.65' }).extender.atLeast('1.6')).toBe(true);
    expect(versionsWith({ extender: '1.65' }).extender.atLeast('1.7.2')).toBe(false);
    expect(versionsWith({ extender: '1.7.2' }).extender.atLeast('1.65')).toBe(true);
  });

  it('reach nothing before the first version, though the app is installed', () => {
    const { extender } = versionsWith({ extender: 'before' });
    expect(extender).toMatchObject({ installed: true, place: 'before' });
    expect(extender.atLeast('1.1.1')).toBe(false);
  });

  it('reach nothing where the app is not installed', () => {
    const { extender } = versionsWith({ extender: null });
    expect(extender).toMatchObject({ installed: false, place: null });
    expect(extender.atLeast('1.1.1')).toBe(false);
  });

  it("compare Data Center's version by number, and have Cloud newer than all of them", () => {
    const jira = (version: string): boolean =>
      versionsWith({ jira: { deployment: 'data-center', version } }).jira.atLeast('8.16');
    expect([jira('8.9.0'), jira('8.16.0'), jira('9.12.0')]).toEqual([false, true, true]);
    expect(versionsWith({ jira: { deployment: 'cloud' } }).jira.atLeast('8.16')).toBe(true);
  });

  it('compare the month of Cloud, which is the newest without one, and never reach one on Data Center', () => {
    const since = (jira: Profile['jira']) => versionsWith({ jira }).jira.cloudSince('2026-04');
    expect(since({ deployment: 'cloud', date: '2026-03' })).toBe(false);
    expect(since({ deployment: 'cloud', date: '2026-03-31' })).toBe(false);
    expect(since({ deployment: 'cloud', date: '2026-04' })).toBe(true);
    expect(since({ deployment: 'cloud', date: '2026-04-01' })).toBe(true);
    expect(since({ deployment: 'cloud' })).toBe(true);
    expect(since({ deployment: 'any' })).toBe(true);
    expect(since({ deployment: 'data-center', version: '11.3.0' })).toBe(false);
  });

  it('are asked by name as well, and say nothing of what is not there', () => {
    const asked = versionsWith({ extender: null });
    expect(hasReached(asked, 'jira', '8.16')).toBe(true);
    expect(hasReached(asked, 'jira', '10.3')).toBe(false);
    expect(hasReached(asked, 'cloud', '2026-04')).toBeUndefined();
    expect(hasReached(asked, 'extender', '4.2')).toBeUndefined();
    expect(() => hasReached(asked, 'jira', '8.17')).toThrow('8.17 is not in the list of versions of jira');
    expect(() => hasReached(asked, 'confluence', '8')).toThrow('"confluence" has no versions: use customfieldEditor');
  });

  it('have both deployments for any', () => {
    const { jira } = versions(namedProfile('all'));
    expect([jira.has('cloud'), jira.has('data-center')]).toEqual([true, true]);
    expect(versions(namedProfile('cloud')).jira.has('data-center')).toBe(false);
  });
});

describe('the address of Protected Fields', () => {
  it('is the usual one, the one that the profile has, or none', () => {
    const of = (protectedFields: Profile['protectedFields']) =>
      versions({ ...namedProfile('all'), protectedFields }).protectedFields;
    expect(of(true)).toEqual({ installed: true, address: '/rest/protected-fields/1/values' });
    expect(of({ address: '/rest/x' })).toEqual({ installed: true, address: '/rest/x' });
    expect(of(false)).toEqual({ installed: false, address: null });
  });
});

describe('the answer of a profile', () => {
  it('is its own, or the default of the question', () => {
    expect(answer(namedProfile('all'), 'jira.bare-field-id')).toBe('400');
    expect(answer({ answers: { 'jira.bare-field-id': '404' } }, 'jira.bare-field-id')).toBe('404');
  });
});
