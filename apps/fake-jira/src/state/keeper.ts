import { parseProfile, type Profile } from '@fake-jira/profile';
import { changedPages, pagesOf, rootOfPages, unopenable, type Root, type Vault } from '@fake-jira/world';
import type { WorkspaceClockState } from '../http/workspace-clock.js';
import type { WaitingWorkspace, Workspace, WorkspaceKeeper, WorkspaceState } from '../http/workspaces.js';
import { GroupCommit } from './group-commit.js';
import { olderWorlds, putAway } from './older-state.js';
import { StateError } from './state-error.js';
import { whatToDo, type Store } from './store.js';

/** What is kept of a workspace beside its world. */
export interface About {
  /** The number of a world that is kept for all; of its own the workspace has the pages that differ from that. */
  readonly base: number;
  /** Whether that is also where a reset leads to; else that is the world with which the fake is started. */
  readonly ownBaseline: boolean;
  /** Absent: the one with which the fake is started. */
  readonly profile?: Profile;
  readonly clock: WorkspaceClockState;
  readonly lastUsed: number;
}

/** What the store has of a workspace. */
interface Kept {
  readonly state: WorkspaceState;
  readonly base: number;
}

interface Writing {
  readonly change: Map<string, string | undefined>;
  readonly undo: (() => Iterable<[string, string | undefined]>)[];
}

const aboutPrefix = 'about/';
const bases = 'base/';
const pagePrefix = (name: string) => `page/${name}/`;
const basePrefix = (base: number) => `${bases}${base}/`;

/** Stands for a page that the base of a workspace has and the workspace has no longer. */
const gone = '';

/**
 * Keeps workspaces in a store. A world that many begin with is kept once; each workspace adds the pages in which it
 * differs. Changes of many workspaces and clients that come while one write is on its way share the next one.
 */
export class Keeper implements WorkspaceKeeper {
  readonly waiting = new Map<string, WaitingWorkspace>();
  readonly #store: Store;
  readonly #vault: Vault;
  readonly #now: () => number;
  readonly #abouts = new Map<string, About>();
  readonly #kept = new Map<string, Kept>();
  /** Those that the write on its way has, and as what. */
  #underway = new Map<Workspace, WorkspaceState>();
  readonly #changed = new Set<Workspace>();
  readonly #forgotten = new Set<string>();
  readonly #baseOf = new WeakMap<Root, number>();
  #lastBase = 0;
  readonly #commits = new GroupCommit(() => this.#write());

  private constructor(store: Store, vault: Vault, now: () => number) {
    this.#store = store;
    this.#vault = vault;
    this.#now = now;
  }

  /**
   * @param store - stays open until {@link close}
   * @param options.vault - has to open the encrypted values in it
   * @param options.now - the time of the fake
   */
  static async open(store: Store, { vault, now }: { readonly vault: Vault; readonly now: () => number }) {
    const keeper = new Keeper(store, vault, now);
    const baseInUse = new Set<number>();
    for (const [name, about] of await abouts(store)) {
      keeper.#abouts.set(name, about);
      keeper.waiting.set(name, { lastUsed: about.lastUsed, profile: about.profile?.name });
      baseInUse.add(about.base);
    }
    // Worlds with which no workspace begins any more.
    const unused = (await store.keys(bases)).filter((key) => !baseInUse.has(baseOfKey(key)));
    if (unused.length > 0) await store.write(new Map(unused.map((key) => [key, undefined])), () => new Map());
    keeper.#lastBase = Math.max(0, ...baseInUse);
    return keeper;
  }

  async load(name: string): Promise<WorkspaceState> {
    const about = this.#abouts.get(name);
    if (!about) throw new StateError(`There is no workspace "${name}" in ${this.#store.directory}.`);
    const state = await readState(this.#store, name, about);
    const shut = unopenable(state.root, this.#vault);
    if (shut) {
      throw new StateError(
        `${this.#store.directory}: the value of ${shut.fieldId} in ${shut.issue} cannot be opened (${shut.reason}). ` +
          'Start with the key with which it was sealed.',
      );
    }
    if (state.baseline) this.#baseOf.set(state.baseline, about.base);
    this.#kept.set(name, { state, base: about.base });
    this.waiting.delete(name);
    return state;
  }

  keep(workspace: Workspace): Promise<void> | undefined {
    const { state } = workspace;
    const last = this.#underway.get(workspace) ?? this.#kept.get(workspace.name)?.state ?? workspace.stateAtFirst;
    if (workspace.gone || sameState(last, state)) {
      if (this.#changed.has(workspace) || this.#forgotten.size > 0) return this.#commits.next();
      return this.#underway.has(workspace) ? this.#commits.underway : undefined;
    }
    this.#changed.add(workspace);
    return this.#commits.next();
  }

  forget(name: string): void {
    this.waiting.delete(name);
    if (this.#abouts.has(name)) this.#forgotten.add(name);
  }

  /** Waits for what is on its way, and closes the store. */
  async close(): Promise<void> {
    await this.#commits.underway?.catch(() => undefined);
    await this.#store.close();
  }

  async #write(): Promise<void> {
    const writing: Writing = { change: new Map(), undo: [] };
    const forgotten = [...this.#forgotten];
    const changed = [...this.#changed].filter((workspace) => !workspace.gone);
    this.#changed.clear();
    this.#underway = new Map(changed.map((workspace) => [workspace, workspace.state]));
    try {
      const after = new Map<string, { kept: Kept; about: About }>();
      for (const name of forgotten)
        for (const prefix of [aboutPrefix + name, pagePrefix(name)]) await this.#delete(writing, prefix);
      for (const [{ name, baseline }, state] of this.#underway) {
        const before = forgotten.includes(name) ? undefined : this.#kept.get(name);
        after.set(name, await this.#add(writing, { name, baseline, before, state }));
      }
      await this.#store.write(writing.change, () => new Map(writing.undo.flatMap((undo) => [...undo()])));
      for (const name of forgotten) {
        this.#forgotten.delete(name);
        this.#abouts.delete(name);
        this.#kept.delete(name);
      }
      for (const [name, { kept, about }] of after) {
        this.#kept.set(name, kept);
        this.#abouts.set(name, about);
      }
    } catch (error) {
      this.#goBack();
      throw error;
    } finally {
      this.#underway = new Map();
    }
  }

  /** As they were kept last: whoever has changed them since is told that it was not done. */
  #goBack(): void {
    for (const workspace of [...this.#underway.keys(), ...this.#changed])
      workspace.state = this.#kept.get(workspace.name)?.state ?? workspace.stateAtFirst;
    this.#changed.clear();
  }

  async #delete({ change, undo }: Writing, prefix: string): Promise<void> {
    const texts = await this.#store.read(prefix);
    for (const [key] of texts) change.set(key, undefined);
    undo.push(() => texts);
  }

  /** Adds to a write what makes of a workspace as it is kept the one that it is now. */
  async #add(writing: Writing, { name, baseline, before, state }: Adding): Promise<{ kept: Kept; about: About }> {
    const prefix = pagePrefix(name);
    const { root } = state;
    let base = before?.base;
    let from = before?.state.root;
    if (base === undefined || root === baseline || state.baseline !== before?.state.baseline) {
      // From its beginning on: what it had of its own is no longer of use.
      if (before) await this.#delete(writing, prefix);
      base = this.#addBase(writing, baseline);
      from = baseline;
    }
    const known = from as Root;
    for (const [key, text] of changedPages(known, root)) writing.change.set(prefix + key, text ?? gone);
    writing.undo.push(() => [...changedPages(root, known)].map(([key, text]) => [prefix + key, text ?? gone]));
    const about: About = {
      base,
      ownBaseline: state.baseline !== undefined,
      ...(state.profile && { profile: state.profile }),
      clock: state.clock,
      lastUsed: this.#now(),
    };
    const aboutBefore = this.#abouts.get(name);
    writing.change.set(aboutPrefix + name, JSON.stringify(about));
    writing.undo.push(() => [[aboutPrefix + name, aboutBefore && JSON.stringify(aboutBefore)]]);
    return { kept: { state, base }, about };
  }

  /** The number of a world that is kept for all; it is added where it is not kept yet. */
  #addBase({ change, undo }: Writing, root: Root): number {
    const known = this.#baseOf.get(root);
    if (known !== undefined) return known;
    const base = ++this.#lastBase;
    const prefix = basePrefix(base);
    const pages = pagesOf(root).map(([key, text]) => [prefix + key, text] as const);
    for (const [key, text] of pages) change.set(key, text);
    this.#baseOf.set(root, base);
    undo.push(() => {
      this.#baseOf.delete(root);
      return pages.map(([key]) => [key, undefined]);
    });
    return base;
  }
}

interface Adding {
  readonly name: string;
  /** Where a reset of it leads to. */
  readonly baseline: Root;
  readonly before: Kept | undefined;
  readonly state: WorkspaceState;
}

function sameState(one: WorkspaceState, other: WorkspaceState): boolean {
  return (
    one.root === other.root &&
    one.baseline === other.baseline &&
    one.profile === other.profile &&
    one.clock.offset === other.clock.offset &&
    one.clock.frozenAt === other.clock.frozenAt
  );
}

/** Whether a store has values that a key has sealed. In JSON nothing else has this text: within a text its quotes are escaped. */
export async function holdsSealed(store: Store): Promise<boolean> {
  const texts = [...(await store.read(bases)), ...(await store.read('page/'))];
  return texts.some(([, text]) => text.includes('"kind":"sealed"'));
}

/** Takes worlds that an older version has kept in the directory into the store. */
export async function takeOver(store: Store, now: number): Promise<void> {
  const worlds = olderWorlds(store.directory);
  if (worlds.length === 0) return;
  const change = new Map<string, string>();
  worlds.forEach(({ workspace, root }, i) => {
    const about: About = { base: i + 1, ownBaseline: false, clock: { offset: 0, frozenAt: null }, lastUsed: now };
    change.set(aboutPrefix + workspace, JSON.stringify(about));
    for (const [key, text] of pagesOf(root)) change.set(basePrefix(about.base) + key, text);
  });
  await store.write(change, () => new Map());
  putAway(worlds);
}

function baseOfKey(key: string): number {
  return Number(key.slice(bases.length, key.indexOf('/', bases.length)));
}

/** What is kept of each workspace beside its world, by name. */
export async function abouts(store: Store): Promise<[name: string, about: About][]> {
  return (await store.read(aboutPrefix)).map(([key, text]) => {
    const { profile, ...about } = JSON.parse(text) as About;
    return [key.slice(aboutPrefix.length), { ...about, ...(profile && { profile: parseProfile(profile) }) }];
  });
}

/**
 * A workspace as a store has it.
 *
 * @throws StateError where it is damaged
 */
export async function readState(
  store: Store,
  name: string,
  { base, ownBaseline, profile, clock }: About,
): Promise<WorkspaceState> {
  const pages = new Map<string, string>();
  for (const [key, text] of await store.read(basePrefix(base))) pages.set(key.slice(basePrefix(base).length), text);
  const baseline = ownBaseline ? rootOf(store, name, pages) : undefined;
  for (const [key, text] of await store.read(pagePrefix(name))) {
    const page = key.slice(pagePrefix(name).length);
    if (text === gone) pages.delete(page);
    else pages.set(page, text);
  }
  return { root: rootOf(store, name, pages), baseline, profile, clock };
}

function rootOf({ directory }: Store, name: string, pages: ReadonlyMap<string, string>): Root {
  try {
    return rootOfPages(pages);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StateError(
      `${directory}: what is kept of the workspace "${name}" is no world (${reason}). ${whatToDo(directory)}`,
    );
  }
}
