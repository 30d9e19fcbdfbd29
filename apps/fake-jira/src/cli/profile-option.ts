import { readFileSync } from 'node:fs';
import { checkAddresses } from '@fake-jira/openapi';
import { namedProfile, parseProfile, ProfileError, profileNames, type Profile } from '@fake-jira/profile';
import { isFile, knownName } from './choices.js';
import { unreadable } from './files.js';
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
    return checkAddresses(parseProfile(parse(readFileSync(value, 'utf8'))));
  } catch (error) {
    if (error instanceof ProfileError || error instanceof YAMLParseError) {
      throw new UsageError(`${value}: ${error.message}`);
    }
    throw unreadable(value, error);
  }
}
