import { resolve } from 'node:path';
import { checkAddresses } from '@fake-jira/openapi';
import { namedProfile, parseProfile, ProfileError, profileNames, type Profile } from '@fake-jira/profile';
import { isFile, knownName, readText, unreadable } from './file.js';
import { partOf } from './twin.js';
import { UsageError } from './usage-error.js';

/**
 * A profile as people give it: by its name, or by the path of a file or twin.
 *
 * @param folder - where the path begins
 * @throws UsageError with every mistake of the file, or the names that are like the one that there is not
 */
export async function readProfile(given: string, folder = '.'): Promise<Profile> {
  if (!isFile(given, folder)) return namedProfile(knownName('profile', given, profileNames()));
  const value = partOf(given, 'profile', folder);
  const { parse, YAMLParseError } = await import('yaml');
  try {
    return checkAddresses(parseProfile(parse(readText(resolve(folder, value)), { logLevel: 'error' })));
  } catch (error) {
    if (error instanceof YAMLParseError && error.code === 'RESOURCE_EXHAUSTION')
      throw new UsageError(`${value}: too many lists and objects stand in each other.`);
    if (error instanceof ProfileError || error instanceof YAMLParseError)
      throw new UsageError(`${value}: ${error.message}`);
    throw unreadable(value, error);
  }
}

/**
 * A profile as a program gives it: also what a file of it says.
 *
 * @throws UsageError, and ProfileError with every mistake of an object
 */
export async function profileGiven(value: string | Profile, folder?: string): Promise<Profile> {
  if (typeof value === 'string') return readProfile(value, folder);
  const parsed = checkAddresses(parseProfile(value));
  // Itself where nothing is left out: what is worked out of a profile is kept by the object.
  return Object.keys(parsed).every((name) => name in value) ? value : parsed;
}
