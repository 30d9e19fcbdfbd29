import type { PlaceOf, Versioned, VersionedApp, VersionOf } from './apps.js';
import { appVersions, compareVersions, placeVersion, rankOf } from './apps.js';
import type { CloudMonth, DataCenterVersion } from './jira-history.js';
import { cloudMonths, dataCenterVersions } from './jira-history.js';
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
  atLeast(version: DataCenterVersion): boolean;
  /** Whether it is Cloud since a month: always for `any` and for Cloud without a date, never for Data Center. */
  cloudSince(month: CloudMonth): boolean;
}

/** The versions of each that change something, in their order. */
export const versionLists: Readonly<Record<Versioned, readonly string[]>> = {
  ...appVersions,
  jira: dataCenterVersions,
  cloud: cloudMonths,
};

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

/**
 * Whether a version of something is reached.
 *
 * @returns undefined where the profile does not have it: the app is not installed, or it is no Cloud
 * @throws {RangeError} for what has no versions, and for a version that its list does not have
 * @example hasReached(versions(profile), 'cloud', '2026-04')
 */
export function hasReached(installed: Versions, product: string, version: string): boolean | undefined {
  if (!isVersioned(product)) {
    throw new RangeError(`"${product}" has no versions: use ${Object.keys(versionLists).join(', ')}`);
  }
  if (!versionLists[product].includes(version)) {
    throw new RangeError(`${version} is not in the list of versions of ${product}`);
  }
  if (product === 'jira') return installed.jira.atLeast(version as DataCenterVersion);
  if (product === 'cloud') {
    return installed.jira.has('cloud') ? installed.jira.cloudSince(version as CloudMonth) : undefined;
  }
  return installed[product].installed ? installed[product].atLeast(version as never) : undefined;
}

/** Whether a text names what has versions. */
export function isVersioned(text: string): text is Versioned {
  return Object.hasOwn(versionLists, text);
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
    cloudSince: (month) =>
      jira.deployment === 'any' || (jira.deployment === 'cloud' && (jira.date === undefined || jira.date >= month)),
  };
}
