import { processVault, World, type Clock, type Happening, type Root, type Vault } from '@fake-jira/world';
import type { Profile } from '@fake-jira/profile';
import { Faults } from './faults.js';
import { worldFor } from './field-types-there.js';
import { Journal, journalBytes } from './journal.js';
import { seededRandom } from './random.js';
import { Webhooks, type WebhookRules } from '../webhooks/webhooks.js';
import { WorkspaceClock, type WorkspaceClockState } from './workspace-clock.js';

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

/** What of a workspace is kept from one run to the next. Its journal and its faults are not. */
export interface WorkspaceState {
  readonly root: Root;
  /** Where a reset leads to; absent: to the world with which the fake was started. */
  readonly baseline: Root | undefined;
  /** Absent: the one with which the fake was started. */
  readonly profile: Profile | undefined;
  readonly clock: WorkspaceClockState;
}

/** What a workspace needs of the fake that it is one of. */
interface Around {
  readonly webhookRules: () => WebhookRules | undefined;
  readonly keep: (workspace: Workspace) => Promise<void> | undefined;
}

/** One Jira of its own: a world, a profile, a clock, faults and a journal that no other workspace sees. */
export class Workspace {
  readonly name: string;
  readonly world: World;
  readonly clock: WorkspaceClock;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly webhooks: Webhooks;
  profile: Profile;
  /** The address of this Jira as its last client knows it, without a slash at its end. */
  site = 'http://localhost';
  /** It was deleted, or has expired: a workspace of the same name is another one. */
  gone = false;
  #ownBaseline: Root | undefined;
  readonly #rootAtFirst: Root;
  readonly #profileAtFirst: Profile;

  /** @param kept - how it was left in an earlier run */
  constructor(
    name: string,
    { root, profile, clock, seed = 1, vault }: Beginning,
    journal = new Journal(),
    kept?: WorkspaceState,
    around: Around = { webhookRules: () => undefined, keep: () => undefined },
  ) {
    this.name = name;
    this.journal = journal;
    this.profile = profile;
    this.#profileAtFirst = profile;
    this.clock = new WorkspaceClock(clock);
    this.faults = new Faults(this.clock, () => seededRandom(`${seed}/${name}`));
    this.webhooks = new Webhooks(this, { seed, rules: around.webhookRules, kept: () => around.keep(this) });
    const heard = (happening: Happening) => {
      if (happening.after.webhooks.size > 0) this.webhooks.hear(happening);
    };
    this.world = new World({ clock: this.clock, root, vault: vault ?? processVault(), heard });
    // The first read of a new world enables the apps in it: that belongs to its beginning.
    this.#rootAtFirst = this.world.root;
    if (kept) this.state = kept;
  }

  /** The world to which a reset leads. */
  get baseline(): Root {
    return this.#ownBaseline ?? this.#rootAtFirst;
  }

  get state(): WorkspaceState {
    return {
      root: this.world.root,
      baseline: this.#ownBaseline,
      profile: this.profile === this.#profileAtFirst ? undefined : this.profile,
      clock: this.clock.state,
    };
  }

  set state({ root, baseline, profile, clock }: WorkspaceState) {
    this.world.restore(root);
    this.#ownBaseline = baseline;
    this.profile = profile ?? this.#profileAtFirst;
    this.clock.state = clock;
  }

  /** How it is in the beginning. */
  get stateAtFirst(): WorkspaceState {
    return {
      root: this.#rootAtFirst,
      baseline: undefined,
      profile: undefined,
      clock: { offset: 0, frozenAt: null },
    };
  }

  /** Back to the world, the profile and the time it began with, without faults and with an empty journal. */
  reset(): void {
    this.clock.reset();
    this.profile = this.#profileAtFirst;
    this.world.restore(this.baseline);
    this.faults.reset();
    this.journal.clear();
    this.webhooks.clear();
  }

  /**
   * Goes on with another world.
   *
   * @param options.baseline - it is also the world to which a reset leads back
   */
  load(root: Root, { baseline = false }: { readonly baseline?: boolean } = {}): void {
    this.world.restore(worldFor(this.profile, root, this.clock.now()));
    if (baseline) this.#ownBaseline = this.world.root;
  }

  /** Goes on as another Jira: without the fields of types that it has not. */
  become(profile: Profile): void {
    this.profile = profile;
    const { root } = this.world;
    const fitting = worldFor(profile, root, this.clock.now());
    if (fitting !== root) this.world.restore(fitting);
  }
}

/** Worked out once for all workspaces. */
function beginningThatFits(beginning: Beginning): Beginning {
  return { ...beginning, root: worldFor(beginning.profile, beginning.root, beginning.clock.now()) };
}

/** The name of the workspace that requests reach which name none. */
export const defaultWorkspace = 'default';

/** How many workspaces there are at most: for another one, that goes which was not used for longest. */
export const workspaceLimit = 1_000;

/** A workspace that was left in an earlier run and that nobody has used in this one. */
export interface WaitingWorkspace {
  readonly lastUsed: number;
  /** Name of its profile; absent: the one with which the fake was started. */
  readonly profile: string | undefined;
}

/** Keeps workspaces from one run to the next. */
export interface WorkspaceKeeper {
  /** By name. Those that are loaded or forgotten are no longer among them. */
  readonly waiting: ReadonlyMap<string, WaitingWorkspace>;
  /**
   * How a waiting workspace was left.
   *
   * @throws StateError where that can no longer be read
   */
  load(name: string): Promise<WorkspaceState>;
  /**
   * Keeps a workspace as it is now.
   *
   * @returns undefined where it is kept so already, else when it is; rejects with a StateError where that failed, and
   *   then the workspace is again as it was kept last
   */
  keep(workspace: Workspace): Promise<void> | undefined;
  /** Keeps a workspace no longer, from the next time on that one is kept. */
  forget(name: string): void;
}

export interface WorkspacesOptions {
  /** Absent: they end with the process. */
  readonly keeper?: WorkspaceKeeper | undefined;
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
  readonly #keeper: WorkspaceKeeper | undefined;
  readonly #idle: number | undefined;
  /** How webhooks work; absent: nobody is told anything. */
  webhookRules: WebhookRules | undefined;
  readonly #loading = new Map<string, Promise<void>>();

  constructor(beginning: Beginning, { keeper, idle }: WorkspacesOptions = {}) {
    this.#beginning = beginningThatFits(beginning);
    this.#keeper = keeper;
    this.#idle = idle;
  }

  /**
   * Goes on with a workspace of an earlier run, where there is one that nobody has used yet.
   *
   * @returns undefined where there is nothing to wait for
   * @throws StateError where it can no longer be read
   */
  ready(name: string): Promise<void> | undefined {
    this.#expire();
    if (!this.#keeper?.waiting.has(name)) return undefined;
    const loading = this.#loading.get(name) ?? this.#load(name, this.#keeper).finally(() => this.#loading.delete(name));
    this.#loading.set(name, loading);
    return loading;
  }

  async #load(name: string, keeper: WorkspaceKeeper): Promise<void> {
    const kept = await keeper.load(name);
    this.#add(this.#made(name, kept));
  }

  #made(name: string, kept?: WorkspaceState): Workspace {
    return new Workspace(name, this.#beginning, new Journal(this.#journals), kept, {
      webhookRules: () => this.webhookRules,
      keep: (workspace) => this.keep(workspace),
    });
  }

  /** Ends what is on its way to receivers of webhooks; from now on nobody is told anything. */
  async endWebhooks(): Promise<void> {
    this.webhookRules = undefined;
    await Promise.all([...this.#byName.values()].map(({ workspace }) => workspace.webhooks.end()));
  }

  #add(workspace: Workspace): Used {
    this.#makeRoom();
    const used = { workspace, at: this.#beginning.clock.now() };
    this.#byName.set(workspace.name, used);
    return used;
  }

  /** As that of the keeper; undefined where there is none. */
  keep(workspace: Workspace): Promise<void> | undefined {
    return this.#keeper?.keep(workspace);
  }

  /** The workspace of that name, made now if it was not there. Of an earlier run: only once it is {@link ready}. */
  get(name: string): Workspace {
    const now = this.#expire();
    let used = this.#byName.get(name);
    if (!used) {
      used = this.#add(this.#made(name));
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
    return name === defaultWorkspace || this.#byName.has(name) || this.#keeper?.waiting.has(name) === true;
  }

  /** Of the workspaces, and then of the journals, those go that were not used for longest. */
  #makeRoom(): void {
    for (const name of [...(this.#keeper?.waiting.keys() ?? []), ...this.#byName.keys()]) {
      if (this.#byName.size + (this.#keeper?.waiting.size ?? 0) < workspaceLimit) break;
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
    this.#beginning = beginningThatFits({ ...this.#beginning, root });
  }

  /** Those there are, by name. */
  list(): WorkspaceSummary[] {
    this.#expire();
    const used = [...this.#byName.values()].map(({ workspace, at }) => ({
      name: workspace.name,
      profile: workspace.profile.name,
      requests: workspace.journal.size,
      faults: workspace.faults.list().length,
      lastUsed: at,
    }));
    const waiting = [...(this.#keeper?.waiting ?? [])].map(([name, { lastUsed, profile }]) => ({
      name,
      profile: profile ?? this.#beginning.profile.name,
      requests: 0,
      faults: 0,
      lastUsed,
    }));
    return [...used, ...waiting].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /**
   * Forgets a workspace: at its next use it begins anew.
   *
   * @returns whether it was there
   */
  delete(name: string): boolean {
    const used = this.#byName.get(name);
    if (!used && !this.#keeper?.waiting.has(name)) return false;
    this.#byName.delete(name);
    if (used) {
      used.workspace.gone = true;
      used.workspace.journal.clear();
      used.workspace.webhooks.clear();
    }
    this.#keeper?.forget(name);
    return true;
  }

  /** Without timers: whoever looks finds only what has not expired. */
  #expire(): number {
    const now = this.#beginning.clock.now();
    if (this.#idle === undefined) return now;
    for (const [name, { at }] of this.#byName) {
      if (now - at < this.#idle) break;
      if (name !== defaultWorkspace) this.delete(name);
    }
    for (const [name, { lastUsed }] of this.#keeper?.waiting ?? [])
      if (now - lastUsed >= this.#idle && name !== defaultWorkspace) this.delete(name);
    return now;
  }
}

/** A workspace in a list. */
export interface WorkspaceSummary {
  readonly name: string;
  readonly profile: string;
  /** In its journal. */
  readonly requests: number;
  readonly faults: number;
  readonly lastUsed: number;
}
