import type { Profile } from '@fake-jira/profile';
import { cloudMaker } from './cloud-maker.js';
import type { Person } from './person.js';
import type { ScratchMaker } from './scratch.js';

/** Between two looks at something that is being removed. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 100));

/** What makes scratch fields on a target of this profile. */
export function makerFor(_profile: Profile): (admin: Person) => ScratchMaker {
  return (admin) => cloudMaker(admin, pause);
}
