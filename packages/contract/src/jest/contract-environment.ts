import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment } from 'jest-environment-node';
import { runDirectoryVariable } from './shared-run.js';
import { SuiteFile, type JestGlobals } from './suite.js';

/**
 * Gives each file of tests the global `contractFile`. The suite itself is on this side of Jest's sandbox: what stands
 * inside is loaded and compiled again for each file, and runs at half the speed.
 */
export default class ContractEnvironment extends TestEnvironment {
  readonly #name: string;
  #file: SuiteFile | undefined;

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    this.#name = basename(context.testPath, '.test.js');
  }

  override async setup(): Promise<void> {
    await super.setup();
    const [, index, of] = /^part-(\d+)-of-(\d+)$/.exec(this.#name) ?? [];
    const contractFile = async (jest: JestGlobals) => {
      this.#file = await SuiteFile.begin(this.#name, { index: Number(index), of: Number(of) });
      this.#file.declare(jest);
    };
    Object.assign(this.global, { contractFile });
  }

  // Not in an `afterAll`: Jest runs none where all tests are skipped.
  override async teardown(): Promise<void> {
    const directory = process.env[runDirectoryVariable];
    if (this.#file && directory !== undefined) {
      const output = JSON.stringify(await this.#file.output());
      writeFileSync(join(directory, `${this.#name}.output.json`), output);
    }
    await super.teardown();
  }
}
