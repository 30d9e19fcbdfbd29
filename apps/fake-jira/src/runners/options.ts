import { checkOptions, callback, text, type OptionForm } from '../given/options.js';
import { readProfile } from '../given/profile.js';
import { requireTwin } from '../given/twin.js';
import { worldGiven } from '../given/world.js';
import type { ConnectOptions } from '../connect/connect-fake-jira.js';
import type { FakeJira } from '../fake-jira.js';
import { optionForms, type FakeJiraOptions } from '../options.js';
import { startFakeJira } from '../server.js';

/** How a runner of tests starts a fake in its own process. */
export interface RunnerOptions extends Pick<FakeJiraOptions, 'seed' | 'auth' | 'validate'> {
  /** A preset, or the path of a world file from the folder of the project; `demo` by default. */
  readonly world?: string;
  /** The name of a profile, or the path of a profile file from the folder of the project; `all` by default. */
  readonly profile?: string;
  /** The folder of a twin, from the folder of the project: its world and its profile, where they are not given. */
  readonly twin?: string;
}

/** How a runner of tests reaches a fake that is there already. */
export interface ElsewhereOptions extends ConnectOptions {
  /** What `fake-jira start` prints. */
  readonly url: string;
}

const { seed, auth, validate } = optionForms;
const forms: Readonly<Record<string, OptionForm>> = { world: text, profile: text, twin: text, seed, auth, validate };
const formsElsewhere: Readonly<Record<string, OptionForm>> = { url: text, token: text, fetch: callback };

/** @throws UsageError for an option that there is not, and for a value that it cannot have */
export function checkRunnerOptions(of: string, options: unknown): asserts options is RunnerOptions {
  checkOptions(of, options, forms);
}

/** {@link checkRunnerOptions} where the fake can be elsewhere, too. */
export function isElsewhere(of: string, options: RunnerOptions | ElsewhereOptions): options is ElsewhereOptions {
  const elsewhere = (options as Partial<ElsewhereOptions> | null)?.url !== undefined;
  checkOptions(of, options, elsewhere ? formsElsewhere : { ...forms, ...formsElsewhere });
  return elsewhere;
}

/** One fake for each way to start it, for as long as the process lives: a test file costs a workspace, not a server. */
const fakes = new Map<string, Promise<FakeJira>>();

/**
 * The fake of this process.
 *
 * @param folder - where the paths of its files begin
 */
export function fakeOfProcess(options: RunnerOptions, folder: string): Promise<FakeJira> {
  const key = JSON.stringify([folder, options]);
  const fake = fakes.get(key) ?? started(options, folder);
  fakes.set(key, fake);
  return fake;
}

async function started(options: RunnerOptions, folder: string): Promise<FakeJira> {
  const { twin, world = twin ?? 'demo', profile = twin ?? 'all', seed = 1, ...others } = options;
  if (twin !== undefined) requireTwin('The option "twin"', twin, folder);
  const given = { world: await worldGiven(world, { seed, folder }), profile: await readProfile(profile, folder) };
  const fake = await startFakeJira({ ...others, seed, ...given });
  // Runners end their workers, and end themselves, without a word to anybody.
  fake.unref();
  return fake;
}
