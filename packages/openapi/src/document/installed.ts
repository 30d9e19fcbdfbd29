import type { Profile } from '@fake-jira/profile';

/**
 * Whether a profile has the app whose API this is. Jira's own API, and the fake's, are always there.
 *
 * @param api the file name of its document without the ending
 */
export function isInstalled(api: string, profile: Profile): boolean {
  switch (api) {
    case 'customfield-editor':
      return profile.customfieldEditor !== null;
    case 'extender':
      return profile.extender !== null;
    case 'protected-fields':
      return profile.protectedFields !== false;
    default:
      return true;
  }
}
