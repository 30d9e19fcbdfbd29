import { versions, type Profile } from '@fake-jira/profile';
import { cloudMaker } from './cloud-maker.js';
import { dataCenterMaker } from './data-center-maker.js';
import type { Person } from './person.js';
import type { ScratchMaker } from './scratch.js';

/** What makes scratch fields on a target of this profile: Jira's Field API where it is Cloud's. */
export function makerFor(profile: Profile): (admin: Person) => ScratchMaker {
  return versions(profile).jira.has('cloud')
    ? (admin) => cloudMaker(admin)
    : (admin) => dataCenterMaker(admin, profile);
}
