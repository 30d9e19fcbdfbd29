import type { Profile } from './profile.js';

/**
 * Where the API of Protected Fields stands unless a profile says otherwise. Assumed: its document says no more than
 * "the URL available on your API page".
 */
export const protectedFieldsDefaultAddress = '/rest/protected-fields/1/values';

const form = /^\/rest(\/[A-Za-z0-9._~-]+)+$/;
const taken = ['/rest/api', '/rest/jiracustomfieldeditorplugin', '/rest/extender', '/rest/plugins'];

/** Whether the API can stand at an address: below `/rest/`, and in no other API's way. */
export function isFreeAddress(address: string): boolean {
  const lower = address.toLowerCase();
  return form.test(address) && !taken.some((other) => lower === other || lower.startsWith(`${other}/`));
}

/** Where the API of Protected Fields stands; null where the app is not installed. */
export function protectedFieldsAddress({ protectedFields }: Pick<Profile, 'protectedFields'>): string | null {
  if (typeof protectedFields === 'object') return protectedFields.address;
  return protectedFields ? protectedFieldsDefaultAddress : null;
}
