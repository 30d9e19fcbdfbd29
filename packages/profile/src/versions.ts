import type { PlaceOf, VersionedApp, VersionOf } from './apps.js';
import { compareVersions, placeVersion, rankOf } from './apps.js';
import type { JiraProfile, Profile } from './profile.js';
import { protectedFieldsAddress } from './protected-fields.js';

/** What a handler asks about an installed app. */
export interface InstalledApp<App extends VersionedApp> {
  readonly installed: boolean;
  /** The entry of the app's list that this version behaves as; null when it is not installed. */
  readonly place: PlaceOf<App> | null;
  /** Whether the app is installed in this version or a later one. */
  atLeast(version: VersionOf<App>): boolean;
}

/** What a handler asks about Jira itself. */
export interface InstalledJira {
  readonly deployment: JiraProfile['deployment'];
  /** Whether what `deployment` has is here: always for `any`. */
  has(deployment: 'cloud' | 'data-center'): boolean;
  /** Whether a Data Center version has been reached. Cloud and `any` are newer than all of them. */
  atLeast(dataCenterVersion: string): boolean;
}

/** The versions of a profile. */
export interface Versions {
  readonly jira: InstalledJira;
  readonly customfieldEditor: InstalledApp<'customfieldEditor'>;
  readonly extender: InstalledApp<'extender'>;
  readonly protectedFields: {
    readonly installed: boolean;
    /** Where its API stands; null where it is not installed. */
    readonly address: string | null;
  };
}

/**
 * The versions of a profile, ready to be asked. Cheap, but made once per profile rather than once per request.
 *
 * @throws {RangeError} when the profile, not read by `parseProfile`, holds a text that is no version
 * @example versions(profile).extender.atLeast('2.20')
 */
export function versions(profile: Profile): Versions {
  const address = protectedFieldsAddress(profile);
  return {
    jira: installedJira(profile.jira),
    customfieldEditor: installedApp('customfieldEditor', profile.customfieldEditor),
    extender: installedApp('extender', profile.extender),
    protectedFields: { installed: address !== null, address },
  };
}

function installedApp<App extends VersionedApp>(app: App, version: string | null): InstalledApp<App> {
  const place = version === null ? null : placeVersion(app, version);
  const rank = place === null ? -Infinity : rankOf(app, place);
  return { installed: place !== null, place, atLeast: (wanted) => rank >= rankOf(app, wanted) };
}

function installedJira(jira: JiraProfile): InstalledJira {
  return {
    deployment: jira.deployment,
    has: (deployment) => jira.deployment === 'any' || jira.deployment === deployment,
    atLeast: (wanted) => jira.deployment !== 'data-center' || compareVersions(jira.version, wanted) >= 0,
  };
}
