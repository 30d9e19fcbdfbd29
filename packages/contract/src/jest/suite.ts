import { reasonToSkip } from '../requirements.js';
import { ContractRun } from '../run/contract-run.js';
import { contractTarget } from '../run/open-target.js';
import type { CheckResult } from '../run/result.js';
import { groupsOf, type Selection } from '../select.js';
import { readRun, type FileOutput, type SharedRun } from './shared-run.js';

/** What of Jest's globals the suite uses: the package does not depend on Jest itself. */
export interface JestGlobals {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: ((name: string, test: () => Promise<void>) => void) & {
    readonly skip: (name: string, test: () => void) => void;
  };
}

/** One for all files of a process: what is compiled for its profile serves them all. */
let shared: SharedRun | undefined;

/**
 * The checks of some resources as tests of Jest. They run side by side, as those of the command line do, and each test
 * waits for its own: a process that asked one thing at a time would wait for the fake most of its time.
 */
export class SuiteFile {
  readonly #run: ContractRun;
  readonly #waiting = new Map<string, Waiting>();
  readonly #results: Promise<CheckResult[]>;

  private constructor(run: ContractRun) {
    this.#run = run;
    for (const { id } of run.chosen) this.#waiting.set(id, withResolvers());
    this.#results = run.run({ onResult: (result) => this.#waiting.get(result.id)?.resolve(result) });
    this.#results.catch((error: unknown) => this.#waiting.forEach(({ reject }) => reject(error)));
  }

  /**
   * Begins with a part of all checks.
   *
   * @param name - tells the file from the others of the run
   */
  static async begin(name: string, shard: Selection['shard']): Promise<SuiteFile> {
    shared ??= readRun();
    const { runId, preparation } = shared;
    const target = contractTarget(shared);
    return new SuiteFile(await ContractRun.open({ target, preparation, runId: `${runId}-${name}`, shard }));
  }

  /** Declares a test for each check. What the target lacks is known by now, for Jest cannot skip at run time. */
  declare({ describe, it }: JestGlobals): void {
    for (const { name, checks } of groupsOf(this.#run.chosen)) {
      describe(name, () => {
        for (const check of checks) {
          const reason = reasonToSkip(check, this.#run.facts);
          if (reason !== undefined) {
            it.skip(`${check.title} (${reason})`, () => undefined);
            continue;
          }
          it(check.title, async () => {
            const { verdict, message } = await (this.#waiting.get(check.id) as Waiting).promise;
            if (verdict === 'failed') throw new Error(message ?? '');
          });
        }
      });
    }
  }

  /** How the checks ended, and their traffic, once all have. */
  async output(): Promise<FileOutput> {
    const results = await this.#results;
    await this.#run.close();
    return { results, exchanges: this.#run.exchanges };
  }
}

/** A test that waits for the result of its check. */
interface Waiting {
  readonly promise: Promise<CheckResult>;
  readonly resolve: (result: CheckResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Node 20 has no `Promise.withResolvers`. */
function withResolvers(): Waiting {
  let [resolve, reject]: [Waiting['resolve'], Waiting['reject']] = [() => undefined, () => undefined];
  const promise = new Promise<CheckResult>((...both) => ([resolve, reject] = both));
  // Its test may not have begun to wait when the run breaks.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
