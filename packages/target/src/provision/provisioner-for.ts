import { versions, type Profile } from '@fake-jira/profile';
import type { Delay } from '../pacing.js';
import { CloudProvisioner } from './cloud.js';
import { DataCenterProvisioner } from './data-center.js';
import { EditorGrants } from './editor.js';
import type { Asker, Provisioner } from './provisioner.js';

/**
 * The provisioner of a target of this profile: Jira's Field API where it is Cloud's, else what Data Center has.
 *
 * @param asker - the administrator
 * @example
 * const profile = profileOf(await detect(target.administrator), 'target');
 * const id = await provisionerFor(profile, target.administrator, target).createField({ name: 'Scratch', type });
 */
export function provisionerFor(
  profile: Profile,
  asker: Asker,
  { delay }: { readonly delay?: Delay } = {},
): Provisioner {
  const grants = new EditorGrants(asker, profile);
  return versions(profile).jira.has('cloud')
    ? new CloudProvisioner(asker, grants, delay)
    : new DataCenterProvisioner(asker, profile, grants);
}
