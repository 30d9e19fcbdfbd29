import { processVault, World, type Clock, type Root, type Vault } from '@fake-jira/world';
import type { Profile } from '@fake-jira/profile';
import { Faults } from './faults.js';
import { Journal, journalBytes } from './journal.js';
import { seededRandom } from './random.js';
import { WorkspaceClock } from './workspace-clock.js';

/** Names of workspaces: they stand in addresses. */
export const workspaceName = /^[A-Za-z0-9._-]{1,64}$/;
/** {@link workspaceName} in words. */
export const workspaceNameForm = 'it has 1 to 64 letters, digits, dots, hyphens or underscores';

/** What every workspace begins with. */
export interface Beginning {
  readonly root: Root;
  readonly profile: Profile;
  readonly clock: Clock;
  /** Has the key of the installation: one for all workspaces. By default that of the process. */
  readonly vault?: Vault;
  /** Seed of what is left to chance: the shares of faults. */
  readonly seed?: number;
}

/** One Jira of its own: a world, a profile, a clock, faults and a journal that no other workspace sees. */
export class Workspace {
  readonly name: string;
  readonly world: World;
  readonly clock: WorkspaceClock;
  readonly faults: Faults;
  readonly journal: Journal;
  profile: Profile;
  /** It was deleted, or has expired: a workspace of the same name is another one. */
  gone = false;
  #baseline: Root;
  readonly #profileAtFirst: Profile;

  constructor(
    name: string,
    { root: baseline, profile, clock, seed = 1, vault }: Beginning,
    root = baseline,
    journal = new Journal(),
  ) {
    this.name = name;
    this.journal = journal;
    this.profile = profile;
    this.#profileAtFirst = profile;
    this.clock = new WorkspaceClock(clock);
    this.faults = new Faults(this.clock, () => seededRandom(`${seed}/${name}`));
    this.world = new World({ clock: this.clock, root, vault: vault ?? processVault() });
    // The first read of a new world enables the apps in it: that belongs to its beginning.
    this.#baseline = root === baseline ? this.world.root : baseline;
  }

  /** Back to the world, the profile and the time it began with, without faults and with an empty journal. */
  reset(): void {
    this.clock.reset();
    this.profile = this.#profileAtFirst;
    this.world.restore(this.#baseline);
    this.faults.reset();
    this.journal.clear();
  }

  /**
   * Goes on with another world.
   *
   * @param options.baseline - it is also the world to which a reset leads back
   */
  load(root: Root, { baseline = false }: { readonly baseline?: boolean } = {}): void {
    this.world.restore(root);
    if (baseline) this.#baseline = this.world.root;
  }
}

/** The name of the workspace that requests reach which name none. */
export const defaultWorkspace = 'default';

/** How many workspaces there are at most: for another one, that goes which was not used for longest. */
export const workspaceLimit = 1_000;

export interface WorkspacesOptions {
  /** The world with which a workspace goes on where it was left earlier. */
  readonly restore?: (name: string) => Root | undefined;
  /** Told of workspaces that were deleted or have expired. */
  readonly forget?: (name: string) => void;
  /** Milliseconds without a request after which a workspace is gone; absent: never. The default workspace stays. */
  readonly idle?: number;
}

interface Used {
  readonly workspace: Workspace;
  /** On the clock of the fake, which no workspace moves. */
  at: number;
}

/** All workspaces of one fake. Each begins with the same world when it is first used, which costs a pointer. */
export class Workspaces {
  /** In the order of their last use. */
  readonly #byName = new Map<string, Used>();
  /** What the journals of all of them take. */
  readonly #journals = { bytes: 0 };
  #beginning: Beginning;
  readonly #options: WorkspacesOptions;

  constructor(beginning: Beginning, options: WorkspacesOptions = {}) {
    this.#beginning = beginning;
    this.#options = options;
  }

  /** The workspace of that name, made now if it was not there. */
  get(name: string): Workspace {
    const now = this.#expire();
    let used = this.#byName.get(name);
    if (!used) {
      this.#makeRoom();
      const restored = this.#options.restore?.(name);
      used = { workspace: new Workspace(name, this.#beginning, restored, new Journal(this.#journals)), at: now };
      this.#byName.set(name, used);
    } else if (used.at !== now) {
      used.at = now;
      this.#byName.delete(name);
      this.#byName.set(name, used);
    }
    if (this.#journals.bytes > journalBytes.all) this.#forgetJournals();
    return used.workspace;
  }

  /** Whether a workspace is there; the default one always is. */
  has(name: string): boolean {
    return name === defaultWorkspace || this.#byName.has(name);
  }

  /** Of the workspaces, and then of the journals, those go that were not used for longest. */
  #makeRoom(): void {
    for (const name of this.#byName.keys()) {
      if (this.#byName.size < workspaceLimit) break;
      if (name !== defaultWorkspace) this.delete(name);
    }
  }

  #forgetJournals(): void {
    for (const { workspace } of this.#byName.values()) {
      if (this.#journals.bytes <= journalBytes.all) break;
      workspace.journal.clear();
    }
  }

  /** Begins with another world in workspaces that are made from now on. */
  beginWith(root: Root): void {
    this.#beginning = { ...this.#beginning, root };
  }

  /** Those there are, by name, and when each was used last. */
  list(): { readonly workspace: Workspace; readonly lastUsed: number }[] {
    this.#expire();
    return [...this.#byName.values()]
      .map(({ workspace, at }) => ({ workspace, lastUsed: at }))
      .sort((a, b) => (a.workspace.name < b.workspace.name ? -1 : 1));
  }

  /**
   * Forgets a workspace: at its next use it begins anew.
   *
   * @returns whether it was there
   */
  delete(name: string): boolean {
    const used = this.#byName.get(name);
    if (!used) return false;
    this.#byName.delete(name);
    used.workspace.gone = true;
    used.workspace.journal.clear();
    this.#options.forget?.(name);
    return true;
  }

  /** Without timers: whoever looks finds only what has not expired. */
  #expire(): number {
    const now = this.#beginning.clock.now();
    const { idle } = this.#options;
    if (idle === undefined) return now;
    for (const [name, { at }] of this.#byName) {
      if (now - at < idle) break;
      if (name !== defaultWorkspace) this.delete(name);
    }
    return now;
  }
}
