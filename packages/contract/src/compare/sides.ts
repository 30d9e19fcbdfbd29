import type { Profile, VersionedApp } from '@fake-jira/profile';
import type { Recording } from '../record/recording.js';

/** One of the two that are compared: what it is called, what it was, where and when. */
export interface Side {
  /** As whoever compares calls it: a folder, an address; else the name of its profile. */
  readonly name: string;
  readonly profile: string;
  /** In words: `Data Center 9.12.0, Extender 2.20`. */
  readonly versions: string;
  /** Of the instance; null where the recording does not say it. */
  readonly url: string | null;
  /** ISO 8601, UTC; null where the recording does not say it. */
  readonly at: string | null;
}

/** What there is to say of a recording beside its answers. */
export function sideOf({ profile, taken }: Recording, name = profile.name): Side {
  return { name, profile: profile.name, versions: versionsOf(profile), url: taken?.url ?? null, at: taken?.at ?? null };
}

/** A side in one line: `recordings/2026-11 (all, Data Center 9.12.0 of https://jira.example.com, 2026-11-28)`. */
export function sideText({ name, profile, versions, url, at }: Side): string {
  const named = name === profile ? [] : [profile];
  const where = url === null || url === name ? '' : ` of ${url}`;
  return `${name} (${[...named, versions + where, ...(at === null ? [] : [at.slice(0, 16).replace('T', ' ')])].join(', ')})`;
}

function versionsOf(profile: Profile): string {
  const { jira, protectedFields } = profile;
  const base =
    jira.deployment === 'cloud'
      ? `Cloud of ${jira.date}`
      : jira.deployment === 'any'
        ? 'Jira of any kind'
        : `Data Center ${jira.version}`;
  const installed = (Object.keys(titles) as VersionedApp[]).flatMap((app) => {
    const version = profile[app];
    return version === null ? [] : [`${titles[app]} ${version}`];
  });
  return [base, ...installed, ...(protectedFields ? ['Protected Fields'] : [])].join(', ');
}

const titles: Readonly<Record<VersionedApp, string>> = {
  customfieldEditor: 'Customfield Editor',
  extender: 'Extender',
};
