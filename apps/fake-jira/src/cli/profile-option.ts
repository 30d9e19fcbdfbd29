import { checkAddresses } from '@fake-jira/openapi';
import { namedProfile, parseProfile, ProfileError, profileNames, type Profile } from '@fake-jira/profile';
import { isFile, knownName } from './choices.js';
import { readText, unreadable } from './files.js';
import { UsageError } from './usage-error.js';

/**
 * The profile that `--profile` names.
 *
 * @throws UsageError with every mistake of a profile file
 */
export async function readProfile(value: string): Promise<Profile> {
  if (!isFile(value)) return namedProfile(knownName('profile', value, profileNames()));
  const { parse, YAMLParseError } = await import('yaml');
  try {
    return checkAddresses(parseProfile(parse(readText(value), { logLevel: 'error' })));
  } catch (error) {
    if (error instanceof YAMLParseError && error.code === 'RESOURCE_EXHAUSTION') {
      throw new UsageError(`${value}: too many lists and objects stand in each other.`);
    }
    if (error instanceof ProfileError || error instanceof YAMLParseError) {
      throw new UsageError(`${value}: ${error.message}`);
    }
    throw unreadable(value, error);
  }
}
