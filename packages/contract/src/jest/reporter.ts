import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPrism } from '../judge/prism-judge.js';
import { htmlReport } from '../report/html.js';
import { junitReport } from '../report/junit.js';
import { textReport } from '../report/text.js';
import { reportOf } from '../run/report-of.js';
import { holds, type RunReport } from '../run/result.js';
import { readRun, runDirectoryVariable, type FileOutput } from './shared-run.js';

/** Puts what the files of the suite found into one report, when all of them have ended. */
export default class ContractReporter {
  readonly #directory: string;
  #holds = true;

  /** @param directory - where reports go, below the root of Jest's configuration */
  constructor({ rootDir }: { readonly rootDir: string }, { directory }: { readonly directory: string }) {
    this.#directory = join(rootDir, directory);
  }

  onRunStart(): void {
    // The judge says at the end that it cannot be loaded.
    loadPrism().catch(() => undefined);
  }

  async onRunComplete(): Promise<void> {
    const directory = process.env[runDirectoryVariable];
    // Where the set-up failed there is nothing to report, and Jest has said why.
    if (directory === undefined) return;
    const shared = readRun(directory);
    const outputs = readdirSync(directory)
      .filter((file) => file.endsWith('.output.json'))
      .sort()
      .map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as FileOutput);
    const report = await reportOf({
      url: shared.url,
      profile: shared.profile,
      results: outputs.flatMap(({ results }) => results),
      exchanges: outputs.flatMap(({ exchanges }) => exchanges),
      left: [],
      startedAt: shared.startedAt,
      milliseconds: Date.now() - shared.startedAt,
      prism: true,
    });
    rmSync(directory, { recursive: true, force: true });
    this.#holds = holds(report);
    writeReports(this.#directory, report);
    process.stdout.write(textReport(report));
  }

  /** Jest asks this to know whether the run is a failure for another reason than a test. */
  getLastError(): Error | undefined {
    return this.#holds ? undefined : new Error('The target does not hold to its contract.');
  }
}

function writeReports(directory: string, report: RunReport): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'report.json'), JSON.stringify(report));
  writeFileSync(join(directory, 'junit.xml'), junitReport(report));
  writeFileSync(join(directory, 'report.html'), htmlReport(report));
}
