import type { Profile } from './profile.js';

/**
 * Works something out once for each profile.
 *
 * @example const behaviour = perProfile((profile) => ({ strict: answer(profile, 'jira.unknown-property') === '400' }));
 */
export function perProfile<Found extends object>(workOut: (profile: Profile) => Found): (profile: Profile) => Found {
  const known = new WeakMap<Profile, Found>();
  return (profile) => {
    const found = known.get(profile) ?? workOut(profile);
    known.set(profile, found);
    return found;
  };
}
