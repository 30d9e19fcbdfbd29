import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildWorld } from '@fake-jira/fixtures/build-world';
import { checkWorldFile } from '@fake-jira/fixtures/check-world-file';
import { mergeIntoWorld } from '@fake-jira/fixtures/merge-into-world';
import { loadPreset, presetWorld, type PresetName, type WrittenPresetName } from '@fake-jira/fixtures/presets';
import type { WorldFile } from '@fake-jira/fixtures';
import { checkAddresses } from '@fake-jira/openapi';
import { namedProfile, type Profile } from '@fake-jira/profile';
import { processVault, type Clock, type Root, type Vault } from '@fake-jira/world';
import { createApp, type AppOptions } from './app.js';
import { connectionLimits, Connections } from './http/connections.js';
import type { Faults } from './http/faults.js';
import { isLoopback } from './http/gate.js';
import type { JournalEntry } from './http/journal.js';
import { requestsThatFit, type RequestFilter } from './http/request-filter.js';
import { changeSettings, settingsOf, type SettingsChange, type WorkspaceSettings } from './http/settings.js';
import type { WorkspaceClock } from './http/workspace-clock.js';
import {
  defaultWorkspace,
  workspaceName,
  workspaceNameForm,
  Workspaces,
  type Workspace,
  type WorkspaceKeeper,
} from './http/workspaces.js';

export interface FakeJiraOptions extends Omit<AppOptions, 'workspaces'> {
  /** Port to listen on; 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on; `127.0.0.1` by default. */
  readonly host?: string;
  /** What this Jira is like; `all` by default. */
  readonly profile?: string | Profile;
  /** A preset or a world file's content; the preset `demo` by default. */
  readonly world?: PresetName | WorldFile;
  /** Seed of worlds that are made, 1 by default. */
  readonly seed?: number;
  /** Where the time comes from; the real clock by default. */
  readonly clock?: Clock;
  /** Has the key of the installation, which seals the values of encrypted fields; by default a random one. */
  readonly vault?: Vault;
  /** Keeps workspaces from one run to the next; absent: they end with this one. */
  readonly keeper?: WorkspaceKeeper;
  /** Milliseconds without a request after which a workspace other than the default one is gone; absent: never. */
  readonly workspaceIdle?: number | undefined;
}

/** One workspace of a running fake, as a test uses it. Its parts are those of the control API. */
export interface FakeWorkspace {
  /** Base address: give it to a client as the address of its Jira. */
  readonly url: string;
  /** Back to the world, the profile and the time it began with, without faults and with an empty journal. */
  reset(): void;
  /** The world as it is now. */
  world(): Root;
  /**
   * Goes on with another world: `demo`, `tiny`, or a world file's content.
   *
   * @param options.baseline - it is also the world to which `reset` leads back
   * @throws WorldFileError with every mistake at once; then nothing has happened
   * @example jira.load({ projects: [{ key: 'TEST' }], fields: [{ name: 'Team', type: 'select' }] }, { baseline: true });
   */
  load(world: WrittenPresetName | WorldFile, options?: { readonly baseline?: boolean }): void;
  /**
   * Adds what a world file has to this world.
   *
   * @param options.baseline - as of `load`
   * @throws WorldFileError with every mistake at once; then nothing has happened
   * @example jira.merge({ users: [{ name: 'eve' }], fields: [{ name: 'Team', type: 'select' }] });
   */
  merge(addition: WorldFile, options?: { readonly baseline?: boolean }): void;
  /**
   * The requests that were answered, oldest first.
   *
   * @example jira.journal({ method: 'PUT', path: '/rest/api/*\/field/**' }).map(({ body }) => body);
   */
  journal(filter?: RequestFilter): readonly JournalEntry[];
  /**
   * What goes wrong.
   *
   * @example jira.faults.add({ when: { operation: 'createCustomField' }, status: 503, times: 2 });
   */
  readonly faults: Pick<Faults, 'add' | 'get' | 'list' | 'remove' | 'clear'>;
  /**
   * What time it is here.
   *
   * @example jira.clock.advance(60 * 24 * 60 * 60 * 1000); // the trash is emptied
   */
  readonly clock: Pick<WorkspaceClock, 'now' | 'frozen' | 'freeze' | 'set' | 'advance' | 'resume'>;
  /** What no mirrored API sets, and the profile. */
  settings(): WorkspaceSettings;
  /**
   * Changes settings; those that are not named stay.
   *
   * @throws RangeError, ProfileError where there is no such profile; then nothing has changed
   * @example jira.changeSettings({ profile: 'customfield-editor-2.7.0', subtasks: false });
   */
  changeSettings(change: SettingsChange): WorkspaceSettings;
}

export interface FakeJira extends FakeWorkspace {
  /**
   * A Jira of its own within this fake, made when it is first used.
   *
   * @throws RangeError where the name cannot stand in an address
   */
  workspace(name: string): FakeWorkspace;
  /** Forgets a workspace, and whether it was there. At its next use it begins anew. */
  deleteWorkspace(name: string): boolean;
  /**
   * Goes on with another world in the default workspace, and begins with it in workspaces that are made from now on.
   * A reset of the default workspace leads back to it; other workspaces that are there stay as they are.
   *
   * @throws WorldFileError with every mistake at once; then nothing has happened
   */
  beginWith(world: WrittenPresetName | WorldFile): void;
  /** Lets the process end although it listens. */
  unref(): void;
  /**
   * Stops listening, and ends when every connection has.
   *
   * @param options.grace - milliseconds that requests in flight get to be answered; 0 by default
   */
  close(options?: { readonly grace?: number }): Promise<void>;
}

/**
 * Starts a fake Jira in this process.
 *
 * @returns when it listens
 * @throws ControlTokenMissing where others than this machine could reach its control API
 * @throws what `listen` does, e.g. `EADDRINUSE` where the port is taken
 * @example
 * const jira = await startFakeJira();
 * await fetch(`${jira.url}/rest/api/3/field`);
 * await jira.close();
 */
export async function startFakeJira(options: FakeJiraOptions = {}): Promise<FakeJira> {
  const { port = 0, host = '127.0.0.1', world = 'demo', seed = 1, controlToken } = options;
  if (!controlToken && !isLoopback(host)) throw new ControlTokenMissing(host);
  const file = typeof world === 'string' ? await loadPreset(world, { seed }) : world;
  const workspaces = makeWorkspaces({ ...options, world: file });
  // Before it listens, so that a world that cannot be read any more stops it.
  await workspaces.ready(defaultWorkspace);
  workspaces.get(defaultWorkspace);
  const server = createServer(connectionLimits, createApp({ ...options, workspaces }));
  const connections = new Connections(server);
  const url = await listen(server, port, host);
  const forAll: Omit<FakeJira, keyof FakeWorkspace> = {
    workspace(name) {
      if (!workspaceName.test(name)) throw new RangeError(`"${name}" is no name of a workspace: ${workspaceNameForm}.`);
      return workspaceView(() => workspaces.get(name), `${url}/w/${name}`);
    },
    deleteWorkspace(name) {
      if (name === defaultWorkspace) throw new RangeError('The default workspace is always there: reset it instead.');
      return workspaces.delete(name);
    },
    beginWith(world) {
      const workspace = workspaces.get(defaultWorkspace);
      const root = rootOf(world, { now: workspace.clock.now(), vault: workspace.world.vault });
      workspace.load(root, { baseline: true });
      workspaces.beginWith(root);
      // No request waits for it: where it fails, the next one that changes something is told.
      workspaces.keep(workspace)?.catch((error: unknown) => options.onDefect?.(error));
    },
    unref() {
      server.unref();
      server.on('connection', (socket) => socket.unref());
    },
    close: ({ grace = 0 } = {}) => connections.close(grace),
  };
  // On the view itself, whose parts are looked up at each use.
  return Object.assign(
    workspaceView(() => workspaces.get(defaultWorkspace), url),
    forAll,
  );
}

/** The control API would be open to others. */
export class ControlTokenMissing extends Error {
  override readonly name = 'ControlTokenMissing';

  constructor(host: string) {
    super(
      `On ${host} others than this machine reach the control API: give it a token (--control-token-file FILE, or the option controlToken), or listen on 127.0.0.1.`,
    );
  }
}

/** @param now - the workspace of that name: another one, once it was deleted or has expired */
function workspaceView(now: () => Workspace, url: string): FakeWorkspace {
  return {
    url,
    reset: () => now().reset(),
    world: () => now().world.root,
    load(world, options) {
      const workspace = now();
      const { vault } = workspace.world;
      workspace.load(rootOf(world, { now: workspace.clock.now(), vault }), options);
    },
    merge(addition, options) {
      const workspace = now();
      const { root, vault } = workspace.world;
      const checked = checkWorldFile(addition, { name: 'world' });
      workspace.load(mergeIntoWorld(root, checked, { now: workspace.clock.now(), vault }), options);
    },
    journal: (filter = {}) => requestsThatFit(now().journal.entries(), filter),
    get faults() {
      return now().faults;
    },
    get clock() {
      return now().clock;
    },
    settings: () => settingsOf(now()),
    changeSettings: (change) => changeSettings(now(), change),
  };
}

interface Building {
  readonly now: number;
  readonly vault: Vault;
}

export function rootOf(world: WrittenPresetName | WorldFile, { now, vault }: Building): Root {
  // Presets that were written by hand are the same with every seed.
  const file = typeof world === 'string' ? presetWorld(world, { seed: 1 }) : checkWorldFile(world, { name: 'world' });
  return buildWorld(file, { now, vault });
}

/** What {@link makeWorkspaces} takes: presets that have to be loaded are loaded by then. */
export interface WorkspacesOptions extends Omit<FakeJiraOptions, 'world'> {
  readonly world?: WrittenPresetName | WorldFile;
}

/** The workspaces of a fake, with nothing listening yet. */
export function makeWorkspaces({
  profile = 'all',
  world = 'demo',
  seed = 1,
  clock = Date,
  vault = processVault(),
  keeper,
  workspaceIdle,
}: WorkspacesOptions): Workspaces {
  const root = rootOf(world, { now: clock.now(), vault });
  const named = typeof profile === 'string' ? namedProfile(profile) : checkAddresses(profile);
  return new Workspaces(
    { root, profile: named, clock, seed, vault },
    { keeper, ...(workspaceIdle !== undefined && { idle: workspaceIdle }) },
  );
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { address, family, port: taken } = server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`);
    });
  });
}
