import type { EnvironmentContext, JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';
import type { FakeJira } from '../fake-jira.js';
import { checkRunnerOptions, fakeOfProcess, type RunnerOptions } from '../runners/options.js';
import { newWorkspaceName } from '../runners/workspace-names.js';

/** What `testEnvironmentOptions.fakeJira` of a Jest configuration can say; paths begin at Jest's `rootDir`. */
export type FakeJiraEnvironmentOptions = RunnerOptions;

type EnvironmentClass = new (config: JestEnvironmentConfig, context: EnvironmentContext) => JestEnvironment;

/**
 * A Jest environment with a workspace of its own for each test file, as the global `jira`.
 *
 * @param Base - the environment to extend, e.g. that of `jest-environment-jsdom`
 * @example module.exports = withFakeJira(require('jest-environment-jsdom').TestEnvironment);
 */
export function withFakeJira(Base: EnvironmentClass): EnvironmentClass {
  return class FakeJiraEnvironment extends Base {
    readonly #options: FakeJiraEnvironmentOptions;
    readonly #rootDir: string;
    readonly #workspace: string;
    #fake: FakeJira | undefined;

    constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
      super(config, context);
      const { rootDir, testEnvironmentOptions } = config.projectConfig;
      const options = testEnvironmentOptions['fakeJira'] ?? {};
      checkRunnerOptions('testEnvironmentOptions.fakeJira', options);
      this.#options = options;
      this.#rootDir = rootDir;
      this.#workspace = newWorkspaceName(context.testPath);
    }

    override async setup(): Promise<void> {
      await super.setup();
      this.#fake = await fakeOfProcess(this.#options, this.#rootDir);
      Object.assign(this.global, { jira: this.#fake.workspace(this.#workspace) });
    }

    override async teardown(): Promise<void> {
      this.#fake?.deleteWorkspace(this.#workspace);
      await super.teardown();
    }
  };
}

export default withFakeJira(NodeEnvironment);
