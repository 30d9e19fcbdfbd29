import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from './globals.js';
import { allChecks } from '../checks/index.js';
import { reasonToSkip } from '../requirements.js';
import { ContractRun } from '../run/contract-run.js';
import { contractTarget } from '../run/open-target.js';
import { runCheck, skipped } from '../run/runner.js';
import type { CheckResult } from '../run/result.js';
import { groupsOf } from '../select.js';
import { readRun, runDirectoryVariable, type FileOutput, type SharedRun } from './shared-run.js';

/**
 * The checks of some resources as tests of Jest. What the target lacks is known by now, for Jest cannot skip at run
 * time. Several share a file, because what one has compiled is gone with the file.
 *
 * @param names - such as `jira-cloud/contexts`
 */
export async function contractFile(names: readonly string[]): Promise<void> {
  const shared = readRun();
  for (const name of names) await resourceOf(name, shared);
}

async function resourceOf(name: string, shared: SharedRun): Promise<void> {
  const checks = groupsOf(allChecks).find((group) => group.name === name)?.checks ?? [];
  const run = await ContractRun.open({
    target: contractTarget(shared),
    preparation: shared.preparation,
    runId: `${shared.runId}-${name.replace(/[^a-z0-9]+/gi, '-')}`,
    checks,
  });
  const results: CheckResult[] = [];
  const place = run.place();

  describe(name, () => {
    for (const check of checks) {
      const reason = reasonToSkip(check, run.facts);
      if (reason !== undefined) {
        results.push(skipped(check, run.checkFacts, reason));
        it.skip(`${check.title} (${reason})`, () => undefined);
        continue;
      }
      it(check.title, async () => {
        const result = await runCheck(check, place.stageFor(check), run.checkFacts);
        results.push(result);
        await place.clear();
        if (result.verdict === 'failed') throw new Error(result.message ?? '');
      });
    }
    after(async () => {
      await place.close();
      await run.close();
      const output: FileOutput = { results, exchanges: run.exchanges };
      const file = `${name.replaceAll('/', '.')}.output.json`;
      writeFileSync(join(process.env[runDirectoryVariable] as string, file), JSON.stringify(output));
    });
  });
}
