import { processVault, World, type Clock, type Root, type Vault } from '@fake-jira/world';
import type { Profile } from '@fake-jira/profile';
import { Journal } from './journal.js';

/** Names of workspaces: they stand in addresses. */
export const workspaceName = /^[A-Za-z0-9._-]{1,64}$/;

/** One Jira of its own: a world, a profile and a journal that no other workspace sees. */
export class Workspace {
  readonly name: string;
  readonly world: World;
  readonly journal = new Journal();
  readonly profile: Profile;
  readonly #baseline: Root;

  constructor(
    name: string,
    baseline: Root,
    profile: Profile,
    clock: Clock,
    root = baseline,
    vault: Vault = processVault(),
  ) {
    this.name = name;
    this.profile = profile;
    this.world = new World({ clock, root, vault });
    // The first read of a new world enables the apps in it: that belongs to its beginning.
    this.#baseline = root === baseline ? this.world.root : baseline;
  }

  /** Back to the world it began with, and an empty journal. */
  reset(): void {
    this.world.restore(this.#baseline);
    this.journal.clear();
  }
}

/** The name of the workspace that requests reach which name none. */
export const defaultWorkspace = 'default';

/** All workspaces of one fake. Each begins with the same world when it is first used, which costs a pointer. */
export class Workspaces {
  readonly #byName = new Map<string, Workspace>();
  readonly #create: (name: string) => Workspace;

  /**
   * @param vault - has the key of the installation: one for all workspaces
   * @param restore - the world with which a workspace goes on where it was left earlier
   */
  constructor(
    baseline: Root,
    profile: Profile,
    clock: Clock,
    restore: (name: string) => Root | undefined = () => undefined,
    vault: Vault = processVault(),
  ) {
    this.#create = (name) => new Workspace(name, baseline, profile, clock, restore(name), vault);
  }

  /** The workspace of that name, made now if it was not there. */
  get(name: string): Workspace {
    let workspace = this.#byName.get(name);
    if (!workspace) {
      workspace = this.#create(name);
      this.#byName.set(name, workspace);
    }
    return workspace;
  }
}
