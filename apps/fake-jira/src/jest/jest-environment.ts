import { basename, resolve } from 'node:path';
import type { EnvironmentContext, JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import type { WorldFile } from '@fake-jira/fixtures';
import { isPreset, type PresetName } from '@fake-jira/fixtures/presets';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';
import { startFakeJira, type FakeJira, type FakeJiraOptions } from '../server.js';

/** What `testEnvironmentOptions.fakeJira` of a Jest configuration can say. */
export interface FakeJiraEnvironmentOptions extends Pick<FakeJiraOptions, 'seed' | 'auth' | 'validate'> {
  /** A preset, or the path of a world file from Jest's `rootDir`; `demo` by default. */
  readonly world?: string;
  /** The name of a profile; `all` by default. */
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

const optionNames = ['world', 'profile', 'seed', 'auth', 'validate'];

function knownOptions(options: unknown): FakeJiraEnvironmentOptions {
  const unknown = Object.keys(options as object).find((name) => !optionNames.includes(name));
  if (unknown === undefined) return options as FakeJiraEnvironmentOptions;
  throw new Error(
    `testEnvironmentOptions.fakeJira has "${unknown}", which is none of its options: ${optionNames.join(', ')}.`,
  );
}

function fakeOf(options: FakeJiraEnvironmentOptions, rootDir: string): Promise<FakeJira> {
  const key = JSON.stringify([rootDir, options]);
  const fake = fakes.get(key) ?? started(options, rootDir);
  fakes.set(key, fake);
  return fake;
}

async function started({ world = 'demo', ...options }: FakeJiraEnvironmentOptions, rootDir: string): Promise<FakeJira> {
  const fake = await startFakeJira({ ...options, world: await worldOf(world, rootDir) });
  // Jest ends its workers, and ends itself, without a word to the environment.
  fake.unref();
  return fake;
}

async function worldOf(world: string, rootDir: string): Promise<PresetName | WorldFile> {
  if (isPreset(world)) return world;
  const { readWorldFile } = await import('@fake-jira/fixtures');
  return readWorldFile(resolve(rootDir, world));
}
