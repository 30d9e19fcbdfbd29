import { allChecks, evidenceIn, selectChecks } from '@fake-jira/contract';
import { selectionOf, type ChooseOptions } from './contract-choose.js';
import { readProfile } from '../given/profile.js';

/** Prints the checks that the options choose, a line each. */
export async function list(options: ChooseOptions): Promise<void> {
  const evidence = evidenceIn(await readProfile(options.profile ?? 'all'));
  const chosen = selectChecks(allChecks, selectionOf(options), evidence);
  for (const check of chosen) console.log(`${evidence(check).padEnd(13)}${check.id}`);
  console.log(`${chosen.length} of ${allChecks.length} checks`);
}
