import { appWithDocument, type Profile } from '@fake-jira/profile';

/**
 * Whether a profile has the app whose API this is. Jira's own API, and the fake's, are always there.
 *
 * @param api the file name of its document without the ending
 */
export function isInstalled(api: string, profile: Profile): boolean {
  const app = appWithDocument(api);
  return app === undefined || (profile[app] !== null && profile[app] !== false);
}
