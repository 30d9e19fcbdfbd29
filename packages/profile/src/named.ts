import type { VersionedApp } from './apps.js';
import { appVersions, newestVersion } from './apps.js';
import { nearest } from './nearest.js';
import type { JiraProfile, Profile } from './profile.js';

const dataCenter: JiraProfile = { deployment: 'data-center', version: '9.12.0' };

const namesOfApps = { 'customfield-editor': 'customfieldEditor', extender: 'extender' } as const satisfies Record<
  string,
  VersionedApp
>;

const all: Profile = {
  name: 'all',
  jira: { deployment: 'any' },
  customfieldEditor: newestVersion('customfieldEditor'),
  extender: newestVersion('extender'),
  protectedFields: true,
  answers: {},
  evidence: {},
};

const profiles: ReadonlyMap<string, Profile> = new Map(
  [
    all,
    {
      ...all,
      name: 'cloud',
      jira: { deployment: 'cloud' } as const,
      customfieldEditor: null,
      extender: null,
      protectedFields: false,
    },
    { ...all, name: 'data-center', jira: dataCenter },
    ...Object.entries(namesOfApps).flatMap(([name, app]) =>
      appVersions[app].map((version) => ({ ...all, name: `${name}-${version}`, jira: dataCenter, [app]: version })),
    ),
  ].map((profile) => [profile.name, profile]),
);

/** The names that `namedProfile` knows: `all`, `cloud`, `data-center`, and one per version of each app. */
export function profileNames(): string[] {
  return [...profiles.keys()];
}

/**
 * A profile by its name. One that is named after a version of an app has that version on Data Center, and the newest
 * of everything else.
 *
 * @throws {RangeError} when there is none of that name; the message names the nearest ones
 * @example namedProfile('extender-4.8').extender; // '4.8'
 */
export function namedProfile(name: string): Profile {
  const found = profiles.get(name);
  if (found !== undefined) return found;
  const near = nearest(name, profileNames());
  const hint =
    near.length > 0
      ? `did you mean ${near.join(', ')}?`
      : `there are ${profileNames().slice(0, 3).join(', ')} and one per app version, such as extender-4.8`;
  throw new RangeError(`no profile is named "${name}": ${hint}`);
}
