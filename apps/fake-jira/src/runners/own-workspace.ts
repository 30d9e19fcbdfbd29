import { connectFakeJira } from '../connect/connect-fake-jira.js';
import type { FakeWorkspace, Place } from '../fake-jira.js';
import { fakeOfProcess, isElsewhere, type ElsewhereOptions, type RunnerOptions } from './options.js';
import { newWorkspaceName } from './workspace-names.js';

/** A workspace that is there for one file, or one worker. */
export interface OwnWorkspace {
  readonly jira: FakeWorkspace<Place>;
  /** Nobody needs it any more. */
  readonly end: () => Promise<void>;
}

/** Whose workspace it is to be. */
export interface Owner {
  /** What is named in errors: the function or option that was given the options. */
  readonly of: string;
  /** A file of tests, or what else shall be a part of its name. */
  readonly file: string;
}

/** A workspace of its own, in a fake of this process or in one that runs elsewhere. */
export async function ownWorkspace(
  options: RunnerOptions | ElsewhereOptions,
  { of, file }: Owner,
): Promise<OwnWorkspace> {
  const name = newWorkspaceName(file);
  if (isElsewhere(of, options)) {
    const { url, ...connecting } = options;
    const fake = await connectFakeJira(url, connecting);
    return { jira: fake.workspace(name), end: async () => void (await fake.deleteWorkspace(name)) };
  }
  const fake = await fakeOfProcess(options, process.cwd());
  return { jira: fake.workspace(name), end: () => Promise.resolve(void fake.deleteWorkspace(name)) };
}
