import { allChecks, evidenceIn, selectChecks } from '@fake-jira/contract';
import { selectionOf, type ChooseOptions } from './contract-choose.js';
import { printJson, type JsonOption } from './json-option.js';
import { readProfile } from '../given/profile.js';

/** Prints the checks that the options choose, a line each, or as JSON. */
export async function list(options: ChooseOptions & JsonOption): Promise<void> {
  const evidence = evidenceIn(await readProfile(options.profile ?? 'all'));
  const chosen = selectChecks(allChecks, selectionOf(options), evidence);
  if (options.json) {
    return printJson(
      chosen.map((check) => ({
        id: check.id,
        api: check.api,
        title: check.title,
        kind: check.kind,
        evidence: evidence(check),
        source: check.source,
      })),
    );
  }
  for (const check of chosen) console.log(`${evidence(check).padEnd(13)}${check.id}`);
  console.log(`${chosen.length} of ${allChecks.length} checks`);
}
