import type { VersionedApp } from './apps.js';
import { appVersions, newestVersion } from './apps.js';
import { nearest } from './nearest.js';
import type { JiraProfile, Profile } from './profile.js';

const dataCenter: JiraProfile = { deployment: 'data-center', version: '9.12.0' };

/** Versions of Data Center in use, so that between two of them stands one that changes something, where one does. */
const jiraVersions = ['7.13', '8.4', '8.20', '9.12', '10.3', '11.3'];

/** The last months before something changed on Cloud. */
const cloudDates = ['2024-05', '2025-09', '2026-03'];

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

/** Customfield Editor and Extender are apps of Data Center, Protected Fields is one of Cloud. */
const onCloud: Profile = {
  ...all,
  name: 'cloud',
  jira: { deployment: 'cloud' },
  customfieldEditor: null,
  extender: null,
};
const onDataCenter: Profile = { ...all, name: 'data-center', jira: dataCenter, protectedFields: false };

const profiles: ReadonlyMap<string, Profile> = new Map(
  [
    all,
    onCloud,
    onDataCenter,
    ...cloudDates.map((date): Profile => ({ ...onCloud, name: `cloud-${date}`, jira: { deployment: 'cloud', date } })),
    ...jiraVersions.map((version): Profile => ({
      ...onDataCenter,
      name: `jira-${version}`,
      jira: { deployment: 'data-center', version: `${version}.0` },
    })),
    ...Object.entries(namesOfApps).flatMap(([name, app]) =>
      appVersions[app].map((version) => ({ ...onDataCenter, name: `${name}-${version}`, [app]: version })),
    ),
  ].map((profile) => [profile.name, profile]),
);

/**
 * The names that `namedProfile` knows: `all`, `cloud`, `data-center`, some of Cloud by month, some of Data Center by
 * version, and one per version of each app.
 */
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
      : `there are ${profileNames().slice(0, 3).join(', ')} and those by version, such as jira-8.20 and extender-4.8`;
  throw new RangeError(`no profile is named "${name}": ${hint}`);
}
