import { allChecks } from '../checks/index.js';
import { reasonToSkip } from '../requirements.js';
import { ContractRun } from '../run/contract-run.js';
import { contractTarget } from '../run/open-target.js';
import { runCheck, skipped } from '../run/runner.js';
import type { CheckResult } from '../run/result.js';
import { groupsOf, type CheckGroup } from '../select.js';
import { readRun, type FileOutput } from './shared-run.js';

/** What of Jest's globals the suite uses: the package does not depend on Jest itself. */
export interface JestGlobals {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: ((name: string, test: () => Promise<void>) => void) & {
    readonly skip: (name: string, test: () => void) => void;
  };
  readonly afterAll: (run: () => Promise<void>) => void;
}

/** The part of a run that one process of Jest has, for as long as the process lives. */
let running: Promise<ContractRun> | undefined;

/** The checks of one file of tests, and what came of them. */
export class SuiteFile {
  readonly #run: ContractRun;
  readonly #results: CheckResult[] = [];
  readonly #since: number;

  private constructor(run: ContractRun) {
    this.#run = run;
    this.#since = run.exchanges.length;
  }

  static async open(): Promise<SuiteFile> {
    running ??= openRun();
    return new SuiteFile(await running);
  }

  /**
   * Declares the checks of some resources as tests. What the target lacks is known by now, for Jest cannot skip at run
   * time.
   *
   * @param names - such as `jira-cloud/contexts`
   */
  declare(names: readonly string[], jest: JestGlobals): void {
    for (const group of groupsOf(allChecks)) {
      if (names.includes(group.name)) jest.describe(group.name, () => this.#declareGroup(group, jest));
    }
  }

  /** How the checks ended, and their traffic. */
  output(): FileOutput {
    return { results: this.#results, exchanges: this.#run.exchanges.slice(this.#since) };
  }

  #declareGroup({ checks }: CheckGroup, { it, afterAll }: JestGlobals): void {
    const { facts, checkFacts } = this.#run;
    const place = this.#run.place();
    for (const check of checks) {
      const reason = reasonToSkip(check, facts);
      if (reason !== undefined) {
        this.#results.push(skipped(check, checkFacts, reason));
        it.skip(`${check.title} (${reason})`, () => undefined);
        continue;
      }
      it(check.title, async () => {
        const result = await runCheck(check, place.stageFor(check), checkFacts);
        this.#results.push(result);
        await place.clear();
        if (result.verdict === 'failed') throw new Error(result.message ?? '');
      });
    }
    afterAll(() => place.close());
  }
}

async function openRun(): Promise<ContractRun> {
  const shared = readRun();
  return ContractRun.open({
    target: contractTarget(shared),
    preparation: shared.preparation,
    // Each process has workspaces of its own.
    runId: `${shared.runId}-${process.env['JEST_WORKER_ID'] ?? 1}`,
  });
}
