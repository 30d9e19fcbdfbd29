import { basename } from 'node:path';
import type { EnvironmentContext, JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';
import { checkOptions, text } from '../given/options.js';
import { readProfile } from '../given/profile.js';
import { worldGiven } from '../given/world.js';
import type { FakeJira } from '../fake-jira.js';
import { optionForms, type FakeJiraOptions } from '../options.js';
import { startFakeJira } from '../server.js';

/** What `testEnvironmentOptions.fakeJira` of a Jest configuration can say. */
export interface FakeJiraEnvironmentOptions extends Pick<FakeJiraOptions, 'seed' | 'auth' | 'validate'> {
  /** A preset, or the path of a world file from Jest's `rootDir`; `demo` by default. */
  readonly world?: string;
  /** The name of a profile, or the path of a profile file from Jest's `rootDir`; `all` by default. */
  readonly profile?: string;
}

type EnvironmentClass = new (config: JestEnvironmentConfig, context: EnvironmentContext) => JestEnvironment;

/** One fake for each way to start it, for as long as the worker lives: a test file costs a workspace, not a server. */
const fakes = new Map<string, Promise<FakeJira>>();
let files = 0;

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
      this.#options = knownOptions(testEnvironmentOptions['fakeJira'] ?? {});
      this.#rootDir = rootDir;
      const file = basename(context.testPath).replace(/[^A-Za-z0-9._-]/g, '-');
      this.#workspace = `${++files}-${file}`.slice(0, 64);
    }

    override async setup(): Promise<void> {
      await super.setup();
      this.#fake = await fakeOf(this.#options, this.#rootDir);
      Object.assign(this.global, { jira: this.#fake.workspace(this.#workspace) });
    }

    override async teardown(): Promise<void> {
      this.#fake?.deleteWorkspace(this.#workspace);
      await super.teardown();
    }
  };
}

export default withFakeJira(NodeEnvironment);

const { seed, auth, validate } = optionForms;
const forms = { world: text, profile: text, seed, auth, validate };

function knownOptions(options: unknown): FakeJiraEnvironmentOptions {
  checkOptions('testEnvironmentOptions.fakeJira', options, forms);
  return options as FakeJiraEnvironmentOptions;
}

function fakeOf(options: FakeJiraEnvironmentOptions, rootDir: string): Promise<FakeJira> {
  const key = JSON.stringify([rootDir, options]);
  const fake = fakes.get(key) ?? started(options, rootDir);
  fakes.set(key, fake);
  return fake;
}

async function started(options: FakeJiraEnvironmentOptions, folder: string): Promise<FakeJira> {
  const { world = 'demo', profile = 'all', seed = 1, ...others } = options;
  const given = { world: await worldGiven(world, { seed, folder }), profile: await readProfile(profile, folder) };
  const fake = await startFakeJira({ ...others, seed, ...given });
  // Jest ends its workers, and ends itself, without a word to the environment.
  fake.unref();
  return fake;
}
