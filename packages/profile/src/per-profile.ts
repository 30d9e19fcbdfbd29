import type { Profile } from './profile.js';

/**
 * What follows from a profile, made at its first use and remembered as long as the profile is.
 *
 * @example const behaviour = perProfile((profile) => ({ pageSize: Number(answer(profile, 'extender.page-size')) }));
 */
export function perProfile<Made extends object>(make: (profile: Profile) => Made): (profile: Profile) => Made {
  const made = new WeakMap<Profile, Made>();
  return (profile) => {
    const found = made.get(profile) ?? make(profile);
    made.set(profile, found);
    return found;
  };
}
