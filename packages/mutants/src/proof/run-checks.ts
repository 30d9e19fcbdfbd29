import {
  ContractRun,
  reasonToSkip,
  runCheck,
  type Check,
  type CheckResult,
  type Preparation,
} from '@fake-jira/contract';
import type { OperationId } from '@fake-jira/openapi';
import type { Planted } from '../plant/plant.js';
import { startTarget } from './fake.js';

/** What came of a run. */
export interface Outcome {
  /** Of the checks that the fake could be asked. */
  readonly results: readonly CheckResult[];
  /** What each check has asked for, by its id: as the fake saw it, also where a check says no operation. */
  readonly operations: ReadonlyMap<string, ReadonlySet<OperationId>>;
  readonly preparation: Preparation;
}

export interface RunOptions {
  /** Name of the profile of the fake. */
  readonly profile: string;
  readonly checks: readonly Check[];
  readonly planted?: Planted;
  /** What an earlier run found out about the fake. */
  readonly preparation?: Preparation;
}

/** Longest that a check may take, in milliseconds: some wait for what a defect never lets come. */
const timeLimit = 5_000;

/** Runs checks against a fake of their own, which is thrown away with all that was made in it. */
export async function runChecksOn({ profile, checks, planted, preparation }: RunOptions): Promise<Outcome> {
  const operations = new Map<string, Set<OperationId>>();
  let asked = new Set<OperationId>();
  const fake = await startTarget({ profile, planted, onOperation: (id) => asked.add(id) });
  try {
    const run = await ContractRun.open({
      target: fake.target,
      runId: 'mutant',
      checks: planted ? checks.map(limited) : checks,
      ...(preparation ? { preparation } : {}),
    });
    const results: CheckResult[] = [];
    const place = run.place();
    for (const check of run.chosen) {
      if (reasonToSkip(check, run.facts) !== undefined) continue;
      asked = new Set();
      operations.set(check.id, asked);
      results.push(await runCheck(check, place.stageFor(check), run.checkFacts));
      await place.clear();
    }
    return { results, operations, preparation: run.preparation };
  } finally {
    await fake.close();
  }
}

function limited(check: Check): Check {
  return {
    ...check,
    run: (stage) => {
      let timer: NodeJS.Timeout | undefined;
      const end = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`It was not over after ${timeLimit} ms.`)), timeLimit);
      });
      return Promise.race([check.run(stage), end]).finally(() => clearTimeout(timer));
    },
  };
}
